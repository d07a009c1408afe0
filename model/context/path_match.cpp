// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/path_match.h"

#include "model/syntax/characters.h"

#include <optional>
#include <vector>

namespace drydock {
namespace {

std::vector<std::string_view> partsOf(std::string_view path)
{
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        parts.push_back(path.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

/// What follows one `*` up to the next: matched in one piece, at one place.
struct Chunk {
    bool followsStar = false;
    std::string_view text;
};

std::vector<Chunk> chunksOf(std::string_view pattern)
{
    std::vector<Chunk> chunks;
    std::size_t at = 0;
    while (at < pattern.size()) {
        Chunk chunk;
        for (; at < pattern.size() && pattern[at] == '*'; ++at)
            chunk.followsStar = true;
        bool isInClass = false;
        const std::size_t begin = at;
        for (; at < pattern.size() && (pattern[at] != '*' || isInClass); ++at) {
            if (pattern[at] == '\\' && at + 1 < pattern.size())
                ++at;
            else if (pattern[at] == '[')
                isInClass = true;
            else if (pattern[at] == ']')
                isInClass = false;
        }
        chunk.text = pattern.substr(begin, at - begin);
        chunks.push_back(chunk);
    }
    return chunks;
}

/// Reads one chunk against the beginning of a text. Goes on to the end of the chunk after a mismatch, since a bad
/// pattern is bad whatever it is asked about.
class ChunkMatcher {
public:
    ChunkMatcher(std::string_view chunk, std::string_view text)
        : m_chunk(chunk)
        , m_text(text)
    { }

    PathMatch match()
    {
        while (m_at < m_chunk.size()) {
            if (m_atText == m_text.size())
                m_hasFailed = true;
            if (!(m_chunk[m_at] == '[' ? matchClass() : matchOne()))
                return PathMatch::BadPattern;
        }
        return m_hasFailed ? PathMatch::No : PathMatch::Yes;
    }
    /// Bytes of the text that were used. \pre match() said Yes.
    std::size_t length() const { return m_atText; }

private:
    bool matchOne()
    {
        if (m_chunk[m_at] == '?') {
            ++m_at;
            if (!m_hasFailed && m_text[m_atText] == '/')
                m_hasFailed = true;
            else if (!m_hasFailed)
                m_atText += characterLengthAt(m_text, m_atText);
            return true;
        }
        if (m_chunk[m_at] == '\\' && ++m_at == m_chunk.size())
            return false;
        if (!m_hasFailed && m_text[m_atText] != m_chunk[m_at])
            m_hasFailed = true;
        else if (!m_hasFailed)
            ++m_atText;
        ++m_at;
        return true;
    }

    bool matchClass()
    {
        char32_t character = 0;
        if (!m_hasFailed) {
            character = characterAt(m_text, m_atText);
            m_atText += characterLengthAt(m_text, m_atText);
        }
        ++m_at;
        const bool isNegated = m_at < m_chunk.size() && m_chunk[m_at] == '^';
        if (isNegated)
            ++m_at;
        bool isInside = false;
        for (bool isFirst = true;; isFirst = false) {
            if (!isFirst && m_at < m_chunk.size() && m_chunk[m_at] == ']')
                break;
            const std::optional<char32_t> low = memberOfClass();
            if (!low)
                return false;
            std::optional<char32_t> high = low;
            if (m_chunk[m_at] == '-') {
                ++m_at;
                high = memberOfClass();
                if (!high)
                    return false;
            }
            isInside = isInside || (*low <= character && character <= *high);
        }
        ++m_at;
        if (isInside == isNegated)
            m_hasFailed = true;
        return true;
    }

    /// Something has to follow: at least the "]".
    std::optional<char32_t> memberOfClass()
    {
        if (m_at == m_chunk.size() || m_chunk[m_at] == '-' || m_chunk[m_at] == ']')
            return std::nullopt;
        if (m_chunk[m_at] == '\\' && ++m_at == m_chunk.size())
            return std::nullopt;
        const std::size_t length = characterLengthAt(m_chunk, m_at);
        const char32_t character = characterAt(m_chunk, m_at);
        if (character == 0xFFFD && length == 1)
            return std::nullopt;
        m_at += length;
        return m_at < m_chunk.size() ? std::optional(character) : std::nullopt;
    }

    std::string_view m_chunk;
    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_atText = 0;
    bool m_hasFailed = false;
};

bool areFine(const std::vector<Chunk> &chunks)
{
    for (const Chunk &chunk : chunks) {
        if (ChunkMatcher(chunk.text, {}).match() == PathMatch::BadPattern)
            return false;
    }
    return true;
}

} // namespace

std::string cleanPath(std::string_view path)
{
    const bool isRooted = path.starts_with('/');
    std::vector<std::string_view> kept;
    for (const std::string_view part : partsOf(path)) {
        if (part.empty() || part == ".")
            continue;
        const bool isUp = part == "..";
        if (isUp && !kept.empty() && kept.back() != "..")
            kept.pop_back();
        else if (!isUp || !isRooted)
            kept.push_back(part);
    }
    std::string clean;
    for (const std::string_view part : kept) {
        if (isRooted || !clean.empty())
            clean += '/';
        clean += part;
    }
    if (clean.empty())
        clean = isRooted ? "/" : ".";
    return clean;
}

std::string pathFromRoot(std::string_view path)
{
    return cleanPath("/" + std::string(path)).substr(1);
}

std::string joinedPath(std::string_view folder, std::string_view path)
{
    std::string result(folder);
    if (!folder.empty() && !path.empty())
        result += '/';
    return result += path;
}

std::string_view folderOfPath(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view nameOfPath(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

bool hasWildcard(std::string_view path)
{
    for (std::size_t at = 0; at < path.size(); ++at) {
        if (path[at] == '\\')
            ++at;
        else if (path[at] == '*' || path[at] == '?' || path[at] == '[')
            return true;
    }
    return false;
}

PathMatch matchPath(std::string_view pattern, std::string_view path)
{
    const std::vector<Chunk> chunks = chunksOf(pattern);
    if (!areFine(chunks))
        return PathMatch::BadPattern;
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        const Chunk &chunk = chunks[i];
        const bool isLast = i + 1 == chunks.size();
        if (chunk.followsStar && chunk.text.empty())
            return path.find('/') == std::string_view::npos ? PathMatch::Yes : PathMatch::No;
        bool isPlaced = false;
        for (std::size_t skipped = 0; skipped <= path.size(); ++skipped) {
            ChunkMatcher matcher(chunk.text, path.substr(skipped));
            if (matcher.match() == PathMatch::Yes && (!isLast || skipped + matcher.length() == path.size())) {
                path.remove_prefix(skipped + matcher.length());
                isPlaced = true;
                break;
            }
            if (!chunk.followsStar || skipped == path.size() || path[skipped] == '/')
                break;
        }
        if (!isPlaced)
            return PathMatch::No;
    }
    return path.empty() ? PathMatch::Yes : PathMatch::No;
}

} // namespace drydock
