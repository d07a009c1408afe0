// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/syntax.h"
#include "model/text/edit_set.h"

#include <string>

namespace drydock {

enum class KeywordCase : std::uint8_t {
    Majority, ///< As most of the file's instructions are written; capitals if none prevails.
    Upper,
};

struct FormatOptions {
    KeywordCase keywords = KeywordCase::Majority;
    std::string
        indentation; ///< Of continuation lines; empty: what most of the file's have, else four blanks.
};

/// The edits that make the lines that `range` touches look alike: case of keywords, one blank between flags and words,
/// indentation of continuation lines, no blanks at line ends, one line end at the end of the file.
///
///     before   run  --network=none   make (mark)      after   RUN --network=none make (mark)
///                && make install                                 && make install
///
/// Never touched: bodies of here-documents, comments, strings, and words of a command. Blanks in front of a
/// continued command's line do reach the shell; they are changed only where a shell reads any number of them as one:
/// outside of quotes and braces, between words. Lines keep their indentation relative to each other. Commands of a file
/// whose SHELL is no POSIX shell, or whose escape character is the backtick, keep theirs as it is.
///
/// \returns an empty set if all is well. Formatting the result again changes nothing.
EditSet formatEdits(const Syntax &syntax, TextRange range, const FormatOptions &options = {});
EditSet formatEdits(const Syntax &syntax, const FormatOptions &options = {});

} // namespace drydock
