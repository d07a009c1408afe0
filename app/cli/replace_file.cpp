// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/replace_file.h"

#include "app/cli/output.h"
#include "model/exporting/printable.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace drydock::cli {
namespace {

tl::unexpected<Error> cannotWrite(const std::string &path, int reason)
{
    return refusal(QT_TRANSLATE_NOOP("cli", "Cannot write %1: %2."),
                   {printable(path), std::generic_category().message(reason)});
}

} // namespace

Result<void> replaceFile(const std::string &path, std::string_view bytes)
{
    std::error_code code;
    const std::filesystem::path real = std::filesystem::canonical(path, code);
    struct stat status { };
    if (code || ::stat(real.c_str(), &status) != 0)
        return cannotWrite(path, code ? code.value() : errno);
    if (!S_ISREG(status.st_mode))
        return cannotWrite(path, EINVAL);
    if (::access(real.c_str(), W_OK) != 0)
        return cannotWrite(path, errno);
    // Hidden, so that nobody takes it for a Dockerfile meanwhile.
    std::string beside = (real.parent_path() / ("." + real.filename().string() + ".XXXXXX")).string();
    const int file = ::mkstemp(beside.data());
    if (file < 0)
        return cannotWrite(path, errno);
    const bool isWritten
        = writeAll(file, bytes) == 0 && ::fchmod(file, status.st_mode & 07777U) == 0 && ::fsync(file) == 0;
    int reason = errno;
    // Another owner's file stays theirs where that is allowed; it is no reason not to write.
    if (isWritten && ::fchown(file, status.st_uid, status.st_gid) != 0)
        reason = errno;
    const bool isClosed = ::close(file) == 0;
    if (isWritten && isClosed && std::rename(beside.c_str(), real.c_str()) == 0)
        return {};
    reason = isWritten ? errno : reason;
    (void)::unlink(beside.c_str());
    return cannotWrite(path, reason);
}

Result<void> writeFile(const std::string &path, std::string_view bytes)
{
    std::error_code code;
    if (std::filesystem::exists(path, code))
        return replaceFile(path, bytes);
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    if (!folder.empty() && !std::filesystem::create_directories(folder, code) && code)
        return cannotWrite(path, code.value());
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0)
        return cannotWrite(path, errno);
    int reason = writeAll(file, bytes);
    if (::close(file) != 0 && reason == 0)
        reason = errno;
    if (reason == 0)
        return {};
    (void)::unlink(path.c_str());
    return cannotWrite(path, reason);
}

} // namespace drydock::cli
