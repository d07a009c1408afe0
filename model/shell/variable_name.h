// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace drydock {

/// A byte of a variable's name, as shells and BuildKit have them: `[A-Za-z_][A-Za-z0-9_]*`.
inline bool isVariableNameByte(char c, bool isFirst)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (!isFirst && c >= '0' && c <= '9');
}

inline bool isVariableName(std::string_view name)
{
    return !name.empty() && isVariableNameByte(name.front(), true)
        && std::ranges::all_of(name, [](char c) { return isVariableNameByte(c, false); });
}

/// The names behind each `$` or `${`: "PORT" of `$PORT` and `${PORT:-80}`. Too many rather than too few: quoting is not looked
/// at.
inline std::set<std::string, std::less<>> variablesIn(std::string_view text)
{
    std::set<std::string, std::less<>> names;
    for (std::size_t at = text.find('$'); at != std::string_view::npos; at = text.find('$', at + 1)) {
        std::size_t begin = at + 1;
        if (begin < text.size() && text[begin] == '{')
            ++begin;
        std::size_t end = begin;
        while (end < text.size() && isVariableNameByte(text[end], end == begin))
            ++end;
        if (end > begin)
            names.emplace(text.substr(begin, end - begin));
    }
    return names;
}

} // namespace drydock
