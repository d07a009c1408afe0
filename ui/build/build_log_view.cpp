// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/build_log_view.h"

#include <QElapsedTimer>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int pace = 50; ///< Milliseconds between two batches.
constexpr int longestBatch = 8; ///< Milliseconds: half a frame.
constexpr std::size_t linesAtOnce = 64;
constexpr qsizetype longestLine
    = 4000; ///< Characters; laying out more of them in one line takes longer than a frame.

QString shownLine(const QString &line)
{
    return line.size() <= longestLine
        ? line
        : line.left(longestLine) + BuildLogView::tr(" … %1 more characters").arg(line.size() - longestLine);
}

} // namespace

BuildLogView::BuildLogView(QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
{
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(8);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_pace.setInterval(pace);
    connect(&m_pace, &QTimer::timeout, this, &BuildLogView::takeOver);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_text, 1);
    setFocusProxy(m_text);
}

QWidget *BuildLogView::makeBar()
{
    auto *bar = new QWidget(this);
    m_words = new QLineEdit(bar);
    m_words->setPlaceholderText(tr("Search the log"));
    m_words->setAccessibleName(m_words->placeholderText());
    m_words->setClearButtonEnabled(true);
    m_answer = new QLabel(bar);
    m_answer->setForegroundRole(QPalette::PlaceholderText);
    const auto button = [&](const QString &text, const QString &tip) {
        auto *made = new QToolButton(bar);
        made->setText(text);
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        made->setAutoRaise(true);
        return made;
    };
    QToolButton *previous = button(QStringLiteral("▲"), tr("Previous match"));
    QToolButton *next = button(QStringLiteral("▼"), tr("Next match"));
    QToolButton *wrap = button(tr("Wrap"), tr("Break long lines"));
    wrap->setCheckable(true);
    QToolButton *save = button(tr("Save Log…"), tr("Save what the build printed in a file"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(4);
    row->addWidget(m_words, 1);
    row->addWidget(m_answer);
    for (QToolButton *each : {previous, next, wrap, save})
        row->addWidget(each);
    connect(m_words, &QLineEdit::returnPressed, this, [this] { find(Way::Next); });
    connect(m_words, &QLineEdit::textChanged, m_answer, &QLabel::clear);
    connect(previous, &QToolButton::clicked, this, [this] { find(Way::Previous); });
    connect(next, &QToolButton::clicked, this, [this] { find(Way::Next); });
    connect(wrap, &QToolButton::toggled, this, [this](bool isOn) {
        m_text->setLineWrapMode(isOn ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    });
    connect(save, &QToolButton::clicked, this, &BuildLogView::saveRequested);
    return bar;
}

void BuildLogView::setLog(const LogCopy *log, const QString &title)
{
    m_log = log;
    m_text->clear();
    m_text->setAccessibleName(title);
    m_first = m_next = log ? log->dropped : 0;
    m_pace.stop();
    if (log)
        takeOver();
}

void BuildLogView::catchUp()
{
    if (m_log && !m_pace.isActive())
        m_pace.start();
}

bool BuildLogView::isCurrent() const
{
    return !m_log
        || (m_next == m_log->end() && m_first == m_log->dropped
            && (m_log->lines.empty()
                || m_text->document()->lastBlock().text() == shownLine(m_log->lines.back())));
}

QString BuildLogView::text() const
{
    return m_text->toPlainText();
}

void BuildLogView::startSearch()
{
    m_words->setFocus();
    m_words->selectAll();
}

void BuildLogView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find))
        startSearch();
    else if (event->matches(QKeySequence::FindNext))
        find(Way::Next);
    else if (event->matches(QKeySequence::FindPrevious))
        find(Way::Previous);
    else
        QWidget::keyPressEvent(event);
}

void BuildLogView::takeOver()
{
    if (!m_log)
        return;
    QScrollBar *bar = m_text->verticalScrollBar();
    const bool isAtEnd = bar->value() >= bar->maximum();
    QElapsedTimer clock;
    clock.start();
    dropOld();
    renewLast();
    while (m_next < m_log->end() && clock.elapsed() < longestBatch)
        appendSome();
    if (isAtEnd)
        bar->setValue(bar->maximum());
    if (isCurrent())
        m_pace.stop();
    else if (!m_pace.isActive())
        m_pace.start();
}

/// What the log has let go of goes here too.
void BuildLogView::dropOld()
{
    if (m_log->end() < m_next || m_log->dropped >= m_next) {
        m_text->clear();
        m_first = m_next = m_log->dropped;
        return;
    }
    if (m_first == m_log->dropped)
        return;
    QTextCursor cursor(m_text->document());
    cursor.movePosition(QTextCursor::NextBlock, QTextCursor::KeepAnchor, int(m_log->dropped - m_first));
    cursor.removeSelectedText();
    m_first = m_log->dropped;
}

/// A line that was not whole has grown, or was begun anew.
void BuildLogView::renewLast()
{
    if (m_next == m_first)
        return;
    const QString line = shownLine(m_log->lines[m_next - 1 - m_log->dropped]);
    if (m_text->document()->lastBlock().text() == line)
        return;
    QTextCursor cursor(m_text->document());
    cursor.movePosition(QTextCursor::End);
    cursor.movePosition(QTextCursor::StartOfBlock, QTextCursor::KeepAnchor);
    cursor.insertText(line);
}

void BuildLogView::appendSome()
{
    const std::size_t end = std::min(m_log->end(), m_next + linesAtOnce);
    QStringList lines;
    lines.reserve(qsizetype(end - m_next));
    qsizetype size = 0;
    const bool isFirst = m_next == m_first;
    for (; m_next < end && size < 8 * longestLine; ++m_next) {
        lines.push_back(shownLine(m_log->lines[m_next - m_log->dropped]));
        size += lines.back().size();
    }
    QTextCursor cursor(m_text->document());
    cursor.movePosition(QTextCursor::End);
    if (!isFirst)
        cursor.insertBlock();
    cursor.insertText(lines.join(u'\n'));
}

void BuildLogView::find(Way way)
{
    const QString words = m_words->text();
    if (words.isEmpty())
        return;
    const auto flags = way == Way::Previous ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    QTextDocument *document = m_text->document();
    QTextCursor found = document->find(words, m_text->textCursor(), flags);
    const bool isRound = found.isNull();
    if (isRound) {
        QTextCursor end(document);
        end.movePosition(way == Way::Next ? QTextCursor::Start : QTextCursor::End);
        found = document->find(words, end, flags);
    }
    m_answer->setText(found.isNull() ? tr("not found")
                          : isRound  ? (way == Way::Next ? tr("from the top") : tr("from the end"))
                                     : QString());
    if (!found.isNull())
        m_text->setTextCursor(found);
}

} // namespace drydock::ui
