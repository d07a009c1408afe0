// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/syntax/syntax.h"
#include "model/text/edit_set.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// How a new line has to look to pass for one of the file's own.
struct LineStyle {
    std::string indentation;
    std::string endOfLine; ///< LF or CR LF.
    bool isLowerCase = false; ///< Keywords: `copy`, not `COPY`.
    bool hasBlankBetween = false; ///< A blank line stands between any two instructions of the stage.

    std::string keyword(std::string_view upper) const;
};

/// \param neighbour the instruction that the new line comes behind.
LineStyle styleBehind(const Syntax &syntax, InstructionIndex neighbour);

/// What stands left of an instruction's keyword; a byte order mark is none of it.
std::string indentationOf(const Syntax &syntax, const Instruction &instruction);

/// The line end that `offset`'s line has, else the one above, else the file's.
std::string endOfLineAt(const Syntax &syntax, std::size_t offset);

/// Whether the file's last instruction lacks its end: a here-document without its last line or a continuation
/// with nothing behind it. Nothing can be put behind it.
bool isOpenEnded(const Syntax &syntax);
/// The reason for a no because of it.
tl::unexpected<Error> openEnd();

/// Puts `lines`, each an instruction without indentation and line end, behind an instruction. They go before its
/// line end, so that a missing final line end stays missing. \returns the edit, or why there is no such place.
Result<TextEdit> insertBehind(const Syntax &syntax, InstructionIndex neighbour,
                              const std::vector<std::string> &lines);

/// What has to go to make instructions disappear with their lines, from the end of the line above. Comments stay; of two blank lines that would
/// come to stand together one goes too. A file without a final line end has none afterwards either.
/// \returns ranges in file order that neither overlap nor touch.
std::vector<TextRange> linesToRemove(const Syntax &syntax, std::vector<InstructionIndex> instructions);

/// What goes besides, if all between two line ends goes: one of two blank lines that would come to stand together, and
/// blank lines that would be left over at the end of the file.
TextRange withBlankLines(const SourceText &text, TextRange range);

/// `paths` as words of COPY: as they are, or, if any of them would be read as something else, all of them as a JSON
/// array. \returns an Error for what cannot stand on a line.
Result<std::string> copyArguments(const Syntax &syntax, const std::vector<std::string> &paths);

} // namespace drydock
