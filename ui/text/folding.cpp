// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/folding.h"

#include "ui/text/scintilla_call.h"

#include <algorithm>

namespace drydock::ui {
namespace {

class Folds {
public:
    explicit Folds(const Syntax &syntax)
        : m_syntax(syntax)
        , m_levels(syntax.text.lineCount())
    {
        for (const Stage &stage : syntax.stages)
            fold(syntax.at(stage.from).firstLine, syntax.at(stage.last).lastLine);
        for (const Instruction &instruction : syntax.instructions) {
            if (instruction.keyword != Keyword::From)
                fold(instruction.firstLine, instruction.lastLine);
            const auto heredocs = syntax.heredocsOf(instruction);
            if (heredocs.size() > 1
                || (!heredocs.empty() && instruction.lastLogicalLine > instruction.firstLine))
                for (const Heredoc &heredoc : heredocs)
                    foldHeredoc(heredoc);
        }
    }

    std::vector<FoldLevel> take() { return std::move(m_levels); }

private:
    /// Lines from 1, both inclusive: the first stays visible, the others go one deeper.
    void fold(std::size_t first, std::size_t last)
    {
        if (last <= first)
            return;
        m_levels[first - 1].isHeader = true;
        for (std::size_t line = first; line < last; ++line)
            m_levels[line].depth = m_levels[first - 1].depth + 1;
    }

    void foldHeredoc(const Heredoc &heredoc)
    {
        const std::size_t bodyLine
            = m_syntax.text.lineAt(heredoc.body.begin); // From 0; the header is above it.
        const std::size_t endLine = m_syntax.text.lineAt(heredoc.terminator.begin);
        if (bodyLine == 0 || endLine < bodyLine)
            return;
        fold(bodyLine, endLine + 1);
    }

    const Syntax &m_syntax;
    std::vector<FoldLevel> m_levels;
};

} // namespace

std::vector<FoldLevel> foldLevels(const Syntax &syntax)
{
    return Folds(syntax).take();
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
