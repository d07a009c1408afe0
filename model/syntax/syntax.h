// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/strong_index.h"
#include "model/syntax/keyword.h"
#include "model/syntax/problem.h"
#include "model/syntax/token.h"
#include "model/text/source_text.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// A run of elements in one of Syntax's flat vectors.
struct IndexRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    std::uint32_t size() const { return end - begin; }
    bool isEmpty() const { return begin == end; }
};

/// What a word is to its instruction.
enum class WordRole : std::uint8_t {
    Plain, ///< A path, port, image … or the whole raw rest of the line.
    As, ///< The second of FROM's three words.
    StageName, ///< The third.
    Key, ///< Name in ENV, LABEL and ARG.
    Value, ///< Value in ENV, LABEL and ARG, quotes included.
    JsonString, ///< Element of a JSON array, quotes included.
};

/// One argument of an instruction. Its range may run over a line continuation; Syntax::joined() gives what
/// BuildKit sees.
struct Word {
    TextRange range;
    WordRole role = WordRole::Plain;
};

/// `--name=value` in front of the arguments. Quotes and escapes may stand anywhere inside; ranges are raw.
struct Flag {
    TextRange range;
    TextRange name; ///< With the dashes. `--from`
    TextRange value; ///< Empty range at the end if there is no `=`.
    bool hasValue = false; ///< There is a `=`.
};

/// A here-document of RUN, COPY or ADD.
struct Heredoc {
    TextRange mark; ///< `<<-"EOF"` in the instruction line.
    TextRange body; ///< The lines between, with their line ends.
    TextRange terminator; ///< Without its line end; empty at the end of file if it is missing.
    std::string name; ///< Unquoted delimiter.
    std::uint32_t fd = 0;
    bool expand = true; ///< False if any part of the delimiter is quoted.
    bool chomp = false; ///< `<<-`: leading tabs do not count.
    bool isTerminated = true;
};

/// A physical line's share of an instruction: the bytes that count, without continuation mark and line end.
struct Piece {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// One instruction with everything that belongs to it. Ranges may run over continuations.
struct Instruction {
    Keyword keyword = Keyword::Unknown;
    bool isJson = false; ///< The arguments are a JSON array of strings.
    bool isLegacyKeyValue = false; ///< `ENV name rest of line`.
    bool hasEmptyContinuation = false; ///< A blank line inside, which BuildKit warns of.
    std::uint32_t firstLine = 0; ///< From 1.
    std::uint32_t lastLine = 0; ///< From 1; the line of the last heredoc terminator if there is one.
    std::uint32_t lastLogicalLine = 0; ///< From 1; the last line before any heredoc body.
    TextRange
        range; ///< From the keyword to the last byte that counts, heredocs included, without the line end.
    TextRange lines; ///< The whole physical lines, with the last line end.
    TextRange keywordRange;
    TextRange arguments; ///< Behind the flags, trimmed. Heredoc bodies are not part of it.
    IndexRange pieces; ///< Into Syntax::pieces.
    IndexRange flags; ///< Into Syntax::flags.
    IndexRange words; ///< Into Syntax::words.
    IndexRange heredocs; ///< Into Syntax::heredocs.
    IndexRange docComments; ///< Into Syntax::comments: BuildKit's PrevComment.
    StageIndex stage; ///< None before the first FROM.
    std::uint32_t trigger = 0; ///< ONBUILD only: 1 + index into Syntax::triggers; 0 is none.

    bool isContinued() const { return pieces.size() > 1; }
};

/// A whole-line comment outside of instructions.
struct Comment {
    TextRange range; ///< From '#' to before the line end.
    std::uint32_t line = 0; ///< From 1.
};

/// A parser directive at the top of the file.
struct Directive {
    TextRange range; ///< From '#'.
    TextRange name;
    TextRange value;
    std::uint32_t line = 0; ///< From 1.
};

/// FROM and what follows up to the next FROM.
struct Stage {
    InstructionIndex from;
    InstructionIndex last; ///< The stage's last instruction; `from` itself if it is alone.
    TextRange image; ///< The base as written; empty if FROM is broken.
    TextRange name; ///< Behind AS as written; empty if unnamed.
    TextRange range; ///< From FROM's first byte to the end of the last instruction.
};

/// A Dockerfile taken apart without losing a byte. Made by parse() only; immutable afterwards.
///
/// Invariant: tokens tile the text. Parsing never fails; what BuildKit would refuse is in `problems`, and the
/// rest of the file is understood all the same.
struct Syntax {
    SourceText text;
    std::vector<Token> tokens;
    std::vector<Instruction> instructions; ///< In file order; ONBUILD's inner instruction is in `triggers`.
    std::vector<Instruction> triggers; ///< What ONBUILD will run, with ranges into the same text.
    std::vector<Stage> stages;
    std::vector<Word> words;
    std::vector<Flag> flags;
    std::vector<Heredoc> heredocs;
    std::vector<Piece> pieces;
    std::vector<Comment> comments; ///< Outside of instructions.
    std::vector<Directive> directives;
    std::vector<Problem> problems; ///< Phase::Parse only, in file order.
    char escape = '\\';

    std::string_view textOf(TextRange range) const { return text.slice(range); }
    /// What BuildKit sees in `range` of `instruction`: continuation marks and the comments between dropped.
    std::string joined(const Instruction &instruction, TextRange range) const;

    std::span<const Word> wordsOf(const Instruction &instruction) const;
    std::span<const Flag> flagsOf(const Instruction &instruction) const;
    std::span<const Heredoc> heredocsOf(const Instruction &instruction) const;
    std::span<const Piece> piecesOf(const Instruction &instruction) const;
    std::span<const Comment> docCommentsOf(const Instruction &instruction) const;
    /// The flag called `name` (with dashes), or null.
    const Flag *flagNamed(const Instruction &instruction, std::string_view name) const;
    /// A flag's value as BuildKit sees it: continuations joined, quotes and escapes removed.
    std::string valueOf(const Instruction &instruction, const Flag &flag) const;

    const Instruction &at(InstructionIndex index) const { return instructions[index.value]; }
    /// ONBUILD's inner instruction, or null.
    const Instruction *triggerOf(const Instruction &onbuild) const;
    /// The instruction whose lines the caret at `offset` stands in; none between instructions.
    InstructionIndex instructionAt(std::size_t offset) const;
    /// The stage whose block the caret at `offset` stands in (blank lines and comments behind an instruction
    /// belong to it, a comment block right above FROM to the stage below); none above the first stage.
    StageIndex stageAt(std::size_t offset) const;
    /// The lines of a stage including the comment block right above its FROM, up to the next stage's block.
    TextRange blockOf(StageIndex stage) const;
    /// Index of the token that holds the byte at `offset`. \pre offset < text.size()
    std::size_t tokenAt(std::size_t offset) const;
};

/// Takes any bytes apart. Linear in the size of the text; never fails, never throws (but for lack of memory).
Syntax parse(SourceText text);

} // namespace drydock
