// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace drydock::cli {

namespace {

constexpr std::size_t enough = 65536;

} // namespace

int writeAll(int descriptor, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t count = ::write(descriptor, text.data(), text.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return errno;
        text.remove_prefix(static_cast<std::size_t>(count));
    }
    return 0;
}

void Output::separateBy(std::string_view separator)
{
    m_separator = separator;
    m_isBehindOne = false;
}

void Output::write(std::string_view text)
{
    if (!m_separator.empty() && !text.empty() && std::exchange(m_isBehindOne, true))
        m_pending += m_separator;
    if (m_pending.size() + text.size() < enough) {
        m_pending += text;
        return;
    }
    flush();
    writeNow(text);
}

void Output::error(std::string_view sentence)
{
    flush();
    writeAll(STDERR_FILENO, "drydock-cli: " + std::string(sentence) + "\n");
}

void Output::flush()
{
    writeNow(m_pending);
    m_pending.clear();
}

void Output::writeNow(std::string_view text)
{
    if (m_isClosed || text.empty())
        return;
    const int code = writeAll(STDOUT_FILENO, text);
    if (code == 0)
        return;
    m_isClosed = true;
    if (code == EPIPE)
        return;
    m_hasFailed = true;
    writeAll(STDERR_FILENO,
             "drydock-cli: Cannot write the output: " + std::generic_category().message(code) + ".\n");
}

} // namespace drydock::cli
