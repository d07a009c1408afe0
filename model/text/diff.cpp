// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/diff.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace drydock {
namespace {

constexpr std::ptrdiff_t mostDifferences = 2000;

/// Pairs (index in a, index in b) of lines that stay, ascending. Empty if there are too many differences.
std::vector<std::pair<std::size_t, std::size_t>> commonLines(const std::vector<std::string_view> &a,
                                                             const std::vector<std::string_view> &b)
{
    const auto n = static_cast<std::ptrdiff_t>(a.size());
    const auto m = static_cast<std::ptrdiff_t>(b.size());
    const std::ptrdiff_t most = std::min(n + m, mostDifferences);
    std::vector<std::vector<std::ptrdiff_t>> trace;
    std::vector<std::ptrdiff_t> furthest(static_cast<std::size_t>(2 * most + 3), 0);
    const auto at = [most](std::vector<std::ptrdiff_t> &v, std::ptrdiff_t k) -> std::ptrdiff_t & {
        return v[static_cast<std::size_t>(k + most + 1)];
    };
    bool isFound = false;
    std::ptrdiff_t d = 0;
    for (; d <= most && !isFound; ++d) {
        trace.push_back(furthest);
        for (std::ptrdiff_t k = -d; k <= d; k += 2) {
            const bool isDown = k == -d || (k != d && at(furthest, k - 1) < at(furthest, k + 1));
            std::ptrdiff_t x = isDown ? at(furthest, k + 1) : at(furthest, k - 1) + 1;
            std::ptrdiff_t y = x - k;
            while (x < n && y < m && a[static_cast<std::size_t>(x)] == b[static_cast<std::size_t>(y)]) {
                ++x;
                ++y;
            }
            at(furthest, k) = x;
            if (x >= n && y >= m) {
                isFound = true;
                break;
            }
        }
    }
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    if (!isFound)
        return pairs;
    std::ptrdiff_t x = n;
    std::ptrdiff_t y = m;
    for (std::ptrdiff_t step = d - 1; step >= 0; --step) {
        std::vector<std::ptrdiff_t> &before = trace[static_cast<std::size_t>(step)];
        const std::ptrdiff_t k = x - y;
        const bool isDown = k == -step || (k != step && at(before, k - 1) < at(before, k + 1));
        const std::ptrdiff_t previousK = isDown ? k + 1 : k - 1;
        const std::ptrdiff_t previousX = step == 0 ? 0 : at(before, previousK);
        const std::ptrdiff_t previousY = step == 0 ? 0 : previousX - previousK;
        while (x > previousX && y > previousY && x > 0 && y > 0) {
            --x;
            --y;
            pairs.emplace_back(static_cast<std::size_t>(x), static_cast<std::size_t>(y));
        }
        x = previousX;
        y = previousY;
    }
    std::reverse(pairs.begin(), pairs.end());
    return pairs;
}

} // namespace

std::vector<std::string_view> wholeLines(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
        lines.push_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return lines;
}

EditSet diffLines(std::string_view before, std::string_view after)
{
    EditSet edits;
    std::vector<std::string_view> a = wholeLines(before);
    std::vector<std::string_view> b = wholeLines(after);
    std::size_t head = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head])
        ++head;
    std::size_t tail = 0;
    while (tail < a.size() - head && tail < b.size() - head
           && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;

    const auto offsetIn = [](std::string_view text, const std::vector<std::string_view> &lines,
                             std::size_t line) {
        return line < lines.size() ? static_cast<std::size_t>(lines[line].data() - text.data()) : text.size();
    };
    const std::vector<std::string_view> middleA(a.begin() + static_cast<std::ptrdiff_t>(head),
                                                a.end() - static_cast<std::ptrdiff_t>(tail));
    const std::vector<std::string_view> middleB(b.begin() + static_cast<std::ptrdiff_t>(head),
                                                b.end() - static_cast<std::ptrdiff_t>(tail));
    auto pairs = commonLines(middleA, middleB);
    pairs.emplace_back(middleA.size(), middleB.size());
    std::size_t nextA = 0;
    std::size_t nextB = 0;
    for (const auto &[lineA, lineB] : pairs) {
        if (nextA != lineA || nextB != lineB) {
            const TextRange range {offsetIn(before, a, head + nextA), offsetIn(before, a, head + lineA)};
            const std::size_t from = offsetIn(after, b, head + nextB);
            const std::size_t to = offsetIn(after, b, head + lineB);
            (void)edits.add({range, std::string(after.substr(from, to - from))});
        }
        nextA = lineA + 1;
        nextB = lineB + 1;
    }
    return edits;
}

} // namespace drydock
