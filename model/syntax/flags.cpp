// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/syntax/flags.h"

#include "model/syntax/characters.h"

namespace drydock {
namespace {

/// End of the flag word that begins at `at`: the first blank outside of quotes.
std::size_t endOfWord(std::string_view text, std::size_t at)
{
    char quote = '\0';
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quote == '\0' && isByteSpace(c))
            break;
        if (quote != '\0' ? c == quote : c == '\'' || c == '"')
            quote = quote != '\0' ? '\0' : c;
        else if (c == '\\' && at + 1 < text.size())
            ++at;
    }
    return at;
}

} // namespace

std::string flagText(std::string_view raw)
{
    std::string result;
    char quote = '\0';
    for (std::size_t i = 0; i < raw.size(); ++i) {
        char c = raw[i];
        if (quote != '\0' ? c == quote : c == '\'' || c == '"') {
            quote = quote != '\0' ? '\0' : c;
            continue;
        }
        if (c == '\\') {
            if (i + 1 == raw.size())
                continue;
            c = raw[++i];
        }
        // BuildKit widens each byte to a character: a UTF-8 "ü" comes out as two. Followed, since messages show it.
        appendUtf8(result, static_cast<unsigned char>(c));
    }
    return result;
}

std::size_t splitFlags(const LogicalLine &line, std::size_t begin, std::vector<Flag> &flags,
                       std::vector<Span> &spans)
{
    const std::string_view text = line.text;
    std::size_t at = begin;
    while (true) {
        while (at < text.size() && isByteSpace(text[at]))
            ++at;
        if (text.substr(at, 2) != "--")
            return at;
        const std::size_t end = endOfWord(text, at);
        const auto span = [&spans](std::size_t from, std::size_t to, TokenKind kind) {
            spans.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), kind});
        };
        if (end == at + 2) {
            span(at, end, TokenKind::FlagEnd);
            return end;
        }
        const std::size_t equals = text.substr(at, end - at).find('=');
        const bool hasValue = equals != std::string_view::npos;
        const std::size_t nameEnd = hasValue ? at + equals : end;
        Flag flag;
        flag.range = line.source(at, end);
        flag.name = line.source(at, nameEnd);
        flag.hasValue = hasValue;
        flag.value = hasValue ? line.source(nameEnd + 1, end) : TextRange {flag.range.end, flag.range.end};
        flags.push_back(flag);
        span(at, nameEnd, TokenKind::FlagName);
        if (hasValue) {
            span(nameEnd, nameEnd + 1, TokenKind::FlagEquals);
            if (nameEnd + 1 < end)
                span(nameEnd + 1, end, TokenKind::FlagValue);
        }
        at = end;
    }
}

} // namespace drydock
