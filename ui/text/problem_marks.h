// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "model/text/edit_set.h"
#include "ui/common/theme.h"

#include <cstdint>
#include <vector>

class QsciScintilla;

namespace drydock::ui {

/// Scintilla's indicator numbers, ours to give.
enum class Indicator : std::uint8_t { Hint = 8, Warning, Error, Match, CurrentMatch };

/// Underlines what the analysis complains about: squiggles for errors and warnings, dots for hints.
class ProblemMarks {
public:
    explicit ProblemMarks(QsciScintilla &editor);

    void setTheme(const Theme &theme);
    /// Writes to Scintilla only if a mark appeared, went or moved otherwise than the text did.
    void update(const Analysis &after, const std::vector<EditSet> &edits);

private:
    struct Mark {
        TextRange range;
        Severity severity = Severity::Warning;

        bool operator==(const Mark &) const = default;
    };

    QsciScintilla &m_editor;
    std::vector<Mark> m_marks;
};

/// A range of at least one character to put a mark under: an empty one takes its neighbour.
TextRange visibleMark(const SourceText &text, TextRange range);

} // namespace drydock::ui
