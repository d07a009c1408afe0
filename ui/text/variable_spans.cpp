// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/variable_spans.h"

#include "model/shell/variable_name.h"

namespace drydock::ui {
namespace {

/// \returns the offset behind the `}` that closes the brace opened at `open`, or the end.
std::size_t behindBrace(std::string_view word, std::size_t open, char escape)
{
    std::size_t depth = 0;
    for (std::size_t i = open; i < word.size(); ++i) {
        if (word[i] == escape)
            ++i;
        else if (word[i] == '{')
            ++depth;
        else if (word[i] == '}' && --depth == 0)
            return i + 1;
    }
    return word.size();
}

} // namespace

std::vector<TextRange> variableSpans(std::string_view word, char escape, Quoting quoting)
{
    std::vector<TextRange> spans;
    const bool hasQuotes = quoting == Quoting::Counts;
    bool isSingle = false;
    bool isDouble = false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = word[i];
        if (isSingle) {
            isSingle = c != '\'';
        } else if (c == escape) {
            ++i;
        } else if (hasQuotes && c == '\'' && !isDouble) {
            isSingle = true;
        } else if (hasQuotes && c == '"') {
            isDouble = !isDouble;
        } else if (c == '$' && i + 1 < word.size()) {
            std::size_t end = i + 1;
            if (word[end] == '{')
                end = behindBrace(word, end, escape);
            else
                while (end < word.size() && isVariableNameByte(word[end], false))
                    ++end;
            if (end > i + 1) {
                spans.push_back({i, end});
                i = end - 1;
            }
        }
    }
    return spans;
}

} // namespace drydock::ui
