// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/syntax.h"

#include <vector>

class QsciScintilla;

namespace drydock::ui {

/// How deep a line lies, and whether the deeper lines behind it can be folded into it.
struct FoldLevel {
    int depth = 0;
    bool isHeader = false;

    bool operator==(const FoldLevel &) const = default;
};

/// One per line of the text, made of what model/language/folding.h finds.
std::vector<FoldLevel> foldLevels(const Syntax &syntax);

/// Gives them to Scintilla, which is written to only where it differs. Nothing folds in a text whose lines
/// Scintilla counts otherwise than BuildKit does (a lone CR).
void applyFoldLevels(QsciScintilla &editor, const std::vector<FoldLevel> &levels);

} // namespace drydock::ui
