// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/syntax/duration.h"

#include "model/syntax/characters.h"

#include <array>
#include <utility>

namespace drydock {

Duration parseDuration(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, double>, 8> units {{{"ns", 1},
                                                                                {"us", 1e3},
                                                                                {"\xC2\xB5s", 1e3},
                                                                                {"\xCE\xBCs", 1e3},
                                                                                {"ms", 1e6},
                                                                                {"s", 1e9},
                                                                                {"m", 60e9},
                                                                                {"h", 3600e9}}};
    const auto invalid = [text] { return Duration {0, "time: invalid duration " + quoted(text)}; };
    std::string_view rest = text;
    const bool isNegative = rest.starts_with('-');
    if (isNegative || rest.starts_with('+'))
        rest.remove_prefix(1);
    if (text.empty() || rest == "0")
        return {};
    if (rest.empty())
        return invalid();
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    double total = 0;
    while (!rest.empty()) {
        double value = 0;
        double scale = 1;
        bool hasDigits = false;
        bool isFraction = false;
        while (!rest.empty() && (isDigit(rest[0]) || (rest[0] == '.' && !isFraction))) {
            if (rest[0] == '.') {
                isFraction = true;
            } else {
                hasDigits = true;
                value = value * 10 + (rest[0] - '0');
                scale *= isFraction ? 10 : 1;
            }
            rest.remove_prefix(1);
        }
        if (!hasDigits)
            return invalid();
        std::size_t length = 0;
        while (length < rest.size() && rest[length] != '.' && !isDigit(rest[length]))
            ++length;
        if (length == 0)
            return {0, "time: missing unit in duration " + quoted(text)};
        const std::string_view name = rest.substr(0, length);
        rest.remove_prefix(length);
        double factor = 0;
        for (const auto &[unit, nanoseconds] : units)
            factor = unit == name ? nanoseconds : factor;
        if (factor == 0)
            return {0, "time: unknown unit " + quoted(name) + " in duration " + quoted(text)};
        total += value / scale * factor;
        if (total > 9.2e18)
            return invalid();
    }
    const auto nanoseconds = static_cast<std::int64_t>(total);
    return {isNegative ? -nanoseconds : nanoseconds, {}};
}

} // namespace drydock
