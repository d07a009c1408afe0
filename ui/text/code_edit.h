// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/dockerfile_styler.h"
#include "ui/text/margin_marks.h"
#include "ui/text/problem_marks.h"
#include "ui/text/text_mirror.h"

#include <Qsci/qsciscintilla.h>

#include <vector>

class QHelpEvent;

namespace drydock::ui {

class CodeAssist;

/// The editor widget itself: Scintilla in step with a Document, coloured, with its margins and the keys of the
/// hand. Bars, actions and the shared selection are TextView's.
class CodeEdit final : public QsciScintilla {
    Q_OBJECT

public:
    /// \param document borrowed; must outlive the widget.
    explicit CodeEdit(Document &document, QWidget *parent = nullptr);

    Document &document() { return m_document; }
    TextMirror &mirror() { return *m_mirror; }
    MarginMarks &margin() { return m_margin; }
    CodeAssist &assist() { return *m_assist; }

    void setTheme(const Theme &theme);
    const Theme &theme() const { return m_theme; }
    /// The text's font at zoom 0; must be of fixed width.
    void setCodeFont(const QFont &font);
    const QFont &codeFont() const { return m_font; }

    /// The main selection; empty at a bare caret.
    TextRange selectedRange() const;
    std::size_t caret() const;
    /// Selects `range`, caret at its end, unfolds and scrolls so that it is seen. Takes no focus.
    void reveal(TextRange range);
    /// Lines with a tinted background, instead of those before.
    void markLines(const std::vector<TextRange> &ranges);

    // Each is one undo step. They do nothing in a read-only view.
    void cutText();
    void pasteText();
    void deleteText();
    void toggleComment();
    /// Applies `edits` as if typed here and selects nothing.
    void applyEdits(const EditSet &edits, const QString &name);

signals:
    /// Caret or selection moved, by whatever cause.
    void caretMoved();
    /// Escape was pressed and nothing here wanted it.
    void escapePressed();
    void contextMenuRequested(QPoint globalPosition);
    /// The word at `offset` was clicked with Ctrl: whoever listens goes where it leads.
    void followRequested(std::size_t offset);
    /// The text changed and is shown; decorations are up to date.
    void shown();

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    static constexpr std::size_t lineMarker = 20; ///< Tinted lines.

    void setUpScintilla();
    void unbindKeys();
    void showInvisibleCharacters();
    void onUpdated(const std::vector<EditSet> &edits, bool isOwn);
    void followHabits();
    void noteCaret();
    void updateMarginArea();
    bool hasTintedLines() const;
    bool insertNewLine();
    bool insertTabInHeredoc();
    void showHover(QHelpEvent *event);
    void paintPreedit(QPainter &painter);

    Document &m_document;
    TextMirror *m_mirror = nullptr; // Owned by Qt's tree, as is the styler.
    DockerfileStyler *m_styler = nullptr;
    CodeAssist *m_assist = nullptr;
    MarginMarks m_margin;
    ProblemMarks m_problems;
    Theme m_theme;
    QFont m_font;
    QString m_preedit; ///< What an input method is composing; drawn, not in the text.
    std::size_t m_caret = 0;
    std::size_t m_anchor = 0;
};

} // namespace drydock::ui
