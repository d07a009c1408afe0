// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/syntax/mount_options.h"

#include "model/syntax/characters.h"

#include <algorithm>

namespace drydock {
namespace {

/// A byte of a flag's value once quotes, escapes and continuations are gone, and where it came from.
struct PlacedByte {
    char byte;
    std::size_t offset;
};

std::vector<PlacedByte> placedBytes(const Syntax &syntax, const Instruction &instruction, TextRange range)
{
    std::vector<PlacedByte> raw;
    const auto pieces = syntax.piecesOf(instruction);
    for (auto piece = std::ranges::upper_bound(pieces, range.begin, {}, &Piece::end);
         piece != pieces.end() && piece->begin < range.end; ++piece) {
        const std::size_t end = std::min<std::size_t>(piece->end, range.end);
        for (std::size_t at = std::max<std::size_t>(piece->begin, range.begin); at < end; ++at)
            raw.push_back({syntax.text.bytes()[at], at});
    }
    std::vector<PlacedByte> result;
    char quote = '\0';
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const char c = raw[i].byte;
        if (quote != '\0' ? c == quote : c == '\'' || c == '"') {
            quote = quote != '\0' ? '\0' : c;
        } else if (c == '\\') {
            if (i + 1 < raw.size())
                result.push_back(raw[++i]);
        } else {
            result.push_back(raw[i]);
        }
    }
    return result;
}

FlagOption optionOf(const std::vector<PlacedByte> &bytes, std::size_t placeIfEmpty)
{
    FlagOption option;
    for (const PlacedByte &byte : bytes)
        option.field += byte.byte;
    const std::size_t equals = option.field.find('=');
    option.hasValue = equals != std::string::npos;
    option.key = lowered(option.field.substr(0, equals));
    const auto place = [&](std::size_t index) {
        return index < bytes.size() ? bytes[index].offset
            : bytes.empty()         ? placeIfEmpty
                                    : bytes.back().offset + 1;
    };
    const auto rangeOf = [&](std::size_t begin, std::size_t end) {
        const std::size_t from = place(begin);
        return TextRange {from, end > begin ? bytes[end - 1].offset + 1 : from};
    };
    option.range = rangeOf(0, bytes.size());
    option.keyRange = rangeOf(0, std::min(equals, bytes.size()));
    option.valueRange = {option.range.end, option.range.end};
    if (option.hasValue) {
        option.value = option.field.substr(equals + 1);
        option.valueRange = rangeOf(equals + 1, bytes.size());
    }
    return option;
}

} // namespace

std::vector<FlagOption> flagOptions(const Syntax &syntax, const Instruction &instruction, const Flag &flag)
{
    std::vector<FlagOption> options;
    const std::vector<PlacedByte> bytes = placedBytes(syntax, instruction, flag.value);
    if (bytes.empty())
        return options;
    std::vector<PlacedByte> field;
    std::size_t place = bytes.front().offset;
    bool isQuoted = false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i].byte;
        if (c == '"' && (isQuoted || field.empty())) {
            if (isQuoted && i + 1 < bytes.size() && bytes[i + 1].byte == '"')
                field.push_back(bytes[++i]);
            else
                isQuoted = !isQuoted;
        } else if (c == ',' && !isQuoted) {
            options.push_back(optionOf(field, place));
            field.clear();
            place = bytes[i].offset + 1;
        } else {
            field.push_back(bytes[i]);
        }
    }
    options.push_back(optionOf(field, place));
    return options;
}

const FlagOption *findOption(const std::vector<FlagOption> &options,
                             std::initializer_list<std::string_view> names)
{
    const auto found = std::find_if(options.rbegin(), options.rend(), [names](const FlagOption &option) {
        return std::ranges::find(names, option.key) != names.end();
    });
    return found == options.rend() ? nullptr : &*found;
}

} // namespace drydock
