// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/shell/pattern.h"

#include "model/syntax/characters.h"

namespace drydock {

std::optional<ShellPattern> ShellPattern::compile(std::string_view pattern, std::string &badEscape)
{
    ShellPattern result;
    for (std::size_t at = 0; at < pattern.size();) {
        std::size_t length = characterLengthAt(pattern, at);
        std::string_view character = pattern.substr(at, length);
        at += length;
        if (character == "*") {
            result.m_elements.push_back({Kind::Many, {}});
            continue;
        }
        if (character == "?") {
            result.m_elements.push_back({Kind::Any, {}});
            continue;
        }
        if (character == "\\") {
            const std::string_view next
                = at < pattern.size() ? pattern.substr(at, characterLengthAt(pattern, at)) : "";
            if (next == "}" || next == "/")
                continue; // The escape was for `${…}`, the character itself follows.
            if (next != "*" && next != "?" && next != "\\") {
                badEscape = next;
                return std::nullopt;
            }
            at += next.size();
            character = next;
        }
        result.m_elements.push_back({Kind::Literal, std::string(character)});
    }
    return result;
}

std::optional<std::size_t> ShellPattern::matchAtStart(std::string_view text, bool isLongest) const
{
    // All states at once: state i means that the first i elements are matched.
    std::vector<bool> states(m_elements.size() + 1, false);
    states[0] = true;
    const auto closeOver = [this, &states] {
        for (std::size_t i = 0; i < m_elements.size(); ++i) {
            if (states[i] && m_elements[i].kind == Kind::Many)
                states[i + 1] = true;
        }
    };
    closeOver();
    std::optional<std::size_t> found;
    if (states.back())
        found = 0;
    for (std::size_t at = 0; at < text.size() && !(found && !isLongest);) {
        const std::size_t length = characterLengthAt(text, at);
        const std::string_view character = text.substr(at, length);
        at += length;
        std::vector<bool> next(states.size(), false);
        bool isAlive = false;
        for (std::size_t i = 0; i < m_elements.size(); ++i) {
            if (!states[i])
                continue;
            const bool isWild = character != "\n";
            if (m_elements[i].kind == Kind::Many && isWild)
                next[i] = isAlive = true;
            else if (m_elements[i].kind == Kind::Literal ? m_elements[i].literal == character
                                                         : m_elements[i].kind == Kind::Any && isWild)
                next[i + 1] = isAlive = true;
        }
        states = std::move(next);
        closeOver();
        if (states.back())
            found = at;
        if (!isAlive)
            break;
    }
    return found;
}

std::optional<std::size_t> ShellPattern::matchAtEnd(std::string_view text, bool isLongest) const
{
    // Both turned around, character by character.
    ShellPattern backward;
    backward.m_elements.assign(m_elements.rbegin(), m_elements.rend());
    std::string reversed;
    reversed.reserve(text.size());
    std::vector<std::size_t> lengths;
    for (std::size_t at = 0; at < text.size(); at += lengths.back())
        lengths.push_back(characterLengthAt(text, at));
    std::size_t end = text.size();
    for (std::size_t i = lengths.size(); i-- > 0;) {
        reversed.append(text.substr(end - lengths[i], lengths[i]));
        end -= lengths[i];
    }
    return backward.matchAtStart(reversed, isLongest);
}

} // namespace drydock
