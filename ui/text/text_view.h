// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/document/document.h"
#include "ui/common/selection.h"
#include "ui/common/theme.h"
#include "ui/text/margin_marks.h"

#include <QFont>
#include <QWidget>

#include <vector>

class QAction;
class QMenu;

namespace drydock::ui {

class CodeEdit;
class FindBar;
class GoToBar;
class RenameBar;

/// What can be done in the text view, for the window's menus. Owned by the view. Each has its object name ("text.cut"),
/// which is the same for every view. Their shortcuts work while the focus is in the view; a window that wants them everywhere sets Qt::WindowShortcut. Undo and redo are the
/// Document's and not among them.
struct TextActions {
    QAction *cut = nullptr;
    QAction *copy = nullptr;
    QAction *paste = nullptr;
    QAction *remove = nullptr;
    QAction *selectAll = nullptr;
    QAction *find = nullptr;
    QAction *findNext = nullptr;
    QAction *findPrevious = nullptr;
    QAction *replace = nullptr;
    QAction *goTo = nullptr;
    QAction *toggleComment = nullptr;
    QAction *complete = nullptr;
    QAction *showParameters = nullptr;
    QAction *rename = nullptr;
    QAction *format = nullptr;
    QAction *expandSelection = nullptr;
    QAction *shrinkSelection = nullptr;
    QAction *zoomIn = nullptr;
    QAction *zoomOut = nullptr;
    QAction *zoomReset = nullptr;
    QAction *wordWrap = nullptr; ///< Checkable.
    QAction *foldAll = nullptr;
    QAction *unfoldAll = nullptr;
};

/// The text of a Document, to read and to write in, with find, replace and go-to bars below it.
///
/// The view mirrors the Document; see TextMirror for how, and for what Scintilla must never be asked to do.
/// Places go in and out as byte offsets of the Document's text.
class TextView final : public QWidget {
    Q_OBJECT

public:
    /// \param document, selection borrowed; must outlive the view.
    TextView(Document &document, Selection &selection, QWidget *parent = nullptr);

    CodeEdit &editor() { return *m_editor; }
    FindBar &findBar() { return *m_findBar; }
    GoToBar &goToBar() { return *m_goToBar; }
    RenameBar &renameBar() { return *m_renameBar; }
    const TextActions &actions() const { return m_actions; }

    void setTheme(const Theme &theme);
    /// Must be of fixed width. The zoom is added to its size.
    void setCodeFont(const QFont &font);
    /// The text can be read, searched and copied, but not changed here.
    void setReadOnlyView(bool isReadOnly);
    bool isReadOnlyView() const;

    /// A line is too long for the widget: the text is shown cut and cannot be changed here. A bar should say so.
    bool isExcerpt() const;

    /// Selects `range`, unfolds it, scrolls to it. Takes the keyboard only if asked to.
    void reveal(TextRange range, bool takeFocus);
    /// Sizes and states right of their lines, instead of those before; they go with their lines until replaced.
    void setLineNotes(std::vector<LineNote> notes);

    /// Below the caret, on the screen: where a menu about it opens.
    QPoint caretPosition() const;

    void setZoom(int steps); ///< Points added to the font's size.
    int zoom() const;
    bool wordWrap() const;

    /// Line and column from 1, the column in characters, as a status bar says it.
    QString caretText() const;
    /// "UTF-8", "UTF-8 with BOM", or "not UTF-8" in the reader's language.
    QString encodingText() const;
    /// "LF", "CRLF", "mixed line ends".
    QString lineEndText() const;

signals:
    /// From 1; the column counts characters.
    void cursorMoved(int line, int column);
    void zoomChanged(int steps);
    /// Escape was pressed in the text: back to where the focus was before.
    void escapePressed();

private:
    void makeActions();
    void makeLanguageActions();
    QAction *makeAction(const char *name, const QString &text, const QList<QKeySequence> &keys,
                        void (TextView::*slot)());
    void showContextMenu(QPoint place);
    void onCaretMoved();
    void onSelectionChanged(TextRange range, const QObject *by);
    void onShown();
    void markSelected(TextRange range);
    void updateActions();
    QPair<int, int> lineAndColumn() const;

    void openFind();
    void openReplace();
    void openGoTo();
    void findNext();
    void findPrevious();
    void cut();
    void copy();
    void paste();
    void remove();
    void selectAll();
    void toggleComment();
    void complete();
    void showParameters();
    void openRename();
    void format();
    void expandSelection();
    void shrinkSelection();
    /// Goes to where the name at `offset` is made, or opens the page that the word there leads to.
    void follow(std::size_t offset);
    void zoomIn();
    void zoomOut();
    void zoomReset();
    void foldAll();
    void unfoldAll();

    Document &m_document;
    Selection &m_selection;
    CodeEdit *m_editor; // Owned by this, as are all below.
    FindBar *m_findBar;
    GoToBar *m_goToBar;
    RenameBar *m_renameBar;
    TextActions m_actions;
    std::vector<TextRange> m_selected; ///< The way that "expand selection" went, to go it back.
    bool m_isFollowing = false; ///< The caret moves because the selection did.
    bool m_isSelectionOurs = true; ///< We set it last.
};

} // namespace drydock::ui
