// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tool_tip.h"
#include "ui/text/code_assist.h"
#include "ui/text/code_edit.h"
#include "ui/text/dockerfile_styler.h"
#include "ui/text/hover.h"
#include "ui/text/scintilla_call.h"
#include "ui/text/typing.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QTimer>
#include <QToolTip>

#include <algorithm>

// What the hand does to a CodeEdit, and what it paints over Scintilla's picture.

namespace drydock::ui {

bool CodeEdit::insertNewLine()
{
    if (isReadOnly() || send(*this, SCI_GETSELECTIONS) != 1 || send(*this, SCI_SELECTIONISRECTANGLE) != 0)
        return false;
    const std::string line = newLineAt(m_document.analysis().syntax, selectedRange().begin);
    const TextMirror::Hand hand(*m_mirror);
    SendScintilla(SCI_REPLACESEL, static_cast<uintptr_t>(0), line.c_str());
    send(*this, SCI_SCROLLCARET);
    send(*this, SCI_CHOOSECARETX);
    return true;
}

/// `<<-` strips tabs and nothing else, so there Tab is a tab.
bool CodeEdit::insertTabInHeredoc()
{
    if (isReadOnly() || !selectedRange().isEmpty())
        return false;
    const Heredoc *heredoc = heredocAt(m_document.analysis().syntax, caret());
    if (!heredoc || !heredoc->chomp)
        return false;
    const TextMirror::Hand hand(*m_mirror);
    SendScintilla(SCI_REPLACESEL, static_cast<uintptr_t>(0), "\t");
    return true;
}

bool CodeEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Undo belongs to the window's actions; without them the key press comes here all the same.
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QsciScintilla::event(event);
}

bool CodeEdit::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        showHover(static_cast<QHelpEvent *>(event));
        return true;
    }
    return QsciScintilla::viewportEvent(event);
}

void CodeEdit::showHover(QHelpEvent *event)
{
    const QPoint place = event->pos();
    long position = -1;
    if (place.x() >= m_margin.textLeft())
        position = send(*this, SCI_POSITIONFROMPOINTCLOSE, static_cast<std::size_t>(std::max(place.x(), 0)),
                        place.y());
    QString text;
    if (position >= 0) {
        text = hoverHtml(m_document.analysis(), static_cast<std::size_t>(position));
    } else if (place.x() < m_margin.textLeft()) {
        const long start = send(*this, SCI_POSITIONFROMPOINT, 0, place.y());
        text = asToolTip(problemsOfLine(m_document.analysis(), static_cast<std::size_t>(start)));
    }
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPos(), text, this);
}

void CodeEdit::keyPressEvent(QKeyEvent *event)
{
    if (m_assist->takesKey(*event))
        return event->accept();
    const QString typed = event->text();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const auto snapshot = m_document.snapshot();
    const bool isPlain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    if (event->matches(QKeySequence::Undo)) {
        if (!isReadOnly())
            m_document.undoStack().undo();
    } else if (event->matches(QKeySequence::Redo)) {
        if (!isReadOnly())
            m_document.undoStack().redo();
    } else if (event->matches(QKeySequence::Cut)) {
        cutText();
    } else if (event->matches(QKeySequence::Paste)) {
        pasteText();
    } else if (event->key() == Qt::Key_Escape && send(*this, SCI_GETSELECTIONS) == 1) {
        emit escapePressed();
    } else if (isPlain
               && ((isEnter && insertNewLine()) || (event->key() == Qt::Key_Tab && insertTabInHeredoc()))) {
        event->accept();
    } else if ((event->modifiers() & (Qt::AltModifier | Qt::MetaModifier)) != 0 && !event->text().isEmpty()
               && event->text().at(0).isPrint()) {
        event->ignore(); // Scintilla would type the letter of an unused mnemonic.
    } else {
        const TextMirror::Hand hand(*m_mirror);
        QsciScintilla::keyPressEvent(event);
    }
    const std::size_t before = m_caret;
    noteCaret();
    const bool isEdited = snapshot != m_document.snapshot();
    if (before != m_caret && !isEdited)
        m_document.endTyping(); // What is typed at another place is another step.
    if (isEdited && isPlain && !typed.isEmpty() && typed.at(0).isPrint())
        m_assist->noteTyped(typed);
    else if (isEdited || before != m_caret)
        m_assist->close();
}

/// Scintilla composes in the text and takes it back by its undo, which is off. So what is being composed is only
/// drawn, and what was chosen is typed.
void CodeEdit::inputMethodEvent(QInputMethodEvent *event)
{
    if (isReadOnly())
        return;
    m_preedit = event->preeditString();
    if (!event->commitString().isEmpty()) {
        const TextMirror::Hand hand(*m_mirror);
        SendScintilla(SCI_REPLACESEL, static_cast<uintptr_t>(0), event->commitString().toUtf8().constData());
        send(*this, SCI_SCROLLCARET);
    }
    event->accept();
    viewport()->update();
    noteCaret();
}

void CodeEdit::mousePressEvent(QMouseEvent *event)
{
    m_document.endTyping();
    m_assist->close();
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::ControlModifier) {
        const long place = send(*this, SCI_POSITIONFROMPOINTCLOSE,
                                static_cast<std::size_t>(std::max(event->pos().x(), 0)), event->pos().y());
        if (place >= 0 && event->pos().x() >= m_margin.textLeft())
            return emit followRequested(static_cast<std::size_t>(place));
    }
    if (event->button() == Qt::MiddleButton) {
        const TextMirror::Hand hand(*m_mirror, tr("Paste"));
        QsciScintilla::mousePressEvent(event);
    } else {
        QsciScintilla::mousePressEvent(event);
    }
    noteCaret();
}

void CodeEdit::mouseReleaseEvent(QMouseEvent *event)
{
    QsciScintilla::mouseReleaseEvent(event);
    noteCaret();
}

void CodeEdit::dropEvent(QDropEvent *event)
{
    const TextMirror::Hand hand(*m_mirror, tr("Drag"));
    QsciScintilla::dropEvent(event);
}

void CodeEdit::contextMenuEvent(QContextMenuEvent *event)
{
    emit contextMenuRequested(event->globalPos());
}

void CodeEdit::focusOutEvent(QFocusEvent *event)
{
    m_document.endTyping();
    m_assist->close();
    m_preedit.clear();
    QsciScintilla::focusOutEvent(event);
}

void CodeEdit::paintEvent(QPaintEvent *event)
{
    m_mirror->flush();
    m_styler->styleVisible();
    // QScintilla would paint all of the rectangle around a changed line and the margin, which is the whole view; and
    // for a piece of the margin alone, where there is nothing of its own, it would measure every line beside it.
    const int textLeft = hasTintedLines() ? 0 : m_margin.textLeft();
    QRegion bare;
    for (const QRect &rect : event->region()) {
        if (rect.right() < textLeft) {
            bare += rect;
            continue;
        }
        QPaintEvent piece(rect);
        QsciScintilla::paintEvent(&piece);
    }
    QPainter painter(viewport());
    for (const QRect &rect : bare)
        painter.fillRect(rect, m_theme.color(Role::Canvas));
    m_margin.paint(painter, event->region());
    if (!m_preedit.isEmpty())
        paintPreedit(painter);
    if (!m_styler->areBodiesShown())
        QTimer::singleShot(0, m_styler, &DockerfileStyler::showBodies); // Behind the first picture.
}

void CodeEdit::paintPreedit(QPainter &painter)
{
    const auto position = static_cast<long>(caret());
    QFont font = m_font;
    font.setPointSizeF(font.pointSizeF() + static_cast<double>(send(*this, SCI_GETZOOM)));
    font.setUnderline(true);
    painter.setFont(font);
    const QRect rect(static_cast<int>(send(*this, SCI_POINTXFROMPOSITION, 0, position)),
                     static_cast<int>(send(*this, SCI_POINTYFROMPOSITION, 0, position)),
                     painter.fontMetrics().horizontalAdvance(m_preedit) + 4,
                     static_cast<int>(send(*this, SCI_TEXTHEIGHT)));
    painter.fillRect(rect, m_theme.color(Role::Header));
    painter.setPen(m_theme.color(Role::Text));
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, m_preedit);
}

} // namespace drydock::ui
