// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/build/context_archive.h"

#include "model/build/tar_writer.h"
#include "model/context/path_match.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace drydock {
namespace {

constexpr std::size_t fileBytesPerRead = std::size_t {256} * 1024;
constexpr int entriesPerRead = 64;
constexpr std::size_t fileBytesPerStep = std::size_t {64} * 1024;

bool isBelow(std::string_view path, std::string_view folder)
{
    return folder.empty()
        || (path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/');
}

/// A plain tar header holds the path. The Dockerfile's is the first of the archive, by which BuildKit sees that it is one.
bool fitsPlainHeader(std::string_view path)
{
    constexpr std::size_t most = 100; // ustar
    return path.size() <= most
        && std::all_of(path.begin(), path.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

/// A file can stand under `path`: it stays in the folder, and nothing but folders is above it.
bool canHoldFile(const BuildContext &context, std::string_view path)
{
    if (path.empty() || path.starts_with('/') || cleanPath(path) != path || path == "." || path == ".."
        || path.starts_with("../"))
        return false;
    if (const auto same = context.find(path); same && context.entries()[*same].kind == EntryKind::Folder)
        return false;
    for (std::string_view above = folderOfPath(path); !above.empty(); above = folderOfPath(above)) {
        const auto entry = context.find(above);
        if (entry && context.entries()[*entry].kind != EntryKind::Folder)
            return false;
    }
    return true;
}

std::string placeFor(const BuildContext &context, std::string_view dockerfile)
{
    if (fitsPlainHeader(dockerfile) && canHoldFile(context, dockerfile))
        return std::string(dockerfile);
    std::string name = ".dockerfile.drydock";
    while (context.find(name))
        name += 'x';
    return name;
}

auto failed(const char *sentence, const std::string &path, const std::string &detail = {})
{
    return tl::unexpected(Error {{sentence, {path}}, detail});
}

} // namespace

class ContextArchive::Private {
public:
    Private(Folder root, BuildContext context, std::string dockerfile, std::string text, ContextFiles files)
        : m_context(std::move(context))
        , m_dockerfile(std::move(dockerfile))
        , m_text(std::move(text))
        , m_given(std::move(files))
    {
        m_folders.push_back({{}, std::move(root)});
        m_files = 1;
        m_bytes = m_text.size();
        for (const ContextEntry &entry : m_context.entries()) {
            if (!isPacked(entry) || entry.kind == EntryKind::Folder)
                continue;
            ++m_files;
            if (entry.kind == EntryKind::File)
                m_bytes += entry.bytes;
        }
    }

    const std::string &dockerfile() const { return m_dockerfile; }
    std::size_t files() const { return m_files; }
    std::uint64_t bytes() const { return m_bytes; }

    Result<std::string> read(std::size_t most)
    {
        m_fileBytes = 0;
        int entries = 0;
        while (!m_error && !m_isClosed && m_tar.size() < most) {
            // Skipping goes on until there is something to give: empty means the end.
            if (m_tar.size() > 0 && (m_fileBytes >= fileBytesPerRead || entries >= entriesPerRead))
                break;
            entries += m_file ? 0 : 1;
            if (Result<void> done = step(); !done)
                m_error = done.error();
        }
        if (m_error)
            return tl::unexpected(*m_error);
        return m_tar.take(most);
    }

private:
    /// A folder on the way down to where the archive is.
    struct OpenFolder {
        std::string path;
        Folder folder;
    };
    struct OpenFile {
        std::string path;
        FolderFile file;
        std::uint64_t left = 0; ///< Bytes that the header promises and that are not written yet.
    };

    bool isPacked(const ContextEntry &entry) const
    {
        if (entry.kind == EntryKind::Other || entry.path == m_dockerfile)
            return false;
        return entry.isSent || (entry.path == ".dockerignore" && entry.kind == EntryKind::File);
    }

    Result<void> step()
    {
        if (!m_hasBegun) {
            m_hasBegun = true;
            const Result<void> header = m_tar.file({m_dockerfile, 0644, 0}, m_text.size());
            return header ? m_tar.write(m_text) : header;
        }
        if (m_file)
            return copyPiece();
        const std::vector<ContextEntry> &entries = m_context.entries();
        while (m_next < entries.size() && !isPacked(entries[m_next]))
            ++m_next;
        if (m_next < entries.size())
            return begin(entries[m_next++]);
        m_isClosed = true;
        return m_tar.close();
    }

    Result<void> begin(const ContextEntry &entry)
    {
        if (const auto given = m_given.find(entry.path);
            given != m_given.end() && entry.kind == EntryKind::File) {
            const Result<void> header = m_tar.file({entry.path, 0644, 0}, given->second.size());
            return header ? m_tar.write(given->second) : header;
        }
        const std::string_view parent = folderOfPath(entry.path);
        while (m_folders.back().path != parent && !isBelow(parent, m_folders.back().path))
            m_folders.pop_back();
        if (m_folders.back().path != parent)
            return {}; // The folder above it is gone.
        const Folder &folder = m_folders.back().folder;
        const std::string name(nameOfPath(entry.path));
        if (entry.kind == EntryKind::Link)
            return m_tar.link({entry.path, 0777, 0}, entry.target);
        if (entry.kind == EntryKind::Folder)
            return beginFolder(folder, name, entry.path);
        return beginFile(folder, name, entry.path);
    }

    Result<void> beginFolder(const Folder &above, const std::string &name, const std::string &path)
    {
        Result<Folder> folder = above.folder(name);
        if (!folder && !above.file(name)) // Something else has its name now.
            return failed(QT_TRANSLATE_NOOP("build", "“%1” was changed while it was read."), path,
                          folder.error().detail);
        if (!folder)
            return {};
        const Result<FileStatus> status = folder->status();
        if (!status)
            return tl::unexpected(status.error());
        m_folders.push_back({path, std::move(*folder)});
        return m_tar.folder({path, status->mode, status->modified});
    }

    Result<void> beginFile(const Folder &above, const std::string &name, const std::string &path)
    {
        Result<std::optional<FolderFile>> file = above.file(name);
        if (!file)
            return failed(QT_TRANSLATE_NOOP("build", "“%1” cannot be read."), path, file.error().detail);
        if (!*file)
            return {};
        const Result<FileStatus> status = (*file)->status();
        if (!status)
            return tl::unexpected(status.error());
        m_file.emplace(OpenFile {path, std::move(**file), status->bytes});
        return m_tar.file({path, status->mode, status->modified}, status->bytes);
    }

    Result<void> copyPiece()
    {
        if (m_file->left == 0) {
            m_file.reset();
            return {};
        }
        const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(m_file->left, fileBytesPerStep));
        Result<std::string> bytes = m_file->file.read(most);
        if (!bytes)
            return failed(QT_TRANSLATE_NOOP("build", "“%1” cannot be read."), m_file->path,
                          bytes.error().detail);
        if (bytes->empty())
            return failed(QT_TRANSLATE_NOOP("build", "“%1” was made shorter while it was read."),
                          m_file->path);
        m_file->left -= bytes->size();
        m_fileBytes += bytes->size();
        return m_tar.write(*bytes);
    }

    BuildContext m_context;
    std::string m_dockerfile;
    std::string m_text;
    ContextFiles m_given; ///< Instead of what is on the disk.
    std::size_t m_files = 0;
    std::uint64_t m_bytes = 0;

    TarWriter m_tar;
    std::vector<OpenFolder> m_folders; ///< From the root down; never empty.
    std::optional<OpenFile> m_file;
    std::size_t m_next = 0; ///< Entry of the context.
    std::size_t m_fileBytes = 0; ///< Read for one piece.
    bool m_hasBegun = false;
    bool m_isClosed = false;
    std::optional<Error> m_error;
};

ContextArchive::ContextArchive(std::unique_ptr<Private> made)
    : m_d(std::move(made))
{ }

ContextArchive::~ContextArchive() = default;
ContextArchive::ContextArchive(ContextArchive &&other) noexcept = default;
ContextArchive &ContextArchive::operator=(ContextArchive &&other) noexcept = default;

Result<ContextArchive> ContextArchive::open(const std::string &folder, BuildContext context,
                                            std::string_view dockerfile, std::string text, ContextFiles files)
{
    if (context.ignoreFile().problem)
        return tl::unexpected(*context.ignoreFile().problem);
    if (context.stop() == ContextStop::Cancelled)
        return refusal(QT_TRANSLATE_NOOP("build", "The build was cancelled."));
    if (context.stop() != ContextStop::None)
        return refusal(
            QT_TRANSLATE_NOOP("build", "“%1” holds too much to be sent: leave parts out by a .dockerignore."),
            {folder});
    if (context.unreadable() > 0)
        return refusal(
            QT_TRANSLATE_NOOP("build", "Parts of “%1” cannot be read: leave them out by a .dockerignore."),
            {folder});
    Result<Folder> root = Folder::open(folder);
    if (!root)
        return tl::unexpected(root.error());
    std::string place = placeFor(context, dockerfile);
    return ContextArchive(std::make_unique<Private>(std::move(*root), std::move(context), std::move(place),
                                                    std::move(text), std::move(files)));
}

Result<BuildContext> withFiles(const BuildContext &context, std::string_view dockerfile,
                               const ContextFiles &files)
{
    IgnoreFile ignoreFile = context.ignoreFile();
    const std::string own = dockerfile.empty() ? std::string() : std::string(dockerfile) + ".dockerignore";
    auto given = own.empty() ? files.end() : files.find(own);
    if (given == files.end() && (ignoreFile.path.empty() || ignoreFile.path == ".dockerignore"))
        given = files.find(".dockerignore");
    if (given != files.end()) {
        Result<DockerIgnore> rules = DockerIgnore::parse(given->second);
        if (!rules)
            return tl::unexpected(rules.error());
        ignoreFile = {given->first, given->second, std::move(*rules), {}};
    }
    std::vector<ContextEntry> more;
    more.reserve(files.size());
    for (const auto &[path, bytes] : files)
        more.push_back({path, EntryKind::File, bytes.size()});
    return context.with(std::move(more), std::move(ignoreFile));
}

const std::string &ContextArchive::dockerfile() const
{
    return m_d->dockerfile();
}

std::size_t ContextArchive::files() const
{
    return m_d->files();
}

std::uint64_t ContextArchive::bytes() const
{
    return m_d->bytes();
}

Result<std::string> ContextArchive::read(std::size_t most)
{
    return m_d->read(most);
}

} // namespace drydock
