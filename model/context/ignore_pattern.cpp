// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/ignore_pattern.h"

#include "model/context/path_match.h"
#include "model/context/pattern_compiler.h"
#include "model/syntax/characters.h"

namespace drydock {
namespace {

constexpr std::string_view anyFolders = "(.*/)?";
constexpr std::string_view anyName = "[^/]*";

} // namespace

bool isPlainAscii(char c)
{
    constexpr std::string_view special = "*?[]\\^|{}";
    return static_cast<unsigned char>(c) < 0x80 && special.find(c) == std::string_view::npos;
}

std::optional<IgnorePattern> IgnorePattern::compile(std::string_view pattern)
{
    if (matchPath(pattern, ".") == PathMatch::BadPattern)
        return std::nullopt;
    IgnorePattern result;
    result.m_text = pattern;
    const bool isQuoting = pattern.find("\\Q") != std::string_view::npos;
    // The scanner behind the original drops a byte order mark at its start and reads invalid bytes as U+FFFD.
    const std::string valid
        = withValidUtf8(pattern.starts_with("\xEF\xBB\xBF") ? pattern.substr(3) : pattern);
    std::string expression = "^";
    for (std::size_t at = 0; at < valid.size();) {
        const char c = valid[at];
        const bool isFirst = at == 0;
        if (c == '*' && at + 1 < valid.size() && valid[at + 1] == '*') {
            at += 2;
            if (at < valid.size() && valid[at] == '/')
                ++at;
            if (at < valid.size()) {
                // Any folders behind any folders are any folders; a run of stars must not make a long program.
                if (isQuoting || !expression.ends_with(anyFolders))
                    expression += anyFolders;
                result.m_kind = Kind::Expression;
            } else if (result.m_kind == Kind::Exact) {
                result.m_kind = Kind::Prefix;
            } else {
                expression += ".*";
                result.m_kind = Kind::Expression;
            }
            if (isFirst)
                result.m_kind = Kind::Suffix;
            continue;
        }
        if (c == '\\') {
            const std::size_t length = at + 1 < valid.size() ? characterLengthAt(valid, at + 1) : 0;
            expression += valid.substr(at, 1 + length);
            if (length > 0)
                result.m_kind = Kind::Expression;
            at += 1 + length;
            continue;
        }
        if (c == '*' || c == '?') {
            expression += c == '*' ? anyName : anyName.substr(0, 4);
            result.m_kind = Kind::Expression;
        } else if (c == '[' || c == ']') {
            expression += c;
            result.m_kind = Kind::Expression;
        } else {
            // Not "|", "{" and "}": the original means to, but its table of bytes ends before them.
            constexpr std::string_view meansMore = ".+()$";
            if (meansMore.find(c) != std::string_view::npos)
                expression += '\\';
            expression += c;
        }
        ++at;
    }
    if (result.m_kind == Kind::Expression) {
        result.m_program = compilePattern(expression + "$");
        if (!result.m_program)
            return std::nullopt;
        result.noteEnds();
    }
    return result;
}

void IgnorePattern::noteEnds()
{
    if (m_text.find_first_of("\\|{") != std::string::npos)
        return;
    std::size_t head = 0;
    while (head < m_text.size() && isPlainAscii(m_text[head]))
        ++head;
    std::size_t tail = m_text.size();
    while (tail > head && isPlainAscii(m_text[tail - 1]))
        --tail;
    m_head = m_text.substr(0, head);
    m_tail = m_text.substr(tail);
    if (m_text.substr(0, tail).ends_with("**") && m_tail.starts_with('/'))
        m_tail.erase(0, 1); // The slash goes with the folders, of which there may be none.
}

bool IgnorePattern::isMatch(std::string_view path, std::size_t &work) const
{
    ++work;
    const std::string_view text = m_text;
    switch (m_kind) {
    case Kind::Exact:
        return path == text;
    case Kind::Prefix:
        return path.starts_with(text.substr(0, text.size() - 2));
    case Kind::Suffix: {
        const std::string_view end = text.substr(2);
        return path.ends_with(end) || (end.starts_with('/') && path == end.substr(1));
    }
    case Kind::Expression:
        return path.starts_with(m_head) && path.ends_with(m_tail) && m_program->isMatch(path, work);
    }
    return false;
}

} // namespace drydock
