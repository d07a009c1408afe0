// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/label_formats.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool areDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isDigit);
}

/// Two digits; -1 if they are none. \pre at + 2 <= text.size()
int pairAt(std::string_view text, std::size_t at)
{
    if (!isDigit(text[at]) || !isDigit(text[at + 1]))
        return -1;
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

/// Parts between dots, each at least one character of those that `isAllowed` takes.
template <typename IsAllowed>
bool areParts(std::string_view text, IsAllowed isAllowed)
{
    bool isEmpty = true;
    for (const char c : text) {
        if (c == '.' ? isEmpty : !isAllowed(c))
            return false;
        isEmpty = c == '.';
    }
    return !isEmpty;
}

bool isAtomCharacter(char c)
{
    return isLetter(c) || isDigit(c) || static_cast<unsigned char>(c) >= 0x80
        || std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

bool isVersionNumber(std::string_view text)
{
    return areDigits(text) && (text.size() == 1 || text[0] != '0');
}

} // namespace

bool isLabelKind(std::string_view kind)
{
    static constexpr std::array<std::string_view, 8> kinds {"text",   "rawtext", "url",  "email",
                                                            "semver", "rfc3339", "spdx", "hash"};
    return std::ranges::find(kinds, kind) != kinds.end();
}

bool isUrl(std::string_view value)
{
    const std::size_t colon = value.find(':');
    if (colon == std::string_view::npos || colon + 1 == value.size() || !isLetter(value[0]))
        return false;
    const bool isScheme = std::ranges::all_of(value.substr(0, colon), [](char c) {
        return isLetter(c) || isDigit(c) || c == '+' || c == '-' || c == '.';
    });
    const bool isEscaped = std::ranges::all_of(value, [](char c) {
        return c > ' ' && c < 0x7f && std::string_view("<>\"{}|\\^`").find(c) == std::string_view::npos;
    });
    const std::string_view rest = value.substr(colon + 1);
    return isScheme && isEscaped && rest != "//";
}

bool isEmail(std::string_view value)
{
    const std::size_t at = value.rfind('@');
    if (at == std::string_view::npos || at == 0)
        return false;
    const std::string_view local = value.substr(0, at);
    const std::string_view domain = value.substr(at + 1);
    const bool isQuoted = local.size() > 2 && local.starts_with('"') && local.ends_with('"');
    if (!isQuoted && !areParts(local, isAtomCharacter))
        return false;
    const bool isLiteral = domain.size() > 2 && domain.starts_with('[') && domain.ends_with(']');
    return isLiteral || areParts(domain, isAtomCharacter);
}

bool isSemanticVersion(std::string_view value)
{
    const auto isMark = [](char c) { return isLetter(c) || isDigit(c) || c == '-'; };
    const std::size_t plus = value.find('+');
    if (plus != std::string_view::npos && !areParts(value.substr(plus + 1), isMark))
        return false;
    value = value.substr(0, plus);
    const std::size_t dash = value.find('-');
    if (dash != std::string_view::npos) {
        std::string_view parts = value.substr(dash + 1);
        if (!areParts(parts, isMark))
            return false;
        while (!parts.empty()) {
            const std::string_view part = parts.substr(0, parts.find('.'));
            if (areDigits(part) && !isVersionNumber(part))
                return false;
            parts.remove_prefix(std::min(part.size() + 1, parts.size()));
        }
    }
    value = value.substr(0, dash);
    const std::size_t first = value.find('.');
    const std::size_t second = first == std::string_view::npos ? first : value.find('.', first + 1);
    return second != std::string_view::npos && isVersionNumber(value.substr(0, first))
        && isVersionNumber(value.substr(first + 1, second - first - 1))
        && isVersionNumber(value.substr(second + 1));
}

bool isTimestamp(std::string_view value)
{
    static constexpr std::string_view shape = "0000-00-00T00:00:00";
    if (value.size() <= shape.size())
        return false;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const char c = value[i] == 't' || value[i] == ' ' ? 'T' : value[i];
        if (shape[i] == '0' ? !isDigit(c) : c != shape[i])
            return false;
    }
    const int year = pairAt(value, 0) * 100 + pairAt(value, 2);
    const int month = pairAt(value, 5);
    const int day = pairAt(value, 8);
    const bool isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    static constexpr std::array<int, 12> days {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12 || day < 1)
        return false;
    if (day > days[static_cast<std::size_t>(month - 1)] + (month == 2 && isLeap ? 1 : 0))
        return false;
    // A leap second is the sixtieth.
    if (pairAt(value, 11) > 23 || pairAt(value, 14) > 59 || pairAt(value, 17) > 60)
        return false;
    std::string_view zone = value.substr(shape.size());
    if (zone.starts_with('.')) {
        const std::size_t end = std::min(zone.find_first_not_of("0123456789", 1), zone.size());
        if (end == 1)
            return false;
        zone.remove_prefix(end);
    }
    if (zone == "Z" || zone == "z")
        return true;
    return zone.size() == 6 && (zone[0] == '+' || zone[0] == '-') && zone[3] == ':' && pairAt(zone, 1) >= 0
        && pairAt(zone, 1) <= 23 && pairAt(zone, 4) >= 0 && pairAt(zone, 4) <= 59;
}

bool isGitHash(std::string_view value)
{
    return ((value.size() >= 7 && value.size() <= 40) || value.size() == 64)
        && std::ranges::all_of(
               value, [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
}

} // namespace drydock
