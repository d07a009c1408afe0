// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "model/text/edit_set.h"
#include "ui/common/theme.h"

#include <QFont>
#include <QRect>
#include <QString>

#include <memory>
#include <vector>

class QPainter;
class QsciScintilla;

namespace drydock::ui {

/// What stands right of a line: a size, an age, a state.
struct LineNote {
    std::size_t line = 0; ///< From 0.
    QString text; ///< "826 MB"
    QString mark; ///< One glyph behind it, "≡"; may be empty.
    Role markRole = Role::SecondaryText;
    Role textRole = Role::SecondaryText; ///< Role::Dimmed for what is older than the text.
};

/// A stage's place in the margin.
struct StageBar {
    std::size_t firstLine = 0; ///< From 0: its comment block or FROM.
    std::size_t lastLine = 0; ///< Inclusive.
    bool isReachable = true; ///< The target needs it: solid. Else hatched.
};

std::vector<StageBar> stageBars(const Analysis &analysis);

/// Paints what Scintilla's margins cannot: problem shapes, line numbers with the current one stronger, fold
/// marks, the stage bar, hairlines between stages, notes at the right. Scintilla only keeps the room free.
class MarginMarks {
public:
    explicit MarginMarks(QsciScintilla &editor);

    void setTheme(const Theme &theme);
    /// \param font of the text at zoom 0.
    void setFont(const QFont &font);
    /// \param edits from the analysis until now; notes go with their lines.
    void setAnalysis(std::shared_ptr<const Analysis> analysis, const std::vector<EditSet> &edits);
    /// The stage whose bar is tinted; none for none.
    void setSelectedStage(StageIndex stage);
    StageIndex selectedStage() const { return m_selectedStage; }
    void setNotes(std::vector<LineNote> notes); ///< Sorted by line.
    const std::vector<LineNote> &notes() const { return m_notes; }

    /// Makes the margins as wide as the number of lines and the zoom need. Writes to Scintilla.
    void updateWidths();
    /// To be called at the end of the editor's paint event.
    void paint(QPainter &painter, const QRegion &dirty) const;
    /// Left edge of the text.
    int textLeft() const;

private:
    struct Row; // One visible line.
    struct Columns {
        int symbol = 0;
        int number = 0; ///< Right edge.
        int fold = 0;
        int bar = 0;
        int end = 0;
    };

    Columns columns() const;
    QFont numberFont() const;
    void paintRow(QPainter &painter, const Row &row) const;
    void paintSymbol(QPainter &painter, const Row &row, Severity severity) const;
    void paintFold(QPainter &painter, const Row &row) const;
    void paintBar(QPainter &painter, const Row &row) const;
    void paintNote(QPainter &painter, const Row &row, const LineNote &note) const;

    QsciScintilla &m_editor;
    std::shared_ptr<const Analysis> m_analysis;
    std::vector<StageBar> m_bars;
    std::vector<std::pair<std::size_t, Severity>> m_problems; ///< Line and its worst problem, sorted.
    std::vector<LineNote> m_notes;
    StageIndex m_selectedStage;
    Theme m_theme;
    QFont m_font;
};

} // namespace drydock::ui
