// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/problems_panel.h"

#include "model/analysis/mend.h"
#include "ui/problems/fix_pane.h"
#include "ui/problems/problems_model.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace drydock::ui {
namespace {

/// The selected row says where the keyboard is; Fusion's frame for it lies over the letters.
class WithoutFocusFrame final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state &= ~QStyle::State_HasFocus;
    }
};

} // namespace

void ProblemsFilter::setWords(const QString &words)
{
    m_words = words.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void ProblemsFilter::setShown(Severity severity, bool isShown)
{
    m_isShown[std::size_t(severity)] = isShown;
    invalidateFilter();
}

bool ProblemsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto *model = static_cast<const ProblemsModel *>(sourceModel());
    if (!m_isShown[std::size_t(model->at(row).severity)])
        return false;
    const QString text = model->index(row, ProblemsModel::Message, parent).data().toString() + u' '
        + model->index(row, ProblemsModel::RuleId, parent).data().toString();
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

ProblemsPanel::ProblemsPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new ProblemsModel(this))
    , m_filter(new ProblemsFilter(this))
    , m_words(new QLineEdit(this))
    , m_fixMenu(new QToolButton(this))
    , m_table(new QTreeView(this))
    , m_empty(new QLabel(this))
    , m_fixes(new FixPane(this))
{
    m_filter->setSourceModel(m_model);
    m_filter->setSortRole(ProblemsModel::sortRole);
    m_words->setPlaceholderText(tr("Filter by words or rule"));
    m_words->setClearButtonEnabled(true);
    m_words->setAccessibleName(m_words->placeholderText());
    connect(m_words, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_filter->setWords(words);
        updateCounts();
    });
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 6, 8, 6);
    bar->addWidget(m_words, 1);
    for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Info})
        bar->addWidget(m_severities[std::size_t(severity)] = makeSeverityButton(severity));
    makeMenu();
    bar->addWidget(m_fixMenu);

    m_table->setModel(m_filter);
    m_table->setItemDelegate(new WithoutFocusFrame(m_table));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ProblemsModel::Line, Qt::AscendingOrder);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setAccessibleName(tr("Problems"));
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(ProblemsModel::Message, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ProblemsPanel::showCurrent);
    connect(m_table, &QTreeView::clicked, this, &ProblemsPanel::goToCurrent);
    connect(m_table, &QTreeView::activated, this, &ProblemsPanel::goToCurrent);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);

    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(left);
    splitter->addWidget(m_fixes);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({1000, 1000}); // Halves, whatever the width.
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(splitter);
    setFocusProxy(m_table);

    connect(m_fixes, &FixPane::explainRequested, this, &ProblemsPanel::explainRequested);
    connect(m_fixes, &FixPane::fixChosen, this, [this](const Fix &fix) {
        if (m_document)
            m_document->apply(fix.edits, Origin::Refactoring, QString::fromStdString(inEnglish(fix.title)));
    });
    updateCounts();
}

QToolButton *ProblemsPanel::makeSeverityButton(Severity severity)
{
    auto *button = new QToolButton(this);
    button->setCheckable(true);
    button->setChecked(true);
    button->setAutoRaise(true);
    connect(button, &QToolButton::toggled, this, [this, severity](bool on) {
        m_filter->setShown(severity, on);
        updateCounts();
    });
    return button;
}

void ProblemsPanel::makeMenu()
{
    m_fixMenu->setText(tr("Fix"));
    m_fixMenu->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_fixMenu);
    QAction *ofRule = menu->addAction(tr("All of This Rule"));
    connect(ofRule, &QAction::triggered, this, [this] { fixAll(ruleOfCurrent()); });
    connect(menu->addAction(tr("Everything That Is Safe")), &QAction::triggered, this,
            [this] { fixAll({}); });
    menu->addSeparator();
    connect(menu->addAction(tr("Severity of This Rule…")), &QAction::triggered, this,
            [this] { emit configureRequested(ruleOfCurrent()); });
    connect(menu->addAction(tr("Copy the List")), &QAction::triggered, this, &ProblemsPanel::copyShown);
    connect(menu, &QMenu::aboutToShow, this,
            [this, ofRule] { ofRule->setEnabled(!ruleOfCurrent().isEmpty()); });
    m_fixMenu->setMenu(menu);
}

void ProblemsPanel::setDocument(Document *document, Selection *selection)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_selection = selection;
    if (document)
        connect(document, &Document::changed, this, [this] { refresh(); });
    refresh();
}

void ProblemsPanel::setTheme(ThemeKind kind)
{
    m_model->setTheme(kind);
    m_fixes->setTheme(kind);
}

void ProblemsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        refresh();
}

void ProblemsPanel::refresh()
{
    m_isStale = !isVisible();
    if (m_isStale)
        return;
    const int row = m_table->currentIndex().row();
    m_model->setAnalysis(m_document ? m_document->snapshot() : nullptr);
    updateCounts();
    // The next one moves up where one was mended.
    const int last = m_filter->rowCount() - 1;
    if (row >= 0 && last >= 0)
        m_table->setCurrentIndex(m_filter->index(std::min(row, last), 0));
    showCurrent();
}

void ProblemsPanel::updateCounts()
{
    std::array<int, 3> counts {};
    for (int row = 0; row < m_model->rowCount(); ++row)
        ++counts[std::size_t(m_model->at(row).severity)];
    for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Info}) {
        QToolButton *button = m_severities[std::size_t(severity)];
        button->setText(QStringLiteral("%1 %2").arg(glyphFor(severity)).arg(counts[std::size_t(severity)]));
        button->setToolTip(tr("Show: %1").arg(wordFor(severity)));
        button->setAccessibleName(tr("%1: %2").arg(wordFor(severity)).arg(counts[std::size_t(severity)]));
    }
    const bool isEmpty = m_filter->rowCount() == 0;
    m_empty->setText(!m_document                   ? tr("No file is open.")
                         : m_model->rowCount() > 0 ? tr("Nothing of this kind.")
                                                   : tr("No problems. Nothing to complain about."));
    m_empty->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
    m_fixMenu->setEnabled(m_model->rowCount() > 0);
}

int ProblemsPanel::currentRow() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_filter->mapToSource(current).row() : -1;
}

QString ProblemsPanel::ruleOfCurrent() const
{
    const int row = currentRow();
    return row < 0 ? QString() : QString::fromStdString(m_model->at(row).rule);
}

void ProblemsPanel::showCurrent()
{
    const int row = currentRow();
    if (row < 0 || !m_document)
        m_fixes->show(nullptr, 0);
    else
        m_fixes->show(m_document->snapshot(), std::size_t(row));
}

void ProblemsPanel::goToCurrent()
{
    if (const int row = currentRow(); row >= 0)
        emit chosen(m_model->at(row).range);
}

void ProblemsPanel::fixAll(const QString &rule)
{
    if (!m_document)
        return;
    const auto before = m_document->snapshot();
    const std::string id = rule.toStdString();
    const EditSet edits
        = mended(*before, [&](const Diagnostic &finding) { return id.empty() || finding.rule == id; });
    if (edits.isEmpty()) {
        emit statusText(tr("Nothing here can be mended without a look at it."));
        return;
    }
    m_document->apply(edits, Origin::Refactoring,
                      rule.isEmpty() ? tr("Fix everything safe") : tr("Fix all %1").arg(rule));
    const auto fewer = before->diagnostics.size()
        - std::min(before->diagnostics.size(), m_document->analysis().diagnostics.size());
    emit statusText(tr("Mended: %1 fewer.").arg(fewer));
}

void ProblemsPanel::copyShown() const
{
    QString list;
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const auto cell = [&](int column) { return m_filter->index(row, column).data().toString(); };
        const Diagnostic &finding = m_model->at(m_filter->mapToSource(m_filter->index(row, 0)).row());
        list += tr("Line %1, %2: %3 [%4]")
                    .arg(cell(ProblemsModel::Line), wordFor(finding.severity), cell(ProblemsModel::Message),
                         cell(ProblemsModel::RuleId))
            + u'\n';
    }
    QGuiApplication::clipboard()->setText(list);
}

} // namespace drydock::ui
