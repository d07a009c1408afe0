// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/file_writer.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace drydock::app {
namespace {

using Kind = WriteOutcome::Kind;

WriteOutcome failed(const QString &path, int code)
{
    if (code == EACCES || code == EPERM || code == EROFS) {
        return {
            Kind::NotPermitted,
            {{QT_TRANSLATE_NOOP("app", "You have no permission to write “%1”."), {path.toStdString()}}, {}},
            {}};
    }
    if (code == ENOSPC || code == EDQUOT || code == EFBIG) {
        return {
            Kind::Failed,
            {{QT_TRANSLATE_NOOP("app", "There is no room on the disk for “%1”. The old file is untouched."),
              {path.toStdString()}},
             {}},
            {}};
    }
    return {Kind::Failed,
            {{QT_TRANSLATE_NOOP("app", "“%1” could not be saved. The old file is untouched."),
              {path.toStdString()}},
             code ? std::strerror(code) : ""},
            {}};
}

WriteOutcome torn(const QString &path, int code)
{
    return {Kind::Failed,
            {{QT_TRANSLATE_NOOP(
                  "app", "Saving “%1” stopped half way. Your text is safe in the recovery folder and here."),
              {path.toStdString()}},
             std::strerror(code)},
            {}};
}

/// The file behind all symbolic links; `path` itself if there is none yet.
QByteArray realPath(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const std::unique_ptr<char, void (*)(void *)> real(::realpath(name.constData(), nullptr), std::free);
    return real ? QByteArray(real.get()) : name;
}

QByteArray folderOf(const QByteArray &path)
{
    const auto slash = path.lastIndexOf('/');
    return slash > 0 ? path.left(slash) : QByteArray(slash == 0 ? "/" : ".");
}

void syncFolder(const QByteArray &path)
{
    const int folder = ::open(folderOf(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
}

/// Gives the new file what the old one had. \returns false if something would get lost.
bool copyAttributes(const QByteArray &from, const struct stat &status, int to)
{
    if (::fchown(to, uid_t(-1), status.st_gid) != 0 || ::fchmod(to, status.st_mode & 07777U) != 0)
        return false;
    const ssize_t size = ::listxattr(from.constData(), nullptr, 0);
    if (size <= 0)
        return true;
    QByteArray names(size, '\0');
    const ssize_t filled = ::listxattr(from.constData(), names.data(), std::size_t(names.size()));
    for (ssize_t at = 0; at < filled; at += ssize_t(std::strlen(names.constData() + at)) + 1) {
        const char *name = names.constData() + at;
        const ssize_t length = ::getxattr(from.constData(), name, nullptr, 0);
        if (length < 0)
            continue;
        QByteArray value(length, '\0');
        if (::getxattr(from.constData(), name, value.data(), std::size_t(length)) != length)
            return false;
        // Labels of the security modules are set by the kernel and need not be ours to set.
        if (::fsetxattr(to, name, value.constData(), std::size_t(length), 0) != 0
            && std::strncmp(name, "security.", 9) != 0)
            return false;
    }
    return true;
}

bool isAnotherNow(const QByteArray &target, const std::optional<FileStamp> &expected)
{
    if (!expected)
        return false;
    const auto now = FileStamp::of(QFile::decodeName(target));
    return now && *now != *expected;
}

WriteOutcome changedMeanwhile(const QString &path)
{
    return {Kind::ChangedMeanwhile,
            {{QT_TRANSLATE_NOOP("app", "“%1” was changed by another program while it was being saved."),
              {path.toStdString()}},
             {}},
            {}};
}

WriteOutcome written(const QByteArray &target)
{
    return {Kind::Written, {}, FileStamp::of(QFile::decodeName(target)).value_or(FileStamp {})};
}

WriteOutcome writeInPlace(const WriteRequest &request, const QByteArray &target, const struct stat &status)
{
    const int file = ::open(target.constData(), O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return failed(request.path, errno);
    const auto closing = [file](WriteOutcome outcome) {
        ::close(file);
        return outcome;
    };
    if (request.keepCopy && !request.keepCopy())
        return closing(failed(request.path, EIO));
    if (isAnotherNow(target, request.expected))
        return closing(changedMeanwhile(request.path));

    // Reserve first: a full disk must fail before a byte of the old text is lost.
    const auto size = off_t(request.bytes.size());
    const int reserved = size > 0 ? ::posix_fallocate(file, 0, std::max(size, off_t(status.st_size))) : 0;
    if (reserved == ENOSPC || reserved == EFBIG || reserved == EDQUOT) {
        (void)!::ftruncate(file, status.st_size);
        return closing(failed(request.path, reserved));
    }
    for (off_t done = 0; done < size;) {
        const ssize_t count = ::pwrite(file, request.bytes.data() + done, std::size_t(size - done), done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return closing(torn(request.path, count < 0 ? errno : EIO));
        done += count;
    }
    if (::ftruncate(file, size) != 0 || ::fsync(file) != 0)
        return closing(torn(request.path, errno));
    ::close(file);
    return written(target);
}

} // namespace

WriteOutcome writeFile(const WriteRequest &request)
{
    const QByteArray target = realPath(request.path);
    struct stat status { };
    const bool exists = ::stat(target.constData(), &status) == 0;
    if (exists && !S_ISREG(status.st_mode))
        return failed(request.path, S_ISDIR(status.st_mode) ? EISDIR : EINVAL);
    // A rename would get past a write protection that its owner has set on purpose.
    if (exists && ::access(target.constData(), W_OK) != 0)
        return failed(request.path, errno);
    const bool inPlace = exists
        && (status.st_nlink > 1 || status.st_uid != ::geteuid()
            || ::access(folderOf(target).constData(), W_OK) != 0);
    if (inPlace)
        return writeInPlace(request, target, status);

    QSaveFile file(QFile::decodeName(target));
    errno = 0;
    if (!file.open(QIODevice::WriteOnly))
        return failed(request.path, file.error() == QFileDevice::PermissionsError ? EACCES : errno);
    if (exists && !copyAttributes(target, status, file.handle())) {
        file.cancelWriting();
        return writeInPlace(request, target, status);
    }
    // QSaveFile takes a short write for success (Qt 6.4 and 6.8), so count the bytes.
    errno = 0;
    const auto size = qint64(request.bytes.size());
    if (file.write(request.bytes.data(), size) != size || !file.flush()) {
        const int code = errno ? errno : ENOSPC;
        file.cancelWriting();
        return failed(request.path, code);
    }
    struct stat now { };
    if (::fstat(file.handle(), &now) != 0 || now.st_size != size) {
        file.cancelWriting();
        return failed(request.path, ENOSPC);
    }
    if (isAnotherNow(target, request.expected)) {
        file.cancelWriting();
        return changedMeanwhile(request.path);
    }
    if (!file.commit())
        return failed(request.path, file.error() == QFileDevice::PermissionsError ? EACCES : errno);
    syncFolder(target);
    return written(target);
}

} // namespace drydock::app
