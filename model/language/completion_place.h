// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/language/placed_text.h"
#include "model/refactor/gesture_context.h"

#include <optional>
#include <string>
#include <vector>

namespace drydock {

enum class PlaceKind : std::uint8_t {
    Nothing, ///< A comment, a here-document that nobody expands, behind a continuation mark.
    Keyword, ///< The first word of a line, or of what ONBUILD holds.
    Directive, ///< A comment line at the top, where parser directives may stand.
    FlagName,
    FlagValue,
    Arguments,
    Heredoc, ///< A body in which variables are replaced.
};

/// What the caret stands in. Read from the text left of it, so that what is broken right of it does no harm.
struct CompletionPlace {
    PlaceKind kind = PlaceKind::Nothing;
    Keyword keyword = Keyword::Unknown; ///< Of the innermost instruction.
    bool isTrigger = false; ///< It stands in an ONBUILD.
    bool isJson = false; ///< Arguments that begin with `[`.
    InstructionIndex instruction; ///< None on a line of its own.
    StageIndex stage; ///< None above the first FROM.
    std::string before; ///< The joined text of the instruction (line, body) left of the caret.
    std::size_t word = 0; ///< Where the word at the caret begins in `before`.
    std::string flag; ///< FlagValue: its name without dashes.
    std::vector<std::string> flags; ///< Names without dashes of those left of the caret.
    std::vector<std::string> flagValues; ///< Theirs.
    std::vector<std::string> words; ///< Complete arguments left of the caret.

    std::string_view typed() const { return std::string_view(before).substr(word); }
    /// From `begin` of `before` to the caret in the file. Nothing if a line break lies between.
    std::optional<TextRange> rangeFrom(std::size_t begin) const;

    std::size_t caret = 0; ///< In the file.
    std::optional<PlacedText> placed; ///< Where `before` stands; none if the caret stands apart from it.
};

CompletionPlace completionPlace(const Syntax &syntax, std::size_t offset);

} // namespace drydock
