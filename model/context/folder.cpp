// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/folder.h"

#include "model/context/path_match.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <deque>
#include <memory>
#include <optional>
#include <system_error>

namespace drydock {
namespace {

constexpr int folderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK;
constexpr int mostLinks = 40; ///< As Linux itself.

auto failure(const char *sentence, std::string_view path, int error)
{
    return tl::unexpected(
        Error {{sentence, {std::string(path)}}, std::error_code(error, std::generic_category()).message()});
}

auto unreadable(std::string_view path, int error)
{
    return failure(QT_TRANSLATE_NOOP("context", "“%1” cannot be read."), path, error);
}

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
    bool isOpen() const { return m_descriptor >= 0; }

private:
    int m_descriptor;
};

std::optional<std::string> linkTarget(int folder, const char *name)
{
    std::array<char, 4096> target {};
    const ssize_t length = ::readlinkat(folder, name, target.data(), target.size());
    if (length < 0)
        return std::nullopt;
    return std::string(target.data(), static_cast<std::size_t>(length));
}

std::optional<FolderEntry> entryAt(int folder, const char *name)
{
    struct stat status { };
    if (::fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return std::nullopt;
    FolderEntry entry;
    entry.name = name;
    if (S_ISREG(status.st_mode)) {
        entry.bytes = static_cast<std::uint64_t>(status.st_size);
    } else if (S_ISDIR(status.st_mode)) {
        entry.kind = EntryKind::Folder;
    } else if (S_ISLNK(status.st_mode)) {
        entry.kind = EntryKind::Link;
        const std::optional<std::string> target = linkTarget(folder, name);
        if (!target)
            return std::nullopt;
        entry.target = *target;
        entry.bytes = target->size();
    } else {
        entry.kind = EntryKind::Other;
    }
    return entry;
}

std::deque<std::string> partsOf(std::string_view path)
{
    std::deque<std::string> parts;
    for (std::size_t begin = 0; begin < path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        if (end > begin)
            parts.emplace_back(path.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

Result<std::optional<std::string>> contentOf(int descriptor, std::string_view path, std::size_t mostBytes)
{
    struct stat status { };
    if (::fstat(descriptor, &status) != 0)
        return unreadable(path, errno);
    if (!S_ISREG(status.st_mode)) // A pipe would wait for a writer, a device might do anything.
        return unreadable(path, EINVAL);
    constexpr const char *tooLong = QT_TRANSLATE_NOOP("context", "“%1” is too large to be read.");
    if (static_cast<std::uint64_t>(status.st_size) > mostBytes)
        return failure(tooLong, path, EFBIG);
    std::string bytes;
    std::array<char, 16384> block {};
    for (;;) {
        const ssize_t count = ::read(descriptor, block.data(), block.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return unreadable(path, errno);
        if (count == 0)
            return bytes;
        bytes.append(block.data(), static_cast<std::size_t>(count));
        if (bytes.size() > mostBytes) // It has grown meanwhile, or its size is not told (/proc).
            return failure(tooLong, path, EFBIG);
    }
}

} // namespace

Result<Folder> Folder::open(const std::string &path)
{
    const int descriptor = ::open(path.c_str(), folderFlags);
    if (descriptor < 0)
        return unreadable(path, errno);
    return Folder(descriptor);
}

Folder::~Folder()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<Folder> Folder::folder(const std::string &name) const
{
    const int descriptor = ::openat(m_descriptor, name.c_str(), folderFlags | O_NOFOLLOW);
    if (descriptor < 0)
        return unreadable(name, errno);
    return Folder(descriptor);
}

Result<std::optional<FolderFile>> Folder::file(const std::string &name) const
{
    // Asked before it is opened: opening a device may already do something.
    const std::optional<FolderEntry> entry = entryAt(m_descriptor, name.c_str());
    if (!entry)
        return std::nullopt;
    if (entry->kind != EntryKind::File)
        return unreadable(name, EINVAL);
    const int descriptor
        = ::openat(m_descriptor, name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
    if (descriptor < 0 && errno == ENOENT)
        return std::nullopt;
    if (descriptor < 0)
        return unreadable(name, errno);
    FolderFile file(descriptor);
    const Result<FileStatus> status = file.status();
    if (!status)
        return tl::unexpected(status.error());
    if (!status->isRegular) // It was exchanged in between.
        return unreadable(name, EINVAL);
    return file;
}

Result<FileStatus> Folder::status() const
{
    return statusOf(m_descriptor);
}

Result<Folder::Listing> Folder::list(std::size_t mostEntries) const
{
    // Opened once more, since closedir() closes and reading moves the place.
    const int descriptor = ::openat(m_descriptor, ".", folderFlags);
    DIR *const opened = descriptor < 0 ? nullptr : ::fdopendir(descriptor);
    if (!opened) {
        const int error = errno;
        if (descriptor >= 0)
            ::close(descriptor);
        return unreadable(".", error);
    }
    const std::unique_ptr<DIR, int (*)(DIR *)> stream(opened, ::closedir);
    Listing listing;
    while (const dirent *const read = ::readdir(stream.get())) {
        const std::string_view name = static_cast<const char *>(read->d_name);
        if (name == "." || name == "..")
            continue;
        if (listing.entries.size() == mostEntries) {
            listing.isWhole = false;
            break;
        }
        if (std::optional<FolderEntry> entry = entryAt(m_descriptor, static_cast<const char *>(read->d_name)))
            listing.entries.push_back(std::move(*entry));
        else
            ++listing.unreadable;
    }
    std::sort(listing.entries.begin(), listing.entries.end(),
              [](const FolderEntry &a, const FolderEntry &b) { return a.name < b.name; });
    return listing;
}

Result<std::optional<std::string>> Folder::read(std::string_view path, std::size_t mostBytes) const
{
    std::deque<std::string> ahead = partsOf(path);
    std::vector<std::unique_ptr<Descriptor>>
        above; // The folders from this one down; this one itself is not in it.
    int links = 0;
    while (!ahead.empty()) {
        const int here = above.empty() ? m_descriptor : above.back()->get();
        const std::string name = std::move(ahead.front());
        ahead.pop_front();
        if (name == ".")
            continue;
        if (name == "..") {
            if (!above.empty())
                above.pop_back();
            continue;
        }
        if (const std::optional<std::string> target = linkTarget(here, name.c_str())) {
            if (++links > mostLinks)
                return unreadable(path, ELOOP);
            if (target->starts_with('/'))
                above.clear();
            std::deque<std::string> parts = partsOf(*target);
            ahead.insert(ahead.begin(), parts.begin(), parts.end());
            continue;
        }
        // Asked before it is opened: opening a device may already do something.
        if (const auto entry = entryAt(here, name.c_str()); entry && entry->kind == EntryKind::Other)
            return unreadable(path, EINVAL);
        const int flags = ahead.empty() ? O_RDONLY | O_CLOEXEC | O_NONBLOCK : folderFlags;
        auto next = std::make_unique<Descriptor>(::openat(here, name.c_str(), flags | O_NOFOLLOW));
        if (!next->isOpen() && (errno == ENOENT || errno == ENOTDIR))
            return std::nullopt;
        if (!next->isOpen())
            return unreadable(path, errno);
        if (ahead.empty())
            return contentOf(next->get(), path, mostBytes);
        above.push_back(std::move(next));
    }
    return unreadable(path, EISDIR);
}

} // namespace drydock
