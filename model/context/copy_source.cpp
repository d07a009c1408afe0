// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/copy_source.h"

#include "model/base/suggest.h"
#include "model/context/path_match.h"
#include "model/syntax/characters.h"

#include <algorithm>

namespace drydock {
namespace {

constexpr std::size_t mostCandidates = 2000; ///< Names that are compared for a suggestion.

/// The part in front of the first component with a wildcard, and the rest.
struct SplitSource {
    std::string fixed;
    std::string pattern; ///< Empty if there is no wildcard.
};

SplitSource split(const std::string &source)
{
    std::size_t begin = 0;
    while (begin < source.size()) {
        const std::size_t end = std::min(source.find('/', begin), source.size());
        if (hasWildcard(std::string_view(source).substr(begin, end - begin)))
            return {source.substr(0, begin == 0 ? 0 : begin - 1), source.substr(begin)};
        begin = end + 1;
    }
    return {source, {}};
}

class SourceReader {
public:
    SourceReader(const BuildContext &context, const CopyRequest &request)
        : m_context(context)
        , m_request(request)
    { }

    CopySource read()
    {
        const Result<DockerIgnore> excludes = DockerIgnore::fromPatterns(m_request.excludes);
        if (!excludes)
            return ended(CopySource::State::BadPattern);
        m_excludes = *excludes;
        if (m_request.keepsParents)
            return readWithParents();
        const SplitSource source = split(pathFromRoot(m_request.source));
        return source.pattern.empty() ? readPlain(source.fixed) : readWildcard(source);
    }

private:
    using State = CopySource::State;

    CopySource ended(State state)
    {
        m_result.state = state;
        return std::move(m_result);
    }

    std::size_t size() const { return m_context.entries().size(); }

    CopySource readPlain(const std::string &path)
    {
        const std::optional<std::string> resolved = m_context.withoutLinks(path);
        if (!resolved)
            return ended(State::Missing);
        if (!take(*resolved))
            return endMissing(path, *resolved);
        return ended(State::Taken);
    }

    /// The source is looked for below the fixed part; a folder that fits is taken whole and not searched.
    CopySource readWildcard(const SplitSource &source)
    {
        if (matchPath(source.pattern, ".") == PathMatch::BadPattern)
            return ended(State::BadPattern);
        const std::optional<std::string> root = m_context.withoutLinks(source.fixed);
        const std::optional<std::size_t> folder = root ? m_context.find(*root) : std::nullopt;
        if (!root || (!root->empty() && (!folder || !m_context.entries()[*folder].isSent)))
            return endMissing(source.fixed, root.value_or(source.fixed));
        const std::size_t end = folder ? m_context.endOf(*folder) : size();
        bool hasFound = false;
        for (std::size_t i = folder ? *folder + 1 : 0; i < end;) {
            const ContextEntry &entry = m_context.entries()[i];
            const std::string_view relative
                = std::string_view(entry.path).substr(root->empty() ? 0 : root->size() + 1);
            if (matchPath(source.pattern, relative) != PathMatch::Yes) {
                ++i;
                continue;
            }
            const std::optional<std::string> resolved = m_context.withoutLinks(entry.path);
            if (entry.isSent && resolved && take(*resolved))
                hasFound = true;
            else if (entry.isSent)
                return endMissing(entry.path, resolved.value_or(entry.path)); // A link that leads nowhere.
            else if (!m_result.rule)
                m_result.rule = entry.rule;
            i = m_context.endOf(i);
        }
        if (!hasFound)
            return ended(m_context.isWhole() ? State::Nothing : State::Unknown);
        m_result.rule.reset();
        return ended(State::Taken);
    }

    /// --parents: what stands before "/./" is the root, the rest is a pattern of patternmatcher's kind ("**" too).
    CopySource readWithParents()
    {
        const std::string &source = m_request.source;
        const std::size_t pivot = source.find("/./");
        const std::string fixed = pivot == std::string::npos ? "" : pathFromRoot(source.substr(0, pivot));
        const std::string pattern
            = pathFromRoot(pivot == std::string::npos ? std::string_view(source)
                                                      : std::string_view(source).substr(pivot + 3));
        const Result<DockerIgnore> includes = DockerIgnore::fromPatterns(std::vector<std::string> {pattern});
        if (!includes)
            return ended(State::BadPattern);
        if (!hasWildcard(fixed) && !hasWildcard(pattern)) {
            const std::string path = joinedPath(fixed, pattern);
            const std::optional<std::string> resolved = m_context.withoutLinks(path);
            const std::optional<std::size_t> entry = resolved ? m_context.find(*resolved) : std::nullopt;
            if (resolved != "" && (!entry || !m_context.entries()[*entry].isSent))
                return endMissing(path, resolved.value_or(path));
        }
        const std::optional<std::string> root = m_context.withoutLinks(fixed);
        if (!root || !takeFolder(*root, pattern.empty() ? nullptr : &*includes))
            return endMissing(fixed, root.value_or(fixed));
        const bool isTaken = !m_result.entries.empty() || m_result.folders > 0;
        return ended(isTaken || m_context.isWhole() ? (isTaken ? State::Taken : State::Nothing)
                                                    : State::Unknown);
    }

    /// \returns false if nothing that is sent has this path.
    bool take(const std::string &path)
    {
        const std::optional<std::size_t> index = m_context.find(path);
        if (path.empty() || (index && m_context.entries()[*index].kind == EntryKind::Folder))
            return takeFolder(path, nullptr);
        if (!index || !m_context.entries()[*index].isSent)
            return false;
        m_result.entries.push_back(*index);
        return true;
    }

    /// What is sent in the folder, is not excluded, and, if there are includes, is named by them.
    bool takeFolder(const std::string &path, const DockerIgnore *includes)
    {
        const std::optional<std::size_t> index = m_context.find(path);
        if (!path.empty() && (!index || !m_context.entries()[*index].isSent))
            return false;
        if (!includes)
            ++m_result.folders;
        const std::size_t end = index ? m_context.endOf(*index) : size();
        const std::size_t prefix = path.empty() ? 0 : path.size() + 1;
        for (std::size_t i = index ? *index + 1 : 0; i < end; ++i) {
            const ContextEntry &entry = m_context.entries()[i];
            if (!entry.isSent)
                continue;
            const std::string_view relative = std::string_view(entry.path).substr(prefix);
            // "Ignored" by the includes is what they name.
            if ((includes && !includes->isIgnored(relative)) || m_excludes.isIgnored(relative))
                continue;
            if (entry.kind == EntryKind::Folder)
                ++m_result.folders;
            else
                m_result.entries.push_back(i);
        }
        return true;
    }

    /// Nothing that is sent has the path: is it left out, unknown, or not there?
    CopySource endMissing(const std::string &asked, const std::string &resolved)
    {
        m_result.entries.clear();
        m_result.folders = 0;
        const DockerIgnore &rules = m_context.ignoreFile().rules;
        const bool isOnDisk = m_context.find(resolved).has_value();
        // In a folder that is left out as a whole nothing is listed: that is enough to know.
        if (rules.isIgnored(resolved) && (isOnDisk || isBelowUnlisted(resolved))) {
            m_result.rule = rules.decidingRule(resolved);
            return ended(State::Ignored);
        }
        if (!m_context.isWhole())
            return ended(State::Unknown);
        m_result.suggestion = suggestion(asked);
        return ended(State::Missing);
    }

    bool isBelowUnlisted(std::string_view path) const
    {
        for (std::string_view above = folderOfPath(path); !above.empty(); above = folderOfPath(above)) {
            if (const auto index = m_context.find(above)) {
                const ContextEntry &entry = m_context.entries()[*index];
                return entry.kind == EntryKind::Folder && !entry.isListed;
            }
        }
        return false;
    }

    /// A name like it in the same folder, else a file of its name elsewhere if there is just one.
    std::string suggestion(const std::string &path) const
    {
        const std::string_view folder = folderOfPath(path);
        const std::string_view name = nameOfPath(path);
        std::vector<std::string_view> names;
        std::size_t sameName = 0;
        std::string elsewhere;
        for (const ContextEntry &entry : m_context.entries()) {
            if (!entry.isSent || entry.path == path) // A link that leads nowhere is there itself.
                continue;
            const std::string_view entryName = nameOfPath(entry.path);
            if (folderOfPath(entry.path) == folder && names.size() < mostCandidates) {
                if (equalsIgnoringCase(entryName, name))
                    return entry.path;
                names.push_back(entryName);
            }
            if (entryName == name && entry.kind == EntryKind::File && ++sameName == 1)
                elsewhere = entry.path;
        }
        const std::string near = nearestOption(name, names, MatchCase::Sensitive);
        if (!near.empty())
            return joinedPath(folder, near);
        return sameName == 1 ? elsewhere : std::string();
    }

    const BuildContext &m_context;
    const CopyRequest &m_request;
    DockerIgnore m_excludes;
    CopySource m_result;
};

} // namespace

CopySource takenBy(const BuildContext &context, const CopyRequest &request)
{
    CopySource result = SourceReader(context, request).read();
    std::sort(result.entries.begin(), result.entries.end());
    result.entries.erase(std::unique(result.entries.begin(), result.entries.end()), result.entries.end());
    for (const std::size_t index : result.entries) {
        const ContextEntry &entry = context.entries()[index];
        result.bytes += entry.kind == EntryKind::File ? entry.bytes : 0;
    }
    return result;
}

} // namespace drydock
