// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/manifests/text_scan.h"

#include "model/syntax/characters.h"

#include <algorithm>

namespace drydock {
namespace {

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
        || static_cast<unsigned char>(c) >= 0x80;
}

bool isQuote(char c)
{
    return c == '"' || c == '\'';
}

/// The offset of the quote that ends what begins at `open`; npos if none does on this line.
std::size_t quoteEnd(std::string_view line, std::size_t open)
{
    for (std::size_t at = open + 1; at < line.size() && line[at] != '\n'; ++at) {
        if (line[at] == '\\')
            ++at;
        else if (line[at] == line[open])
            return at;
    }
    return std::string_view::npos;
}

} // namespace

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string_view line = text.substr(begin, end - begin);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        lines.push_back(line);
        begin = end + 1;
    }
    return lines;
}

std::vector<std::string_view> spacedWords(std::string_view line)
{
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < line.size();) {
        while (at < line.size() && isAsciiSpace(line[at]))
            ++at;
        const std::size_t begin = at;
        while (at < line.size() && !isAsciiSpace(line[at]))
            ++at;
        if (at > begin)
            words.push_back(line.substr(begin, at - begin));
    }
    return words;
}

std::string_view beforeMark(std::string_view line, std::string_view mark)
{
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line.substr(at).starts_with(mark))
            return line.substr(0, at);
        if (!isQuote(line[at]))
            continue;
        const std::size_t end = quoteEnd(line, at);
        if (end != std::string_view::npos) // Else an apostrophe.
            at = end;
    }
    return line;
}

std::optional<std::string_view> quotedText(std::string_view line, std::size_t from)
{
    for (std::size_t at = from; at < line.size() && line[at] != '\n'; ++at) {
        if (!isQuote(line[at]))
            continue;
        const std::size_t end = quoteEnd(line, at);
        if (end == std::string_view::npos)
            return std::nullopt;
        return line.substr(at + 1, end - at - 1);
    }
    return std::nullopt;
}

std::optional<std::size_t> behindWord(std::string_view text, std::string_view word, std::size_t from)
{
    for (std::size_t at = text.find(word, from); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !isNameCharacter(text[at - 1]))
            && (end == text.size() || !isNameCharacter(text[end])))
            return end;
    }
    return std::nullopt;
}

std::string_view nameAt(std::string_view text, std::size_t at, std::string_view others)
{
    std::size_t end = at;
    while (end < text.size()
           && (isNameCharacter(text[end]) || others.find(text[end]) != std::string_view::npos))
        ++end;
    return text.substr(std::min(at, text.size()), end - at);
}

void addOnce(std::vector<std::string> &list, std::string_view item)
{
    if (!item.empty() && std::find(list.begin(), list.end(), item) == list.end())
        list.emplace_back(item);
}

} // namespace drydock
