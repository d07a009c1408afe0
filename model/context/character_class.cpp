// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/character_class.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

/// Ranges as pairs of characters: "azAZ" is a–z and A–Z.
CharacterClass ofPairs(std::string_view pairs)
{
    CharacterClass result;
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2)
        result.add(static_cast<unsigned char>(pairs[i]), static_cast<unsigned char>(pairs[i + 1]));
    return result;
}

struct Named {
    std::string_view name;
    std::string_view pairs;
};

using namespace std::string_view_literals;

constexpr std::array<Named, 14> named {{
    {"alnum", "09AZaz"},
    {"alpha", "AZaz"},
    {"ascii", "\0\x7F"sv},
    {"blank", "\t\t  "},
    {"cntrl", "\0\x1F\x7F\x7F"sv},
    {"digit", "09"},
    {"graph", "!~"},
    {"lower", "az"},
    {"print", " ~"},
    {"punct", "!/:@[`{~"},
    {"space", "\t\r  "},
    {"upper", "AZ"},
    {"word", "09AZaz__"},
    {"xdigit", "09AFaf"},
}};

} // namespace

void CharacterClass::add(const CharacterClass &other)
{
    m_others.push_back(other);
}

bool CharacterClass::contains(char32_t character) const
{
    const bool isListed
        = std::any_of(m_ranges.begin(), m_ranges.end(),
                      [=](const Range &range) { return character >= range.first && character <= range.last; })
        || std::any_of(m_others.begin(), m_others.end(),
                       [=](const CharacterClass &other) { return other.contains(character); });
    return isListed != m_isNegated;
}

std::optional<CharacterClass> CharacterClass::byLetter(char letter)
{
    CharacterClass result;
    switch (letter) {
    case 'd':
    case 'D':
        result = ofPairs("09");
        break;
    case 's':
    case 'S':
        result = ofPairs("\t\n\f\r  ");
        break;
    case 'w':
    case 'W':
        result = ofPairs("09AZaz__");
        break;
    default:
        return std::nullopt;
    }
    if (letter < 'a')
        result.negate();
    return result;
}

std::optional<CharacterClass> CharacterClass::byName(std::string_view name)
{
    const bool isNegated = name.starts_with('^');
    if (isNegated)
        name.remove_prefix(1);
    const auto *const found
        = std::find_if(named.begin(), named.end(), [name](const Named &one) { return one.name == name; });
    if (found == named.end())
        return std::nullopt;
    CharacterClass result = ofPairs(found->pairs);
    if (isNegated)
        result.negate();
    return result;
}

} // namespace drydock
