// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/folding.h"

#include "model/language/folding.h"
#include "ui/text/scintilla_call.h"

#include <algorithm>

namespace drydock::ui {
std::vector<FoldLevel> foldLevels(const Syntax &syntax)
{
    std::vector<FoldLevel> levels(syntax.text.lineCount());
    // Outer ones come first, so that the inner ones go deeper.
    for (const Fold &fold : foldsOf(syntax)) {
        levels[fold.first - 1].isHeader = true;
        for (std::size_t line = fold.first; line < std::min<std::size_t>(fold.last, levels.size()); ++line)
            levels[line].depth = levels[fold.first - 1].depth + 1;
    }
    return levels;
}

void applyFoldLevels(QsciScintilla &editor, const std::vector<FoldLevel> &levels)
{
    const bool fits = sendSize(editor, Sci::SCI_GETLINECOUNT) == levels.size();
    for (std::size_t line = 0; line < sendSize(editor, Sci::SCI_GETLINECOUNT); ++line) {
        const FoldLevel level = fits ? levels[line] : FoldLevel {};
        const long wanted = Sci::SC_FOLDLEVELBASE + level.depth
            + (level.isHeader ? static_cast<long>(Sci::SC_FOLDLEVELHEADERFLAG) : 0);
        if (send(editor, Sci::SCI_GETFOLDLEVEL, line) != wanted)
            send(editor, Sci::SCI_SETFOLDLEVEL, line, wanted);
    }
}

} // namespace drydock::ui
