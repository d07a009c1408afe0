// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exporting/unified_diff.h"

#include "model/text/diff.h"

#include <algorithm>
#include <vector>

namespace drydock {
namespace {

constexpr std::size_t linesAround = 3;

/// Lines that are replaced by others, by their numbers from 0.
struct Change {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::vector<std::string_view> added; ///< Views of the edit's replacement.
};

std::vector<Change> changesOf(const EditSet &edits, std::string_view before)
{
    std::vector<Change> changes;
    std::size_t offset = 0;
    std::size_t line = 0;
    const auto lineAt = [&](std::size_t at) {
        const auto part = before.substr(offset, at - offset);
        line += static_cast<std::size_t>(std::ranges::count(part, '\n'));
        // Behind a last line without its end stands another line all the same.
        if (at == before.size() && at > offset && part.back() != '\n')
            ++line;
        offset = at;
        return line;
    };
    for (const TextEdit &edit : edits) {
        const std::size_t begin = lineAt(edit.range.begin);
        changes.push_back({begin, lineAt(edit.range.end), wholeLines(edit.replacement)});
    }
    return changes;
}

void addLine(std::string &out, char mark, std::string_view line)
{
    out += mark;
    out += line;
    if (!line.ends_with('\n'))
        out += "\n\\ No newline at end of file\n";
}

/// "12,3" as the head of a hunk has it: a length of 1 is left out, and one of 0 follows the line before.
std::string span(std::size_t begin, std::size_t length)
{
    const std::string first = std::to_string(length == 0 ? begin : begin + 1);
    return length == 1 ? first : first + "," + std::to_string(length);
}

/// A file's name for the head: in quotes if it has characters that end it or that a terminal would obey.
std::string nameForHead(std::string_view name)
{
    const bool isPlain = std::ranges::none_of(name, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == '\x7f';
    });
    if (isPlain)
        return std::string(name) + (name.find(' ') == std::string_view::npos ? "" : "\t");
    std::string quoted = "\"";
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            quoted += '\\';
            quoted += c;
        } else if (byte < 0x20 || byte == 0x7f) {
            quoted += '\\';
            for (const unsigned shift : {6U, 3U, 0U})
                quoted += static_cast<char>('0' + ((byte >> shift) & 7U));
        } else {
            quoted += c;
        }
    }
    return quoted + "\"";
}

} // namespace

std::string unifiedDiff(std::string_view name, const std::optional<std::string_view> &before,
                        std::string_view after)
{
    const std::string_view old = before.value_or(std::string_view());
    if (before && old == after)
        return {};
    const EditSet edits = diffLines(old, after);
    const std::vector<std::string_view> lines = wholeLines(old);
    const std::vector<Change> changes = changesOf(edits, old);
    const std::string head = nameForHead(name);
    std::string out = "--- " + (before ? head : std::string("/dev/null")) + "\n+++ " + head + "\n";
    std::ptrdiff_t shift = 0; ///< How much further down the new lines are.
    for (std::size_t first = 0; first < changes.size();) {
        std::size_t last = first;
        while (last + 1 < changes.size() && changes[last + 1].begin - changes[last].end <= 2 * linesAround)
            ++last;
        const std::size_t begin = changes[first].begin - std::min(changes[first].begin, linesAround);
        const std::size_t end = std::min(lines.size(), changes[last].end + linesAround);
        std::string body;
        std::size_t next = begin;
        std::ptrdiff_t grown = 0;
        for (std::size_t i = first; i <= last; ++i) {
            const Change &change = changes[i];
            for (; next < change.begin; ++next)
                addLine(body, ' ', lines[next]);
            for (; next < change.end; ++next)
                addLine(body, '-', lines[next]);
            for (const std::string_view line : change.added)
                addLine(body, '+', line);
            grown += static_cast<std::ptrdiff_t>(change.added.size())
                - static_cast<std::ptrdiff_t>(change.end - change.begin);
        }
        for (; next < end; ++next)
            addLine(body, ' ', lines[next]);
        const auto moved = [](std::size_t line, std::ptrdiff_t by) {
            return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(line) + by);
        };
        out += "@@ -" + span(begin, end - begin) + " +" + span(moved(begin, shift), moved(end - begin, grown))
            + " @@\n" + body;
        shift += grown;
        first = last + 1;
    }
    return out;
}

} // namespace drydock
