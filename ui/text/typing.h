// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/syntax.h"
#include "model/text/edit_set.h"

#include <string>

namespace drydock::ui {

/// What one level of indentation is in this file: a tab if its first indented line begins with one, else
/// four spaces. Bodies of heredocs have habits of their own and do not count.
std::string indentUnit(const Syntax &syntax);

/// "\n" or "\r\n": what Enter puts in. A mixed file goes on as its first line ends.
std::string lineEndOf(const SourceText &text);

/// What Enter puts in at `caret`: a line end and the indentation of the line to come. Behind a continuation
/// mark the next line is indented; behind the last line of an instruction it is not.
std::string newLineAt(const Syntax &syntax, std::size_t caret);

/// Puts "# " in front of every line that `selection` touches, or takes it away where all of them have it.
/// Blank lines stay. Empty if there is nothing to do.
EditSet toggledComments(const SourceText &text, TextRange selection);

/// The heredoc whose body the caret at `offset` stands in, or null.
const Heredoc *heredocAt(const Syntax &syntax, std::size_t offset);

} // namespace drydock::ui
