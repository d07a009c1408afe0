// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input_file.h"

#include "model/exporting/printable.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace drydock::cli {

namespace {

/// Closes what was opened, but never standard input.
class Descriptor {
public:
    explicit Descriptor(const std::string &path)
        : m_fd(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY))
    { }
    ~Descriptor()
    {
        if (m_fd > STDIN_FILENO)
            ::close(m_fd);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    int get() const { return m_fd; }

private:
    int m_fd;
};

std::string shown(const std::string &path)
{
    return path == "-" ? "standard input" : "“" + printable(path) + "”";
}

tl::unexpected<Error> failed(const std::string &path, int code)
{
    return tl::unexpected(Error {{QT_TRANSLATE_NOOP("cli", "Cannot read %1: %2."),
                                  {shown(path), std::generic_category().message(code)}},
                                 {}});
}

tl::unexpected<Error> tooLarge(const std::string &path)
{
    return tl::unexpected(Error {{QT_TRANSLATE_NOOP("cli", "%1 is larger than %2 MB: that is no Dockerfile."),
                                  {shown(path), std::to_string(maxFileSize / 1'000'000)}},
                                 {}});
}

} // namespace

Result<std::string> readInput(const std::string &path)
{
    const Descriptor file(path);
    struct stat status = {};
    if (file.get() < 0 || ::fstat(file.get(), &status) != 0)
        return failed(path, errno);
    if (S_ISDIR(status.st_mode))
        return failed(path, EISDIR);
    if (S_ISREG(status.st_mode) && static_cast<std::uint64_t>(status.st_size) > maxFileSize)
        return tooLarge(path);

    // One byte more than expected, so that the end is seen without growing.
    std::string bytes(S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) + 1 : 65536, '\0');
    std::size_t used = 0;
    while (true) {
        const ssize_t count = ::read(file.get(), bytes.data() + used, bytes.size() - used);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return failed(path, errno);
        if (count == 0)
            break;
        used += static_cast<std::size_t>(count);
        if (used > maxFileSize)
            return tooLarge(path);
        if (used == bytes.size())
            bytes.resize(2 * used);
    }
    bytes.resize(used);
    return bytes;
}

std::uint64_t sizeHint(const std::string &path)
{
    struct stat status = {};
    if (path == "-" || ::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
        return 0;
    return static_cast<std::uint64_t>(status.st_size);
}

} // namespace drydock::cli
