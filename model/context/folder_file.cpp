// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/folder_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace drydock {
namespace {

auto failure(int error)
{
    return tl::unexpected(Error {{QT_TRANSLATE_NOOP("context", "A file cannot be read."), {}},
                                 std::error_code(error, std::generic_category()).message()});
}

} // namespace

Result<FileStatus> statusOf(int descriptor)
{
    struct stat system { };
    if (::fstat(descriptor, &system) != 0)
        return failure(errno);
    FileStatus status;
    status.isRegular = S_ISREG(system.st_mode);
    status.bytes = status.isRegular ? static_cast<std::uint64_t>(system.st_size) : 0;
    status.mode = system.st_mode & 07777U;
    status.modified = system.st_mtim.tv_sec;
    return status;
}

FolderFile::~FolderFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<FileStatus> FolderFile::status() const
{
    return statusOf(m_descriptor);
}

Result<std::string> FolderFile::read(std::size_t most)
{
    std::string bytes(most, '\0');
    ssize_t count = 0;
    do {
        count = ::read(m_descriptor, bytes.data(), bytes.size());
    } while (count < 0 && errno == EINTR);
    if (count < 0)
        return failure(errno);
    bytes.resize(static_cast<std::size_t>(count));
    return bytes;
}

} // namespace drydock
