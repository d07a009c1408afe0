// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/syntax/directives.h"

#include "model/syntax/characters.h"

namespace drydock {
namespace {

/// Go's regexp class \s.
bool isPatternSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

} // namespace

std::optional<DirectiveText> directiveIn(std::string_view line)
{
    // ^([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$ behind the '#' and white space
    std::size_t at = skipSpace(line, 1);
    const std::size_t nameBegin = at;
    while (at < line.size() && (isLetter(line[at]) || (at > nameBegin && line[at] >= '0' && line[at] <= '9')))
        ++at;
    const std::string_view name = line.substr(nameBegin, at - nameBegin);
    if (!equalsIgnoringCase(name, "syntax") && !equalsIgnoringCase(name, "escape")
        && !equalsIgnoringCase(name, "check"))
        return std::nullopt;
    while (at < line.size() && isPatternSpace(line[at]))
        ++at;
    if (at == line.size() || line[at] != '=')
        return std::nullopt;
    ++at;
    while (at < line.size() && isPatternSpace(line[at]))
        ++at;
    std::size_t end = line.size();
    while (end > at && isPatternSpace(line[end - 1]))
        --end;
    if (at == end)
        return std::nullopt;
    return DirectiveText {name, line.substr(at, end - at)};
}

} // namespace drydock
