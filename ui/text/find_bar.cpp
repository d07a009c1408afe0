// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/find_bar.h"

#include "ui/text/code_edit.h"
#include "ui/text/scintilla_call.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace drydock::ui {
namespace {

/// More marks than this help nobody, and each costs.
constexpr std::size_t maxMarks = 5000;
constexpr int searchDelay = 120; // ms behind the last change of the text

} // namespace

FindBar::FindBar(CodeEdit &editor, QWidget *parent)
    : EditBar(editor, parent)
    , m_pattern(makeField(tr("Find"), tr("Find")))
    , m_replacement(makeField(tr("Replace with"), tr("Replace with")))
    , m_caseSensitive(makeToggle(QStringLiteral("Aa"), tr("Match case")))
    , m_wholeWord(makeToggle(QStringLiteral("W"), tr("Whole words")))
    , m_regularExpression(makeToggle(QStringLiteral(".*"), tr("Regular expression")))
    , m_replaceRow(new QWidget(this))
{
    setAccessibleName(tr("Find and replace"));
    addField(m_pattern, 1);
    addField(m_caseSensitive);
    addField(m_wholeWord);
    addField(m_regularExpression);
    const auto addButton = [this](Qt::ArrowType arrow, const QString &name, auto slot) {
        auto *button = new QToolButton;
        button->setArrowType(arrow);
        button->setAutoRaise(true);
        button->setToolTip(name);
        button->setAccessibleName(name);
        connect(button, &QToolButton::clicked, this, slot);
        addField(button);
    };
    addButton(Qt::UpArrow, tr("Previous (Shift+F3)"), &FindBar::findPrevious);
    addButton(Qt::DownArrow, tr("Next (F3)"), &FindBar::findNext);

    auto *row = new QHBoxLayout(m_replaceRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_replacement, 1);
    auto *one = new QPushButton(tr("Replace"));
    auto *all = new QPushButton(tr("Replace all"));
    connect(one, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(all, &QPushButton::clicked, this, &FindBar::replaceAll);
    row->addWidget(one);
    row->addWidget(all);
    row->addStretch(1);
    layout()->addWidget(m_replaceRow);
    m_replaceRow->hide();

    connect(m_pattern, &QLineEdit::textChanged, this, &FindBar::onQueryChanged);
    for (QToolButton *toggle : {m_caseSensitive, m_wholeWord, m_regularExpression})
        connect(toggle, &QToolButton::toggled, this, &FindBar::onQueryChanged);
    m_later.setSingleShot(true);
    m_later.setInterval(searchDelay);
    connect(&m_later, &QTimer::timeout, this, [this] {
        searchAgain();
        sayCount();
    });
    connect(&editor, &CodeEdit::shown, this, [this] {
        if (isVisible())
            m_later.start();
    });
}

QToolButton *FindBar::makeToggle(const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    return button;
}

void FindBar::open()
{
    EditBar::open();
    const TextRange selection = editor().selectedRange();
    m_start = selection.begin;
    const std::string_view bytes = editor().document().text().slice(selection);
    if (!bytes.empty() && bytes.find('\n') == std::string_view::npos)
        m_pattern->setText(QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())));
    m_pattern->setFocus();
    m_pattern->selectAll();
    searchAgain();
    sayCount();
}

void FindBar::openReplace()
{
    m_replaceRow->show();
    open();
}

SearchQuery FindBar::query() const
{
    return {m_pattern->text(), m_caseSensitive->isChecked(), m_wholeWord->isChecked(),
            m_regularExpression->isChecked()};
}

void FindBar::setQuery(const SearchQuery &query)
{
    m_caseSensitive->setChecked(query.isCaseSensitive);
    m_wholeWord->setChecked(query.isWholeWord);
    m_regularExpression->setChecked(query.isRegularExpression);
    m_pattern->setText(query.pattern);
}

void FindBar::setReplacement(const QString &replacement)
{
    m_replacement->setText(replacement);
}

void FindBar::onQueryChanged()
{
    searchAgain();
    if (m_result.matches.empty()) {
        sayCount();
        return;
    }
    const auto &matches = m_result.matches;
    const auto next = std::partition_point(matches.begin(), matches.end(),
                                           [this](const TextRange &match) { return match.begin < m_start; });
    select(next == matches.end() ? 0 : static_cast<std::size_t>(next - matches.begin()), {});
}

void FindBar::searchAgain()
{
    m_later.stop();
    editor().mirror().flush();
    m_result = search(editor().document().text(), query());
    markMatches();
}

void FindBar::markMatches()
{
    const auto size = static_cast<long>(editor().document().text().size());
    for (const Indicator indicator : {Indicator::Match, Indicator::CurrentMatch}) {
        send(editor(), Sci::SCI_SETINDICATORCURRENT, static_cast<std::size_t>(indicator));
        send(editor(), Sci::SCI_INDICATORCLEARRANGE, 0, size);
    }
    if (!isVisible() || editor().mirror().isExcerpt())
        return;
    send(editor(), Sci::SCI_SETINDICATORCURRENT, static_cast<std::size_t>(Indicator::Match));
    for (std::size_t i = 0; i < std::min(m_result.matches.size(), maxMarks); ++i)
        if (const TextRange match = m_result.matches[i]; !match.isEmpty())
            send(editor(), Sci::SCI_INDICATORFILLRANGE, match.begin, static_cast<long>(match.size()));
}

void FindBar::findNext()
{
    go(true);
}

void FindBar::findPrevious()
{
    go(false);
}

void FindBar::go(bool forward)
{
    if (query().pattern.isEmpty()) {
        open();
        return;
    }
    searchAgain();
    const auto &matches = m_result.matches;
    if (matches.empty()) {
        sayCount();
        return;
    }
    const TextRange from = editor().selectedRange();
    const auto isBefore = [&](const TextRange &match) {
        return match.begin < from.begin || (match.begin == from.begin && (forward || match.end < from.end));
    };
    // A caret at a match's start has not been there yet.
    const auto place = std::partition_point(matches.begin(), matches.end(), [&](const TextRange &match) {
        return forward && from.isEmpty() && !match.isEmpty() ? match.begin < from.begin : isBefore(match);
    });
    auto index = place - matches.begin();
    QString remark;
    if (forward && place == matches.end()) {
        index = 0;
        remark = tr("went on from the top");
    } else if (!forward && place == matches.begin()) {
        index = std::ssize(matches) - 1;
        remark = tr("went on from the bottom");
    } else if (!forward) {
        --index;
    }
    select(static_cast<std::size_t>(index), remark);
    m_start = matches[static_cast<std::size_t>(index)].begin;
}

void FindBar::select(std::size_t index, const QString &remark)
{
    const TextRange match = m_result.matches[index];
    editor().reveal(match);
    send(editor(), Sci::SCI_SETINDICATORCURRENT, static_cast<std::size_t>(Indicator::CurrentMatch));
    send(editor(), Sci::SCI_INDICATORCLEARRANGE, 0, static_cast<long>(editor().document().text().size()));
    if (isVisible())
        send(editor(), Sci::SCI_INDICATORFILLRANGE, match.begin, static_cast<long>(match.size()));
    sayCount(remark);
}

void FindBar::sayCount(const QString &remark)
{
    const auto &matches = m_result.matches;
    if (!m_result.problem.isEmpty()) {
        setNote(m_result.problem, true);
    } else if (query().pattern.isEmpty()) {
        setNote({});
    } else if (matches.empty()) {
        setNote(tr("No matches"), true);
    } else {
        const auto found = std::find(matches.begin(), matches.end(), editor().selectedRange());
        const int count = static_cast<int>(matches.size());
        QString text = found == matches.end() ? tr("%n match(es)", nullptr, count)
                                              : tr("%1 of %2").arg(found - matches.begin() + 1).arg(count);
        if (!remark.isEmpty())
            text = tr("%1, %2").arg(text, remark);
        setNote(text);
    }
}

void FindBar::replaceOne()
{
    searchAgain();
    const TextRange selected = editor().selectedRange();
    const auto &matches = m_result.matches;
    if (editor().isReadOnly() || std::find(matches.begin(), matches.end(), selected) == matches.end()) {
        findNext();
        return;
    }
    const EditSet edits = replacing(editor().document().text(), query(), m_replacement->text(), selected);
    editor().applyEdits(edits, tr("Replace"));
    const std::size_t behind = edits.isEmpty() ? selected.end : edits.mapOffset(selected.end);
    editor().reveal({behind, behind});
    findNext();
}

int FindBar::replaceAll()
{
    if (editor().isReadOnly())
        return 0;
    searchAgain();
    if (!m_result.problem.isEmpty()) { // Half of it would be worse than nothing.
        sayCount();
        return 0;
    }
    const SourceText text = editor().document().text();
    const EditSet edits = replacing(text, query(), m_replacement->text(), {0, text.size()});
    const auto count = static_cast<int>(edits.size());
    editor().applyEdits(edits, tr("Replace all"));
    searchAgain();
    setNote(tr("%n place(s) changed", nullptr, count));
    return count;
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter)
        EditBar::keyPressEvent(event);
    else if (m_replacement->hasFocus())
        replaceOne();
    else if ((event->modifiers() & Qt::ShiftModifier) != 0)
        findPrevious();
    else
        findNext();
}

void FindBar::hideEvent(QHideEvent *event)
{
    EditBar::hideEvent(event);
    m_replaceRow->hide();
    m_later.stop();
    markMatches();
}

} // namespace drydock::ui
