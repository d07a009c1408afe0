// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/token.h"
#include "ui/common/theme.h"

#include <QFont>

#include <cstdint>

class QsciScintilla;

namespace drydock::ui {

/// What a byte of the text looks like: Scintilla's style number. Below 32, because 32 to 39 are Scintilla's own.
enum class CodeStyle : std::uint8_t {
    Plain,
    Comment,
    Directive,
    Continuation,
    Keyword,
    Flag,
    FlagValue,
    StageName, ///< Where it is given and where it is used.
    Key,
    Value,
    String,
    Number,
    Variable,
    Digest,
    Punctuation,
    HeredocMark,
    HeredocText, ///< A body in no language we know.
    BodyPlain, ///< From here on: shell commands, scripts and files inside the Dockerfile.
    BodyKeyword,
    BodyCommand,
    BodyOption,
    BodyVariable,
    BodyString,
    BodyNumber,
    BodyComment,
    BodyOperator,
    BodySpecial, ///< Escapes, types, annotations.
    BodyError,
    Count
};

static_assert(static_cast<int>(CodeStyle::Count) <= 32, "32 to 39 are reserved by Scintilla");

/// The style of a token that nothing more is known of.
CodeStyle styleOf(TokenKind kind);

/// One letter per style, for tests: 'K' is a keyword, '.' plain.
char letterOf(CodeStyle style);

/// The role a style is coloured by.
Role roleOf(CodeStyle style);

/// Gives Scintilla the fonts and colours of all styles, its own included.
/// \param font of the text; bold and italic are derived from it.
void applyStyles(QsciScintilla &editor, const Theme &theme, const QFont &font);

} // namespace drydock::ui
