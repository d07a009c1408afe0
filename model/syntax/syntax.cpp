// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/syntax/syntax.h"

#include "model/syntax/characters.h"
#include "model/syntax/flags.h"

#include <algorithm>

namespace drydock {
namespace {

template <typename T>
std::span<const T> slice(const std::vector<T> &all, IndexRange range)
{
    return std::span<const T>(all).subspan(range.begin, range.size());
}

} // namespace

std::string Syntax::joined(const Instruction &instruction, TextRange range) const
{
    if (!instruction.isContinued())
        return std::string(textOf(range));
    std::string result;
    const auto parts = piecesOf(instruction);
    // Long instructions are asked word by word: do not walk all of their lines each time.
    for (auto piece = std::ranges::upper_bound(parts, range.begin, {}, &Piece::end);
         piece != parts.end() && piece->begin < range.end; ++piece) {
        const std::size_t begin = std::max<std::size_t>(piece->begin, range.begin);
        const std::size_t end = std::min<std::size_t>(piece->end, range.end);
        if (begin < end)
            result += textOf({begin, end});
    }
    return result;
}

std::span<const Word> Syntax::wordsOf(const Instruction &instruction) const
{
    return slice(words, instruction.words);
}

std::span<const Flag> Syntax::flagsOf(const Instruction &instruction) const
{
    return slice(flags, instruction.flags);
}

std::span<const Heredoc> Syntax::heredocsOf(const Instruction &instruction) const
{
    return slice(heredocs, instruction.heredocs);
}

std::span<const Piece> Syntax::piecesOf(const Instruction &instruction) const
{
    return slice(pieces, instruction.pieces);
}

std::span<const Comment> Syntax::docCommentsOf(const Instruction &instruction) const
{
    return slice(comments, instruction.docComments);
}

const Flag *Syntax::flagNamed(const Instruction &instruction, std::string_view name) const
{
    for (const Flag &flag : flagsOf(instruction)) {
        if (flagText(joined(instruction, flag.name)) == name)
            return &flag;
    }
    return nullptr;
}

std::string Syntax::valueOf(const Instruction &instruction, const Flag &flag) const
{
    const std::string whole = flagText(joined(instruction, flag.range));
    const std::size_t equals = whole.find('=');
    return equals == std::string::npos ? std::string() : whole.substr(equals + 1);
}

const Instruction *Syntax::triggerOf(const Instruction &onbuild) const
{
    return onbuild.trigger == 0 ? nullptr : &triggers[onbuild.trigger - 1];
}

InstructionIndex Syntax::instructionAt(std::size_t offset) const
{
    const auto next = std::ranges::upper_bound(instructions, offset, {},
                                               [](const Instruction &i) { return i.lines.begin; });
    if (next == instructions.begin())
        return {};
    const auto &found = *std::prev(next);
    const bool isInside = offset < found.lines.end
        || (offset == found.lines.end && !text.bytes().substr(0, offset).ends_with('\n'));
    return isInside ? InstructionIndex {static_cast<std::size_t>(std::prev(next) - instructions.begin())}
                    : InstructionIndex {};
}

TextRange Syntax::blockOf(StageIndex stage) const
{
    // The comment block right above a FROM, without a blank line between, belongs to it.
    const auto beginOf = [this](std::size_t index) {
        const Instruction &from = at(stages[index].from);
        std::size_t begin = from.lines.begin;
        std::uint32_t line = from.firstLine;
        auto comment
            = std::ranges::lower_bound(comments, begin, {}, [](const Comment &c) { return c.range.begin; });
        while (comment != comments.begin() && std::prev(comment)->line + 1 == line) {
            --comment;
            line = comment->line;
            begin = text.lineStart(line - 1);
        }
        return begin;
    };
    return {beginOf(stage.value), stage.value + 1 < stages.size() ? beginOf(stage.value + 1) : text.size()};
}

StageIndex Syntax::stageAt(std::size_t offset) const
{
    const auto next = std::ranges::upper_bound(stages, offset, {},
                                               [this](const Stage &s) { return at(s.from).lines.begin; });
    const auto below = static_cast<std::size_t>(next - stages.begin());
    if (next != stages.end() && blockOf({below}).begin <= offset)
        return {below};
    return below == 0 ? StageIndex {} : StageIndex {below - 1};
}

std::size_t Syntax::tokenAt(std::size_t offset) const
{
    const auto next
        = std::ranges::upper_bound(tokens, offset, {}, [](const Token &token) { return token.begin; });
    return static_cast<std::size_t>(next - tokens.begin()) - 1;
}

} // namespace drydock
