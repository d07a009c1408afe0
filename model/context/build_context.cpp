// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/build_context.h"

#include "model/context/path_match.h"

#include <algorithm>

namespace drydock {
namespace {

constexpr int mostLinks = 255; ///< As BuildKit resolves them.

/// Byte for byte, but "/" before all else: so a folder stands right before what lies in it.
bool isBefore(std::string_view a, std::string_view b)
{
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        const auto weight = [](char c) { return c == '/' ? 0 : static_cast<unsigned char>(c) + 1; };
        return weight(x) < weight(y);
    });
}

bool isBelow(std::string_view path, std::string_view folder)
{
    return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

} // namespace

std::size_t IgnoreFile::lineOfRule(std::size_t rule) const
{
    const auto begin = static_cast<std::ptrdiff_t>(rules.rules()[rule].range.begin);
    return 1 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + begin, '\n'));
}

BuildContext::BuildContext(std::vector<ContextEntry> entries, IgnoreFile ignoreFile)
    : m_entries(std::move(entries))
    , m_ignoreFile(std::move(ignoreFile))
{
    std::vector<ContextEntry> folders;
    for (const ContextEntry &entry : m_entries) {
        for (std::string_view above = folderOfPath(entry.path); !above.empty(); above = folderOfPath(above)) {
            ContextEntry folder;
            folder.path = above;
            folder.kind = EntryKind::Folder;
            folders.push_back(std::move(folder));
        }
    }
    m_entries.insert(m_entries.end(), folders.begin(), folders.end());
    std::stable_sort(m_entries.begin(), m_entries.end(),
                     [](const ContextEntry &a, const ContextEntry &b) { return isBefore(a.path, b.path); });
    m_entries.erase(
        std::unique(m_entries.begin(), m_entries.end(),
                    [](const ContextEntry &a, const ContextEntry &b) { return a.path == b.path; }),
        m_entries.end());
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        ContextEntry &entry = m_entries[i];
        entry.isSent = !m_ignoreFile.rules.isIgnored(entry.path);
        entry.isListed = entry.kind == EntryKind::Folder
            && (entry.isSent || endOf(i) > i + 1 || !m_ignoreFile.rules.isIgnoredThroughout(entry.path));
        if (const auto rule = m_ignoreFile.rules.decidingRule(entry.path))
            entry.rule = static_cast<std::uint32_t>(*rule);
    }
    finish();
}

BuildContext BuildContext::with(std::vector<ContextEntry> more, IgnoreFile ignoreFile) const
{
    more.insert(more.end(), m_entries.begin(), m_entries.end()); // The first of equal paths stays.
    BuildContext changed(std::move(more), std::move(ignoreFile));
    changed.m_unreadable = m_unreadable;
    changed.m_stop = m_stop;
    return changed;
}

/// From "not left out" to "sent": what lies below is known now.
void BuildContext::finish()
{
    std::string sent; // The last path that is sent, walking backwards: folders above it are sent with it.
    for (std::size_t i = m_entries.size(); i-- > 0;) {
        ContextEntry &entry = m_entries[i];
        entry.isSent = entry.isSent || isBelow(sent, entry.path);
        if (!entry.isSent)
            continue;
        sent = entry.path;
        if (entry.kind == EntryKind::File)
            m_sentBytes += entry.bytes;
        if (entry.kind == EntryKind::File || entry.kind == EntryKind::Link)
            ++m_sentFiles;
    }
}

bool BuildContext::operator==(const BuildContext &other) const
{
    return m_stop == other.m_stop && m_unreadable == other.m_unreadable
        && m_ignoreFile.path == other.m_ignoreFile.path && m_ignoreFile.text == other.m_ignoreFile.text
        && m_entries == other.m_entries;
}

std::optional<std::size_t> BuildContext::find(std::string_view path) const
{
    const auto found = std::lower_bound(
        m_entries.begin(), m_entries.end(), path,
        [](const ContextEntry &entry, std::string_view wanted) { return isBefore(entry.path, wanted); });
    if (found == m_entries.end() || found->path != path)
        return std::nullopt;
    return static_cast<std::size_t>(found - m_entries.begin());
}

std::vector<std::string> BuildContext::namesIn(std::string_view folder) const
{
    while (folder.ends_with('/'))
        folder.remove_suffix(1);
    std::vector<std::string> names;
    std::size_t first = 0;
    std::size_t end = m_entries.size();
    if (!folder.empty()) {
        const auto at = find(folder);
        if (!at)
            return names;
        first = *at + 1;
        end = endOf(*at);
    }
    const std::size_t skipped = folder.empty() ? 0 : folder.size() + 1;
    for (std::size_t i = first; i < end; i = endOf(i)) {
        const ContextEntry &entry = m_entries[i];
        if (entry.isSent)
            names.push_back(entry.path.substr(skipped) + (entry.kind == EntryKind::Folder ? "/" : ""));
    }
    return names;
}

std::size_t BuildContext::endOf(std::size_t index) const
{
    const std::string_view folder = m_entries[index].path;
    const auto first = m_entries.begin() + static_cast<std::ptrdiff_t>(index) + 1;
    const auto end = std::partition_point(
        first, m_entries.end(), [=](const ContextEntry &entry) { return isBelow(entry.path, folder); });
    return static_cast<std::size_t>(end - m_entries.begin());
}

std::optional<std::string> BuildContext::withoutLinks(std::string_view path) const
{
    std::string resolved;
    std::string ahead = pathFromRoot(path);
    for (int links = 0; !ahead.empty();) {
        const std::size_t slash = std::min(ahead.find('/'), ahead.size());
        const std::string part = ahead.substr(0, slash);
        ahead.erase(0, std::min(slash + 1, ahead.size()));
        if (part.empty() || part == ".")
            continue;
        if (part == "..") {
            resolved = folderOfPath(resolved);
            continue;
        }
        const std::string next = joinedPath(resolved, part);
        const std::optional<std::size_t> entry = find(next);
        if (!entry || m_entries[*entry].kind != EntryKind::Link) {
            resolved = next;
            continue;
        }
        if (++links > mostLinks)
            return std::nullopt;
        const std::string &target = m_entries[*entry].target;
        if (target.starts_with('/'))
            resolved.clear();
        ahead = joinedPath(target, ahead);
    }
    return resolved;
}

/// One walk over the disk.
class ContextReader {
public:
    ContextReader(const ContextLimits &limits, const std::stop_token &stop)
        : m_limits(limits)
        , m_stop(stop)
    { }

    BuildContext read(const Folder &root, std::string_view dockerfile)
    {
        readIgnoreFile(root, dockerfile);
        walk(root, {}, {}, 0);
        m_context.finish();
        return std::move(m_context);
    }

private:
    void readIgnoreFile(const Folder &root, std::string_view dockerfile)
    {
        std::vector<std::string> names {".dockerignore"};
        if (!dockerfile.empty())
            names.insert(names.begin(), pathFromRoot(dockerfile) + ".dockerignore");
        IgnoreFile &file = m_context.m_ignoreFile;
        for (const std::string &name : names) {
            Result<std::optional<std::string>> text = root.read(name, m_limits.ignoreFileBytes);
            if (text && !*text)
                continue;
            file.path = name;
            if (!text) {
                file.problem = text.error();
                return;
            }
            file.text = std::move(**text);
            if (Result<DockerIgnore> rules = DockerIgnore::parse(file.text))
                file.rules = std::move(*rules);
            else
                file.problem = rules.error();
            return;
        }
    }

    bool mustStop(ContextStop reason)
    {
        m_context.m_stop = reason;
        return true;
    }

    /// Called before each entry.
    bool isOver(std::size_t pathBytes)
    {
        m_pathBytes += pathBytes;
        if (m_stop.stop_requested())
            return mustStop(ContextStop::Cancelled);
        if (m_context.m_entries.size() == m_limits.entries)
            return mustStop(ContextStop::Entries);
        if (m_pathBytes > m_limits.pathBytes)
            return mustStop(ContextStop::PathBytes);
        if (m_patternSteps > m_limits.patternSteps)
            return mustStop(ContextStop::PatternSteps);
        return false;
    }

    /// \returns false if the whole walk is over. At most limits.depth calls deep.
    bool walk(const Folder &folder, const std::string &path, const DockerIgnore::Folder &matched,
              std::size_t depth)
    {
        const DockerIgnore &rules = m_context.m_ignoreFile.rules;
        auto listing = folder.list(m_limits.entries - m_context.m_entries.size() + 1);
        if (!listing) {
            ++m_context.m_unreadable;
            return true;
        }
        m_context.m_unreadable += listing->unreadable;
        for (FolderEntry &found : listing->entries) {
            ContextEntry entry;
            entry.path = joinedPath(path, found.name);
            if (isOver(entry.path.size()))
                return false;
            const DockerIgnore::Verdict verdict = rules.verdictIn(matched, entry.path);
            m_patternSteps += verdict.work;
            entry.kind = found.kind;
            entry.bytes = found.bytes;
            entry.target = std::move(found.target);
            entry.isSent = !verdict.isIgnored;
            if (verdict.rule)
                entry.rule = static_cast<std::uint32_t>(*verdict.rule);
            const bool isFolder = entry.kind == EntryKind::Folder;
            entry.isListed = isFolder && !(verdict.isIgnored && rules.isIgnoredThroughout(entry.path));
            const std::string below = entry.path;
            const bool isEntered = entry.isListed;
            const std::size_t index = m_context.m_entries.size();
            m_context.m_entries.push_back(std::move(entry));
            if (!isEntered)
                continue;
            if (depth == m_limits.depth) {
                m_context.m_entries[index].isListed = false;
                m_context.m_stop = ContextStop::Depth;
                continue;
            }
            const Result<Folder> inner = folder.folder(found.name);
            if (!inner) {
                m_context.m_entries[index].isListed = false;
                ++m_context.m_unreadable;
                continue;
            }
            if (!walk(*inner, below, verdict.folder, depth + 1))
                return false;
        }
        return listing->isWhole || !mustStop(ContextStop::Entries);
    }

    const ContextLimits &m_limits;
    const std::stop_token &m_stop;
    std::size_t m_pathBytes = 0;
    std::size_t m_patternSteps = 0;
    BuildContext m_context;
};

Result<BuildContext> readBuildContext(const std::string &folder, std::string_view dockerfile,
                                      const ContextLimits &limits, const std::stop_token &stop)
{
    const Result<Folder> root = Folder::open(folder);
    if (!root)
        return tl::unexpected(root.error());
    return ContextReader(limits, stop).read(*root, dockerfile);
}

} // namespace drydock
