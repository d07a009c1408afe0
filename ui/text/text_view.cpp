// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/text_view.h"

#include "ui/text/code_edit.h"
#include "ui/text/find_bar.h"
#include "ui/text/go_to_bar.h"
#include "ui/text/rename_bar.h"
#include "ui/text/scintilla_call.h"

#include <QAction>
#include <QMenu>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int topPadding = 6;

} // namespace

TextView::TextView(Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_editor(new CodeEdit(document, this))
    , m_findBar(new FindBar(*m_editor, this))
    , m_goToBar(new GoToBar(*m_editor, this))
    , m_renameBar(new RenameBar(*m_editor, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, topPadding, 0, 0); // The first line does not stick to the panel's header.
    setAutoFillBackground(true);
    column->setSpacing(0);
    column->addWidget(m_editor, 1);
    column->addWidget(m_findBar);
    column->addWidget(m_goToBar);
    column->addWidget(m_renameBar);
    setFocusProxy(m_editor);
    makeActions();
    connect(m_editor, &CodeEdit::caretMoved, this, &TextView::onCaretMoved);
    connect(m_editor, &CodeEdit::shown, this, &TextView::onShown);
    connect(m_editor, &CodeEdit::contextMenuRequested, this, &TextView::showContextMenu);
    connect(m_editor, &CodeEdit::escapePressed, this, [this] {
        if (m_findBar->isVisible())
            m_findBar->closeBar();
        else
            emit escapePressed();
    });
    connect(m_editor, &QsciScintilla::SCN_ZOOM, this, [this] { emit zoomChanged(zoom()); });
    connect(&selection, &Selection::changed, this, &TextView::onSelectionChanged);
    setTheme(m_editor->theme());
    onShown();
    updateActions();
}

QAction *TextView::makeAction(const char *name, const QString &text, const QList<QKeySequence> &keys,
                              void (TextView::*slot)())
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    return action;
}

void TextView::makeActions()
{
    const auto standard = [](QKeySequence::StandardKey key) { return QKeySequence::keyBindings(key); };
    const auto keys
        = [](const char *text) { return QList<QKeySequence> {QKeySequence(QString::fromLatin1(text))}; };
    // The editor takes the keys of the first five itself; the window's menu shows them.
    m_actions.cut = makeAction("text.cut", tr("Cu&t"), {}, &TextView::cut);
    m_actions.copy = makeAction("text.copy", tr("&Copy"), {}, &TextView::copy);
    m_actions.paste = makeAction("text.paste", tr("&Paste"), {}, &TextView::paste);
    m_actions.remove = makeAction("text.remove", tr("&Delete"), {}, &TextView::remove);
    m_actions.selectAll = makeAction("text.selectAll", tr("Select &all"), {}, &TextView::selectAll);
    m_actions.find = makeAction("text.find", tr("&Find…"), standard(QKeySequence::Find), &TextView::openFind);
    m_actions.findNext = makeAction("text.findNext", tr("Find &next"), keys("F3"), &TextView::findNext);
    m_actions.findPrevious
        = makeAction("text.findPrevious", tr("Find pre&vious"), keys("Shift+F3"), &TextView::findPrevious);
    m_actions.replace = makeAction("text.replace", tr("&Replace…"), keys("Ctrl+R"), &TextView::openReplace);
    m_actions.goTo
        = makeAction("text.goTo", tr("&Go to line or stage…"), keys("Ctrl+G"), &TextView::openGoTo);
    m_actions.toggleComment
        = makeAction("text.toggleComment", tr("Toggle &comment"), keys("Ctrl+/"), &TextView::toggleComment);
    makeLanguageActions();
    m_actions.zoomIn = makeAction("text.zoomIn", tr("Zoom &in"),
                                  standard(QKeySequence::ZoomIn) + keys("Ctrl+="), &TextView::zoomIn);
    m_actions.zoomOut
        = makeAction("text.zoomOut", tr("Zoom &out"), standard(QKeySequence::ZoomOut), &TextView::zoomOut);
    m_actions.zoomReset = makeAction("text.zoomReset", tr("&100 %"), keys("Ctrl+0"), &TextView::zoomReset);
    m_actions.foldAll = makeAction("text.foldAll", tr("Fold a&ll"), {}, &TextView::foldAll);
    m_actions.unfoldAll = makeAction("text.unfoldAll", tr("&Unfold all"), {}, &TextView::unfoldAll);
    m_actions.wordWrap = new QAction(tr("&Wrap long lines"), this);
    m_actions.wordWrap->setObjectName(QStringLiteral("text.wordWrap"));
    m_actions.wordWrap->setCheckable(true);
    connect(m_actions.wordWrap, &QAction::toggled, this, [this](bool isOn) {
        send(*m_editor, Sci::SCI_SETWRAPMODE, isOn ? Sci::SC_WRAP_WORD : Sci::SC_WRAP_NONE);
        send(*m_editor, Sci::SCI_SETWRAPVISUALFLAGS, isOn ? Sci::SC_WRAPVISUALFLAG_END : 0);
        send(*m_editor, Sci::SCI_SETWRAPINDENTMODE, Sci::SC_WRAPINDENT_INDENT);
    });
}

void TextView::showContextMenu(QPoint place)
{
    updateActions();
    QMenu menu(this);
    // Made for this menu only: the window's own keep their texts and shortcuts.
    QAction *undo = m_document.undoStack().createUndoAction(&menu, tr("&Undo"));
    QAction *redo = m_document.undoStack().createRedoAction(&menu, tr("&Redo"));
    if (isReadOnlyView()) {
        undo->setEnabled(false);
        redo->setEnabled(false);
    }
    menu.addActions({undo, redo});
    menu.addSeparator();
    menu.addActions({m_actions.cut, m_actions.copy, m_actions.paste, m_actions.remove});
    menu.addSeparator();
    menu.addAction(m_actions.selectAll);
    menu.addAction(m_actions.toggleComment);
    menu.exec(place);
}

void TextView::updateActions()
{
    const bool isWritable = !isReadOnlyView();
    const bool hasSelection = !m_editor->selectedRange().isEmpty();
    m_actions.cut->setEnabled(isWritable && hasSelection);
    m_actions.copy->setEnabled(hasSelection);
    m_actions.remove->setEnabled(isWritable && hasSelection);
    m_actions.paste->setEnabled(isWritable);
    m_actions.replace->setEnabled(isWritable);
    for (QAction *action : {m_actions.toggleComment, m_actions.complete, m_actions.rename, m_actions.format})
        action->setEnabled(isWritable);
}

void TextView::setTheme(const Theme &theme)
{
    m_editor->setTheme(theme);
    QPalette paper = palette();
    paper.setColor(QPalette::Window, theme.color(Role::Canvas));
    setPalette(paper);
    QPalette bars = m_findBar->palette();
    bars.setColor(QPalette::Window, theme.color(Role::Header));
    m_findBar->setPalette(bars);
    m_goToBar->setPalette(bars);
    m_renameBar->setPalette(bars);
}

void TextView::setCodeFont(const QFont &font)
{
    m_editor->setCodeFont(font);
}

void TextView::setReadOnlyView(bool isReadOnly)
{
    m_editor->mirror().setReadOnly(isReadOnly);
    updateActions();
}

bool TextView::isReadOnlyView() const
{
    return send(*m_editor, Sci::SCI_GETREADONLY) != 0;
}

bool TextView::isExcerpt() const
{
    return m_editor->mirror().isExcerpt();
}

void TextView::reveal(TextRange range, bool takeFocus)
{
    m_editor->reveal(range);
    if (takeFocus)
        m_editor->setFocus();
}

void TextView::setLineNotes(std::vector<LineNote> notes)
{
    m_editor->margin().setNotes(std::move(notes));
    m_editor->viewport()->update();
}

QPoint TextView::caretPosition() const
{
    const auto caret = static_cast<long>(m_editor->caret());
    const long x = m_editor->SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0UL, caret);
    const long y = m_editor->SendScintilla(QsciScintilla::SCI_POINTYFROMPOSITION, 0UL, caret);
    const long line = m_editor->SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION, caret);
    const long height = m_editor->SendScintilla(QsciScintilla::SCI_TEXTHEIGHT, line);
    return m_editor->viewport()->mapToGlobal(QPoint(int(x), int(y + height)));
}

void TextView::setZoom(int steps)
{
    send(*m_editor, Sci::SCI_SETZOOM, static_cast<std::size_t>(std::clamp(steps, -8, 40)));
}

int TextView::zoom() const
{
    return static_cast<int>(send(*m_editor, Sci::SCI_GETZOOM));
}

bool TextView::wordWrap() const
{
    return m_actions.wordWrap->isChecked();
}

void TextView::onShown()
{
    markSelected(m_selection.range());
    onCaretMoved();
}

void TextView::onCaretMoved()
{
    const Syntax &syntax = m_document.analysis().syntax;
    if (sendSize(*m_editor, Sci::SCI_GETLENGTH) != syntax.text.size())
        return; // In the midst of a change; onShown() comes.
    if (!m_isFollowing) {
        const QScopedValueRollback following(m_isFollowing, true);
        m_isSelectionOurs = true;
        m_selection.set(m_editor->selectedRange(), this);
        m_editor->markLines({});
    }
    m_editor->margin().setSelectedStage(syntax.stageAt(m_editor->caret()));
    updateActions();
    const auto [line, column] = lineAndColumn();
    emit cursorMoved(line, column);
}

void TextView::onSelectionChanged(TextRange range, const QObject *by)
{
    if (by == this || range.end > m_document.text().size())
        return;
    const QScopedValueRollback following(m_isFollowing, true);
    m_isSelectionOurs = false;
    m_editor->reveal({range.begin, range.begin});
    markSelected(range);
    m_editor->margin().setSelectedStage(m_document.analysis().syntax.stageAt(range.begin));
    m_editor->viewport()->update();
}

/// A selected edge may have several causes: all COPY lines between two stages are one arrow.
void TextView::markSelected(TextRange range)
{
    if (m_isSelectionOurs || range.isEmpty() || range.end > m_document.text().size()) {
        m_editor->markLines({});
        return;
    }
    const Analysis &analysis = m_document.analysis();
    std::vector<TextRange> lines {range};
    const auto &edges = analysis.graph.edges;
    const auto edge = std::find_if(edges.begin(), edges.end(),
                                   [&](const GraphEdge &candidate) { return candidate.cause == range; });
    if (edge != edges.end())
        for (const GraphEdge &other : edges)
            if (other.kind == edge->kind && other.source.value == edge->source.value
                && other.target.value == edge->target.value && other.instruction)
                lines.push_back(analysis.syntax.at(other.instruction).range);
    m_editor->markLines(lines);
}

QPair<int, int> TextView::lineAndColumn() const
{
    const SourceText &text = m_document.text();
    const std::size_t caret = std::min(m_editor->caret(), text.size());
    const TextPosition position = text.positionOf(caret);
    const auto start = static_cast<long>(text.lineStart(position.line));
    const long column = send(*m_editor, Sci::SCI_COUNTCHARACTERS, static_cast<std::size_t>(start),
                             static_cast<long>(caret));
    return {static_cast<int>(position.line) + 1, static_cast<int>(column) + 1};
}

QString TextView::caretText() const
{
    const auto [line, column] = lineAndColumn();
    return tr("Ln %1, Col %2").arg(line).arg(column);
}

QString TextView::encodingText() const
{
    if (!m_document.text().isValidUtf8())
        return tr("not UTF-8");
    return m_document.text().hasByteOrderMark() ? tr("UTF-8 with BOM") : QStringLiteral("UTF-8");
}

QString TextView::lineEndText() const
{
    switch (m_document.text().endOfLine()) {
    case EndOfLine::CrLf:
        return QStringLiteral("CRLF");
    case EndOfLine::Mixed:
        return tr("mixed line ends");
    case EndOfLine::None:
    case EndOfLine::Lf:
        break;
    }
    return QStringLiteral("LF");
}

void TextView::openFind()
{
    m_goToBar->hide();
    m_findBar->open();
}

void TextView::openReplace()
{
    m_goToBar->hide();
    m_findBar->openReplace();
}

void TextView::openGoTo()
{
    m_findBar->hide();
    m_renameBar->hide();
    m_goToBar->open();
}

void TextView::findNext()
{
    m_findBar->findNext();
}

void TextView::findPrevious()
{
    m_findBar->findPrevious();
}

void TextView::cut()
{
    m_editor->cutText();
}

void TextView::copy()
{
    send(*m_editor, Sci::SCI_COPY);
}

void TextView::paste()
{
    m_editor->pasteText();
}

void TextView::remove()
{
    m_editor->deleteText();
}

void TextView::selectAll()
{
    send(*m_editor, Sci::SCI_SELECTALL);
}

void TextView::toggleComment()
{
    m_editor->toggleComment();
}

void TextView::zoomIn()
{
    send(*m_editor, Sci::SCI_ZOOMIN);
}

void TextView::zoomOut()
{
    send(*m_editor, Sci::SCI_ZOOMOUT);
}

void TextView::zoomReset()
{
    send(*m_editor, Sci::SCI_SETZOOM, 0);
}

void TextView::foldAll()
{
    send(*m_editor, Sci::SCI_FOLDALL, Sci::SC_FOLDACTION_CONTRACT);
}

void TextView::unfoldAll()
{
    send(*m_editor, Sci::SCI_FOLDALL, Sci::SC_FOLDACTION_EXPAND);
}

} // namespace drydock::ui
