// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/file_reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QFile>
#include <QLocale>

#include <cerrno>
#include <cstring>

namespace drydock::app {
namespace {

std::int64_t nanoseconds(const timespec &time)
{
    return std::int64_t(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

FileStamp stampOf(const struct stat &status)
{
    return {std::uint64_t(status.st_dev), std::uint64_t(status.st_ino), std::uint64_t(status.st_size),
            nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)};
}

auto failure(const char *text, const QString &path, const char *detail = "")
{
    return tl::unexpected(Error {{text, {path.toStdString()}}, detail});
}

auto systemFailure(const QString &path, int code)
{
    switch (code) {
    case ENOENT:
    case ENOTDIR:
        return failure(QT_TRANSLATE_NOOP("app", "There is no file “%1”."), path);
    case EACCES:
    case EPERM:
        return failure(QT_TRANSLATE_NOOP("app", "You have no permission to read “%1”."), path);
    case EISDIR:
        return failure(QT_TRANSLATE_NOOP("app", "“%1” is a folder, not a file."), path);
    default:
        return failure(QT_TRANSLATE_NOOP("app", "“%1” cannot be read."), path, std::strerror(code));
    }
}

std::string sizeText(std::uint64_t size)
{
    return QLocale().formattedDataSize(qint64(size), 1, QLocale::DataSizeSIFormat).toStdString();
}

/// Closes on every way out.
class Descriptor {
public:
    explicit Descriptor(int descriptor)
        : m_descriptor(descriptor)
    { }
    ~Descriptor()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

} // namespace

std::optional<FileStamp> FileStamp::of(const QString &path)
{
    struct stat status { };
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    return stampOf(status);
}

Result<FileContent> readFile(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    // O_NONBLOCK: a pipe without a writer would wait forever.
    const Descriptor file(::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (file.get() < 0)
        return systemFailure(path, errno);
    struct stat status { };
    if (::fstat(file.get(), &status) != 0)
        return systemFailure(path, errno);
    if (S_ISDIR(status.st_mode))
        return systemFailure(path, EISDIR);
    if (!S_ISREG(status.st_mode))
        return failure(QT_TRANSLATE_NOOP("app", "“%1” is a device or a pipe, not a file."), path);

    const auto tooLarge = [&path](std::uint64_t size) {
        return tl::unexpected(
            Error {{QT_TRANSLATE_NOOP("app", "“%1” has %2. Drydock opens files of up to %3."),
                    {path.toStdString(), sizeText(size), sizeText(largestFile)}},
                   {}});
    };
    if (std::uint64_t(status.st_size) > largestFile)
        return tooLarge(std::uint64_t(status.st_size));

    FileContent content;
    content.stamp = stampOf(status);
    // One byte more than it says, so that the end is found without growing; /proc says 0.
    content.bytes.resize(std::size_t(status.st_size) + 1);
    std::size_t filled = 0;
    for (;;) {
        if (filled == content.bytes.size())
            content.bytes.resize(filled * 2);
        const ssize_t count
            = ::read(file.get(), content.bytes.data() + filled, content.bytes.size() - filled);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return systemFailure(path, errno);
        if (count == 0)
            break;
        filled += std::size_t(count);
        if (filled > largestFile)
            return tooLarge(filled);
    }
    content.bytes.resize(filled);
    content.isWritable = ::access(name.constData(), W_OK) == 0;
    return content;
}

bool looksBinary(std::string_view bytes)
{
    return bytes.find('\0') != std::string_view::npos;
}

} // namespace drydock::app
