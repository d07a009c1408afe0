// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/history_words.h"

#include <algorithm>

namespace drydock {
namespace {

constexpr std::string_view buildkitMark = "# buildkit";
constexpr std::string_view classicMark = "#(nop)";

bool isBlank(char each)
{
    return each == ' ' || each == '\t' || each == '\n' || each == '\r';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Takes the keyword off `text`. Builders write it in capitals; a program of that name is none.
Keyword takeKeyword(std::string_view &text)
{
    const std::size_t end = std::min(text.find(' '), text.size());
    const Keyword keyword = keywordOf(text.substr(0, end));
    if (keyword == Keyword::Unknown || nameOf(keyword) != text.substr(0, end))
        return Keyword::Unknown;
    text = trimmed(text.substr(end));
    return keyword;
}

} // namespace

std::string withSingleBlanks(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (const char each : text) {
        if (!isBlank(each))
            result.push_back(each);
        else if (!result.empty() && result.back() != ' ')
            result.push_back(' ');
    }
    if (result.ends_with(' '))
        result.pop_back();
    return result;
}

HistoryWords historyWordsOf(std::string_view createdBy)
{
    std::string_view text = trimmed(createdBy);
    if (text.ends_with(buildkitMark))
        text = trimmed(text.substr(0, text.size() - buildkitMark.size()));
    if (text.empty())
        return {};
    HistoryWords words;
    // Behind the shell, whichever that is: `/bin/bash -o pipefail -c #(nop) ENV A=1`.
    if (const std::size_t mark = text.find(classicMark); mark != std::string_view::npos) {
        std::string_view rest = trimmed(text.substr(mark + classicMark.size()));
        words.keyword = takeKeyword(rest);
        if (words.keyword != Keyword::Unknown) {
            words.arguments = withSingleBlanks(rest);
            return words;
        }
    }
    words.keyword = takeKeyword(text);
    if (words.keyword == Keyword::Unknown)
        words.keyword = Keyword::Run; // The classic builder shows what it ran, without the keyword.
    words.arguments = withSingleBlanks(text);
    return words;
}

std::string argumentsInHistory(const Syntax &syntax, const Instruction &instruction)
{
    return withSingleBlanks(syntax.joined(instruction, instruction.arguments));
}

} // namespace drydock
