// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/syntax/instruction_splitter.h"

#include "model/syntax/characters.h"
#include "model/syntax/flags.h"

#include <algorithm>

namespace drydock {
namespace {

/// Keyword, flags and words of the instruction that fills `head` from `begin` on.
/// \returns where its arguments begin.
std::size_t split(const LogicalLine &head, std::size_t begin, Syntax &syntax, Instruction &instruction,
                  ArgumentScratch &scratch)
{
    const std::string_view text = head.text;
    const std::size_t end = text.size();
    std::size_t at = begin;
    while (at < end && !isWordSpace(text[at]))
        ++at;
    instruction.keyword = keywordOf(text.substr(begin, at - begin));
    instruction.keywordRange = head.source(begin, at);
    if (begin < at)
        scratch.spans.push_back(
            {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at), TokenKind::Keyword});
    while (at < end && isWordSpace(text[at]))
        ++at;

    instruction.flags.begin = static_cast<std::uint32_t>(syntax.flags.size());
    if (at < end && text[at] == '-') // Asked here, since most instructions have none.
        at = splitFlags(head, at, syntax.flags, scratch.spans);
    instruction.flags.end = static_cast<std::uint32_t>(syntax.flags.size());

    at = std::min(skipSpace(text, at), end);
    instruction.arguments = head.source(at, end);
    instruction.range = {instruction.keywordRange.begin,
                         begin < end ? head.source(begin, end).end : instruction.keywordRange.end};
    instruction.words.begin = static_cast<std::uint32_t>(syntax.words.size());
    std::string error = splitArguments(head, at, end, syntax.escape, instruction, syntax.words, scratch);
    instruction.words.end = static_cast<std::uint32_t>(syntax.words.size());
    if (!error.empty())
        syntax.problems.push_back({Phase::Parse,
                                   std::move(error),
                                   instruction.arguments,
                                   {{instruction.firstLine, instruction.lastLogicalLine}}});
    return at;
}

} // namespace

void splitInstruction(const LogicalLine &line, Syntax &syntax, Instruction &instruction,
                      ArgumentScratch &scratch)
{
    std::size_t end = line.text.size();
    const std::size_t begin = skipSpace(line.text, 0);
    while (const std::size_t space = end > begin ? spaceLengthBefore(line.text, end) : 0)
        end -= space;
    const LogicalLine head(line.text.substr(0, end), line.pieces);
    std::size_t at = split(head, std::min(begin, end), syntax, instruction, scratch);

    // ONBUILD carries an instruction, which may (wrongly) be an ONBUILD again: a chain, walked without recursion.
    std::uint32_t *link = &instruction.trigger;
    Keyword keyword = instruction.keyword;
    while (keyword == Keyword::Onbuild && at < end) {
        Instruction trigger;
        trigger.firstLine = instruction.firstLine;
        trigger.lastLogicalLine = instruction.lastLogicalLine;
        trigger.pieces = instruction.pieces;
        at = split(head, at, syntax, trigger, scratch);
        keyword = trigger.keyword;
        syntax.triggers.push_back(trigger);
        *link = static_cast<std::uint32_t>(syntax.triggers.size());
        link = &syntax.triggers.back().trigger;
        if (syntax.triggers.size() == syntax.triggers.capacity()) {
            // The next push would move what `link` points at.
            syntax.triggers.reserve(2 * syntax.triggers.size());
            link = &syntax.triggers.back().trigger;
        }
    }
}

} // namespace drydock
