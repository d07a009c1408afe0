// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/byte_input.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace drydock {
namespace {

tl::unexpected<Error> systemError(const char *sentence, std::vector<std::string> arguments)
{
    auto error = refusal(sentence, std::move(arguments));
    error.value().detail = std::generic_category().message(errno);
    return error;
}

} // namespace

FileInput::FileInput(std::unique_ptr<std::FILE, Close> file)
    : m_file(std::move(file))
{
    // Whoever reads asks for large pieces; a second buffer would only copy them.
    std::setvbuf(m_file.get(), nullptr, _IONBF, 0);
}

Result<std::unique_ptr<FileInput>> FileInput::open(const std::string &path)
{
    std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rb"));
    if (!file)
        return systemError(QT_TRANSLATE_NOOP("image", "“%1” cannot be opened."), {path});
    return std::unique_ptr<FileInput>(new FileInput(std::move(file)));
}

Result<std::size_t> FileInput::read(char *to, std::size_t size)
{
    const std::size_t count = std::fread(to, 1, size, m_file.get());
    if (count == 0 && std::ferror(m_file.get()) != 0)
        return systemError(QT_TRANSLATE_NOOP("image", "The file cannot be read."), {});
    return count;
}

TextInput::TextInput(std::string_view text, std::size_t step)
    : m_text(text)
    , m_step(std::max<std::size_t>(step, 1))
{ }

Result<std::size_t> TextInput::read(char *to, std::size_t size)
{
    const std::size_t count = std::min({size, m_step, m_text.size()});
    std::copy_n(m_text.data(), count, to);
    m_text.remove_prefix(count);
    return count;
}

} // namespace drydock
