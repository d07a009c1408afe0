// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/verify_pane.h"

#include "ui/build/verify_form.h"
#include "ui/build/verify_table.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace drydock::ui {
namespace {

constexpr qsizetype mostShown = 100000; ///< Characters of a log: the end tells why a program ended.

QPlainTextEdit *textField(QWidget *parent, const QString &name)
{
    auto *field = new QPlainTextEdit(parent);
    field->setReadOnly(true);
    field->setUndoRedoEnabled(false);
    field->setLineWrapMode(QPlainTextEdit::NoWrap);
    field->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    field->setFrameShape(QFrame::NoFrame);
    field->setAccessibleName(name);
    return field;
}

void setText(QPlainTextEdit *field, const QString &text)
{
    const QString shown = text.right(mostShown);
    if (field->toPlainText() != shown) // The reader's place is kept.
        field->setPlainText(shown);
}

} // namespace

VerifyPane::VerifyPane(QWidget *parent)
    : QWidget(parent)
    , m_form(new VerifyForm(this))
    , m_table(new VerifyTable(this))
{
    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeQuestions());
    splitter->addWidget(makeAnswers());
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(splitter);
    connect(m_form, &VerifyForm::changed, this, &VerifyPane::updateButtons);
    connect(m_run, &QPushButton::clicked, this, [this] {
        m_isRunning = true;
        updateButtons();
        emit runRequested(m_form->wish());
    });
    connect(m_stop, &QPushButton::clicked, this, &VerifyPane::stopRequested);
    setFocusProxy(m_form);
    setImages({}, {}, {});
    showReport({});
}

QWidget *VerifyPane::makeQuestions()
{
    auto *page = new QWidget(this);
    m_images = new QLabel(page);
    m_images->setTextFormat(Qt::PlainText);
    m_images->setWordWrap(true);
    m_complaint = new QLabel(page);
    m_complaint->setTextFormat(Qt::PlainText);
    m_complaint->setWordWrap(true);
    m_complaint->setForegroundRole(QPalette::PlaceholderText);
    m_run = new QPushButton(tr("Run and Verify"), page);
    m_run->setDefault(true);
    m_stop = new QPushButton(tr("Stop"), page);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_run);
    buttons->addWidget(m_stop);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(8);
    column->addWidget(m_images);
    column->addWidget(m_form);
    column->addWidget(m_complaint);
    column->addLayout(buttons);
    column->addStretch(1);
    page->setMinimumWidth(260);
    return page;
}

QWidget *VerifyPane::makeAnswers()
{
    auto *page = new QWidget(this);
    m_glyph = new QLabel(page);
    QFont large = m_glyph->font();
    large.setBold(true);
    m_glyph->setFont(large);
    m_verdict = new QLabel(page);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_verdict->setFont(large);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(10, 10, 10, 6);
    head->setSpacing(8);
    head->addWidget(m_glyph);
    head->addWidget(m_verdict, 1);
    m_rows = new QTableView(page);
    m_rows->setModel(m_table);
    m_rows->setFrameShape(QFrame::NoFrame);
    m_rows->setShowGrid(false);
    m_rows->setWordWrap(false);
    m_rows->verticalHeader()->hide();
    m_rows->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_rows->setAccessibleName(tr("What the two images did"));
    QHeaderView *header = m_rows->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(VerifyTable::Question, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(VerifyTable::Before, QHeaderView::Stretch);
    header->setSectionResizeMode(VerifyTable::After, QHeaderView::Stretch);
    header->setSectionResizeMode(VerifyTable::Sign, QHeaderView::Fixed);
    header->resizeSection(VerifyTable::Sign, 36);
    m_texts = new QTabWidget(page);
    m_texts->setDocumentMode(true);
    m_logBefore = textField(page, tr("Log of the image before"));
    m_logAfter = textField(page, tr("Log of the image after"));
    m_difference = textField(page, tr("How the answers differ"));
    m_texts->addTab(m_logBefore, tr("Log before"));
    m_texts->addTab(m_logAfter, tr("Log after"));
    m_texts->addTab(m_difference, tr("Difference"));
    auto *splitter = new QSplitter(Qt::Vertical, page);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_rows);
    splitter->addWidget(m_texts);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({600, 200});
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(splitter, 1);
    return page;
}

void VerifyPane::setTheme(ThemeKind kind)
{
    m_theme = kind;
    m_table->setTheme(kind);
    QPalette colors = m_glyph->palette();
    colors.setColor(QPalette::WindowText, Theme::of(kind).color(m_verdictRole));
    m_glyph->setPalette(colors);
}

void VerifyPane::setImages(const QString &before, const QString &after, const QStringList &ports)
{
    m_before = before;
    m_after = after;
    m_images->setText(after.isEmpty() ? tr("Build first: there is nothing to run yet.")
                          : before.isEmpty()
                          ? tr("%1, alone. Build once more, after a change, to compare.").arg(after)
                          : tr("before: %1\nafter: %2").arg(before, after));
    m_form->setPorts(ports);
    if (m_table->rowCount() == 0)
        showReport({});
    updateButtons();
}

void VerifyPane::updateButtons()
{
    const QString complaint = m_form->complaint();
    m_complaint->setText(complaint);
    m_complaint->setVisible(!complaint.isEmpty());
    m_run->setEnabled(!m_isRunning && complaint.isEmpty() && !m_after.isEmpty());
    m_stop->setVisible(m_isRunning);
    m_form->setEnabled(!m_isRunning);
}

void VerifyPane::showVerdict(const QString &glyph, Role role, const QString &words)
{
    m_verdictRole = role;
    m_glyph->setText(glyph);
    m_glyph->setVisible(!glyph.isEmpty());
    m_verdict->setText(words);
    setTheme(m_theme);
}

void VerifyPane::showReport(const VerifyReport &report)
{
    const bool hasBegun
        = report.before.state != VerifyState::Waiting || report.after.state != VerifyState::Waiting;
    m_isRunning = hasBegun && !report.isOver;
    m_table->setRows(hasBegun || report.isOver ? verifyRows(report, m_form->wish().expectedStatus)
                                               : std::vector<VerifyRow> {});
    if (report.isOver)
        showVerdict(verifyGlyph(report.isGood ? VerifySign::Same : VerifySign::Wrong),
                    report.isGood ? Role::Cached : Role::Error, report.verdict);
    else
        showVerdict({}, Role::Text,
                    hasBegun ? tr("Running …")
                        : m_before.isEmpty()
                        ? tr("Starts the image with a limit on memory, asks it, and takes it away again.")
                        : tr("Starts both images with a limit on memory, asks each the same, and "
                             "takes them away again."));
    const bool isAlone = report.before.state == VerifyState::Waiting;
    m_rows->setColumnHidden(VerifyTable::Before, isAlone);
    m_rows->setColumnHidden(VerifyTable::Sign, isAlone);
    m_texts->setTabVisible(0, !isAlone);
    m_texts->setTabText(1, isAlone ? tr("Log") : tr("Log after"));
    m_rows->setVisible(m_table->rowCount() > 0);
    m_texts->setVisible(m_table->rowCount() > 0);
    setText(m_logBefore, report.before.logs);
    setText(m_logAfter, report.after.logs);
    setText(m_difference, report.bodyDifference);
    m_texts->setTabVisible(2, !report.bodyDifference.isEmpty());
    updateButtons();
}

void VerifyPane::showError(const QString &words, const QString &detail)
{
    m_isRunning = false;
    showVerdict(verifyGlyph(VerifySign::Wrong), Role::Error,
                detail.isEmpty() ? words : words + u'\n' + detail.left(2000));
    updateButtons();
}

} // namespace drydock::ui
