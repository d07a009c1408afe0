// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/removal.h"

#include "model/edits/line_style.h"
#include "model/refactor/outcome.h"
#include "model/syntax/characters.h"
#include "model/syntax/json_array.h"
#include "model/syntax/values.h"

#include <algorithm>

namespace drydock {
namespace {

/// What vanishes with `part` if `next` comes to stand in its place: the space between, line breaks included; but a
/// comment between stays, and then only the part's own line goes.
TextRange withSpaceBehind(const Syntax &syntax, TextRange part, std::size_t next)
{
    bool hasComment = false;
    for (std::size_t i = syntax.tokenAt(part.begin);
         i < syntax.tokens.size() && syntax.tokens[i].begin < next; ++i)
        hasComment = hasComment || syntax.tokens[i].kind == TokenKind::Comment;
    if (!hasComment)
        return {part.begin, std::max(next, part.end)};
    const SourceText &text = syntax.text;
    const std::size_t line = text.lineAt(part.begin);
    const std::string_view before = text.slice({text.lineStart(line), part.begin});
    const std::size_t behind = text.bytes().find_first_not_of(" \t", part.end);
    const bool isAlone = before.find_first_not_of(" \t") == std::string_view::npos
        && text.lineAt(part.end) == line && behind < next && text.bytes()[behind] == syntax.escape;
    if (isAlone)
        return {text.lineStart(line), text.lineStart(line + 1)};
    return {part.begin, std::min(behind, next)};
}

/// Where the arguments begin, or the bare `--` before them, without which they might be read as flags.
std::size_t beginBehindFlags(const Syntax &syntax, const Instruction &instruction)
{
    const std::size_t begin = syntax.flagsOf(instruction).back().range.end;
    for (std::size_t i = syntax.tokenAt(begin); begin < instruction.arguments.begin; ++i) {
        if (i == syntax.tokens.size() || syntax.tokens[i].begin >= instruction.arguments.begin)
            break;
        if (syntax.tokens[i].kind == TokenKind::FlagEnd)
            return syntax.tokens[i].begin;
    }
    return instruction.arguments.begin;
}

} // namespace

void Removal::drop(const GraphEdge &edge)
{
    switch (edge.kind) {
    case EdgeKind::Mount:
        dropMount(edge.instruction, edge.cause);
        break;
    case EdgeKind::Add:
        m_words.push_back({edge.instruction, edge.cause});
        break;
    case EdgeKind::Copy:
    case EdgeKind::From:
        dropInstruction(edge.instruction);
        break;
    }
}

void Removal::dropInstruction(InstructionIndex instruction)
{
    if (std::ranges::find(m_instructions, instruction) == m_instructions.end())
        m_instructions.push_back(instruction);
}

void Removal::dropMount(InstructionIndex index, TextRange from)
{
    const Instruction *run = &m_context.syntax.at(index);
    while (const Instruction *inner = m_context.syntax.triggerOf(*run))
        run = inner;
    const auto flags = m_context.syntax.flagsOf(*run);
    for (std::size_t i = 0; i < flags.size(); ++i) {
        if (!flags[i].range.contains(from))
            continue;
        const std::size_t next
            = i + 1 < flags.size() ? flags[i + 1].range.begin : beginBehindFlags(m_context.syntax, *run);
        m_parts.push_back(withSpaceBehind(m_context.syntax, flags[i].range, next));
    }
}

/// How the rest of an ADD is read hangs on how it begins (LANGUAGE: instruction = keyword, flags, rest): flags are read until
/// the first word that is none, and a bracket may begin an array. The first word that stays comes to stand there.
Result<void> Removal::checkNewBeginning(InstructionIndex index) const
{
    const Syntax &syntax = m_context.syntax;
    const Instruction &add = syntax.at(index);
    if (add.isJson)
        return {};
    const auto words = syntax.wordsOf(add);
    const auto first = std::ranges::find_if(words, [&](const Word &word) {
        return std::ranges::none_of(m_words, [&](const AddedWord &removed) {
            return removed.instruction == index && removed.cause == word.range;
        });
    });
    if (first == words.end())
        return {};
    if (wordValue(syntax, add, *first).starts_with("--"))
        return refusal(QT_TRANSLATE_NOOP(
            "refactor", "The next path begins with two dashes: without this word it would be a flag."));
    std::vector<std::pair<std::size_t, std::size_t>> elements;
    std::vector<std::size_t> separators;
    const std::string rest = syntax.joined(add, {first->range.begin, add.arguments.end});
    if (rest.starts_with('[') && readJsonArray(trimmed(rest), elements, separators) != JsonArrayKind::NotJson)
        return refusal(QT_TRANSLATE_NOOP(
            "refactor",
            "The next path begins with a bracket: without this word the rest would be an array."));
    return {};
}

Result<EditSet> Removal::edits() const
{
    std::vector<InstructionIndex> instructions = m_instructions;
    std::vector<TextEdit> edits;
    for (const TextRange &part : m_parts)
        edits.push_back({part, {}});
    for (const auto &[index, cause] : m_words) {
        const auto words = m_context.syntax.wordsOf(m_context.syntax.at(index));
        const auto same = std::ranges::count(m_words, index, &AddedWord::instruction);
        // With its last source the whole ADD goes.
        if (static_cast<std::size_t>(same) + 1 >= words.size()) {
            if (std::ranges::find(instructions, index) == instructions.end())
                instructions.push_back(index);
            continue;
        }
        if (Result<void> fine = checkNewBeginning(index); !fine)
            return tl::unexpected(fine.error());
        for (std::size_t i = 0; i + 1 < words.size(); ++i) {
            if (words[i].range == cause)
                edits.push_back({withSpaceBehind(m_context.syntax, cause, words[i + 1].range.begin), {}});
        }
    }
    for (const TextRange &lines : linesToRemove(m_context.syntax, std::move(instructions)))
        edits.push_back({lines, {}});
    return together(edits);
}

} // namespace drydock
