// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check_dialog.h"

#include "app/check_list.h"
#include "app/project_facts.h"
#include "app/word_filter.h"
#include "model/lint/registry.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <array>

namespace drydock::app {
namespace {

constexpr QSize comfortable(720, 560);

/// As the box lists them, behind "as shipped".
constexpr std::array<std::optional<Severity>, 4> choicesOnOffer {Severity::Error, Severity::Warning,
                                                                 Severity::Info, std::nullopt};

} // namespace

CheckDialog::CheckDialog(const SeverityChoices &choices, const ProjectFacts *project, QWidget *parent)
    : QDialog(parent)
    , m_project(project)
    , m_list(new CheckList(choices, this))
    , m_filtered(new WordFilter(this))
    , m_filter(new QLineEdit(this))
    , m_view(new QTreeView(this))
{
    setWindowTitle(tr("Configure Checks"));
    m_filter->setPlaceholderText(tr("Find a rule by words, id or severity"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_filtered->setSourceModel(m_list);
    m_view->setModel(m_filtered);
    m_view->setAccessibleName(tr("Rules and their severities"));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(-1,
                         Qt::AscendingOrder); // In the order of the rules, until somebody wants it otherwise.
    m_view->header()->setSectionsMovable(false);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(CheckList::What, QHeaderView::Stretch);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *resetAll = buttons->addButton(tr("Reset &All"), QDialogButtonBox::ResetRole);
    resetAll->setObjectName(QStringLiteral("resetAll"));
    for (QAbstractButton *button : buttons->buttons())
        static_cast<QPushButton *>(button)->setAutoDefault(false); // Enter in a field is no reason to close.
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 14, 14, 14);
    column->setSpacing(10);
    column->addWidget(m_filter);
    column->addWidget(m_view, 1);
    column->addWidget(makeEditor());
    column->addWidget(buttons);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_filtered->setWords(words);
        if (!m_view->currentIndex().isValid())
            m_view->setCurrentIndex(m_filtered->index(0, 0));
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &CheckDialog::showCurrent);
    connect(m_list, &CheckList::changed, this, [this] {
        emit chosen(m_list->choices());
        showCurrent();
    });
    connect(resetAll, &QPushButton::clicked, m_list, &CheckList::resetAll);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_view->setCurrentIndex(m_filtered->index(0, 0));
    resize(comfortable);
}

QWidget *CheckDialog::makeEditor()
{
    auto *editor = new QWidget(this);
    m_name = new QLabel(editor);
    m_name->setTextFormat(Qt::PlainText);
    QFont bold = font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_severity = new QComboBox(editor);
    m_severity->setObjectName(QStringLiteral("severity"));
    m_severity->setAccessibleName(tr("Severity"));
    m_severity->addItem(QString());
    for (const auto &severity : choicesOnOffer)
        m_severity->addItem(wordForChoice(severity));
    m_explain = new QPushButton(tr("&Explain"), editor);
    m_explain->setAutoDefault(false);
    m_note = new QLabel(editor);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setMinimumHeight(2 * fontMetrics().lineSpacing()); // So that nothing jumps when it speaks.
    m_note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *label = new QLabel(tr("&Severity:"), editor);
    label->setBuddy(m_severity);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_severity);
    row->addStretch(1);
    row->addWidget(m_explain);
    auto *column = new QVBoxLayout(editor);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_name);
    column->addLayout(row);
    column->addWidget(m_note);
    connect(m_severity, &QComboBox::activated, this, &CheckDialog::takeChoice);
    connect(m_explain, &QPushButton::clicked, this, [this] {
        if (const Rule *rule = m_list->ruleAt(m_filtered->mapToSource(m_view->currentIndex())))
            emit explainRequested(QString::fromLatin1(rule->id.data(), qsizetype(rule->id.size())));
    });
    return editor;
}

void CheckDialog::showRule(const QString &rule)
{
    const int row = m_list->rowOf(rule);
    if (row < 0)
        return;
    m_filter->clear();
    const QModelIndex index = m_filtered->mapFromSource(m_list->index(row, 0));
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void CheckDialog::showCurrent()
{
    const QModelIndex current = m_filtered->mapToSource(m_view->currentIndex());
    const Rule *rule = m_list->ruleAt(current);
    m_severity->setEnabled(rule);
    m_explain->setEnabled(rule);
    if (!rule) {
        m_name->setText({});
        m_note->setText(tr("No rule has these words."));
        return;
    }
    const QString id = m_list->index(current.row(), CheckList::Id).data().toString();
    m_name->setText(id + u' ' + m_list->index(current.row(), CheckList::What).data().toString());
    m_severity->setItemText(0, tr("As shipped (%1)").arg(wordForChoice(severityOf(*rule, {}))));
    int chosen = 0;
    if (m_list->isChosen(*rule)) {
        const auto *const at
            = std::find(choicesOnOffer.begin(), choicesOnOffer.end(), m_list->severity(*rule));
        chosen = 1 + int(at - choicesOnOffer.begin());
    }
    m_severity->setCurrentIndex(chosen);
    QString note;
    SeverityChoices ofProject;
    if (m_project)
        drydock::choose(ofProject, m_project->checks.severities);
    if (const auto said = ofProject.find(rule->id); said != ofProject.end())
        note = tr("In this project “%1” counts: %2.")
                   .arg(QFileInfo(QFile::decodeName(m_project->config.c_str())).fileName(),
                        wordForChoice(said->second));
    else if (rule->isOptional)
        note = tr("Speaks only where it is asked for: choose a severity to turn it on.");
    else if (!rule->aliases.empty())
        note = tr("Also known as %1.")
                   .arg(QString::fromLatin1(rule->aliases.data(), qsizetype(rule->aliases.size()))
                            .replace(QLatin1String(" "), QLatin1String(", ")));
    m_note->setText(note);
}

void CheckDialog::takeChoice(int index)
{
    const Rule *rule = m_list->ruleAt(m_filtered->mapToSource(m_view->currentIndex()));
    if (!rule)
        return;
    if (index == 0)
        m_list->reset(*rule);
    else
        m_list->choose(*rule, choicesOnOffer[std::size_t(index - 1)]);
}

} // namespace drydock::app
