// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/suggest.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace drydock {
namespace {

constexpr std::size_t tooFar = 3;

std::string mapped(std::string_view text, char from, char to)
{
    std::string result(text);
    for (char &c : result) {
        if (c >= from && c <= to)
            c = static_cast<char>(c ^ 0x20);
    }
    return result;
}
std::string lower(std::string_view text)
{
    return mapped(text, 'A', 'Z');
}
std::string upper(std::string_view text)
{
    return mapped(text, 'a', 'z');
}

/// Two rows of the classic table (Wagner and Fischer, 1974).
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t {0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

} // namespace

std::string nearestOption(std::string_view word, std::span<const std::string_view> options,
                          MatchCase matchCase)
{
    if (word.size() > 256) // No option is that long; do not fill a table to find out.
        return {};
    const bool isSensitive = matchCase == MatchCase::Sensitive;
    const std::string wanted = isSensitive ? std::string(word) : lower(word);
    std::string nearest;
    std::size_t least = tooFar;
    for (const std::string_view option : options) {
        const std::string candidate = isSensitive ? std::string(option) : lower(option);
        if (candidate == wanted)
            return {};
        const std::size_t far = distance(wanted, candidate);
        if (far < least) {
            least = far;
            nearest = isSensitive || word == lower(word) ? candidate
                : word == upper(word)                    ? upper(candidate)
                                                         : candidate;
        }
    }
    return nearest;
}

std::string didYouMean(std::string_view word, std::span<const std::string_view> options, MatchCase matchCase)
{
    const std::string nearest = nearestOption(word, options, matchCase);
    return nearest.empty() ? std::string() : " (did you mean " + nearest + "?)";
}

} // namespace drydock
