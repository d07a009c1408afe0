// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/decision_pane.h"

#include "ui/changes/change_words.h"
#include "ui/changes/choice_row.h"
#include "ui/changes/effect_pane.h"
#include "ui/changes/tick_row.h"
#include "ui/changes/verdict_badge.h"
#include "ui/common/translated.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace drydock::ui {

DecisionPane::DecisionPane(QWidget *parent)
    : QWidget(parent)
    , m_title(makeHeading({}, this))
    , m_badge(new VerdictBadge(this))
    , m_explanation(makeSentence(this))
    , m_reason(makeSentence(this))
    , m_where(makeLink(this))
    , m_choices(new QVBoxLayout)
{
    m_title->setWordWrap(true);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.15);
    m_title->setFont(large);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_badge, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 8);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_explanation);
    column->addWidget(m_reason);
    column->addWidget(m_where, 0, Qt::AlignLeft);
    m_choices->setSpacing(6);
    column->addLayout(m_choices);
    m_assumptions = addGroup(column, tr("Only right if"));
    m_parts = addGroup(column, tr("What is done"));
    m_files = addGroup(column, tr("Other files"));
    column->addStretch();
    connect(m_where, &QPushButton::clicked, this, [this] { emit revealed(m_place); });
    showNothing();
}

DecisionPane::Group DecisionPane::addGroup(QVBoxLayout *column, const QString &heading)
{
    Group group;
    group.heading = makeHeading(heading, this);
    group.rows = new QVBoxLayout;
    group.rows->setSpacing(4);
    column->addWidget(group.heading);
    column->addLayout(group.rows);
    return group;
}

void DecisionPane::setTheme(ThemeKind kind)
{
    m_badge->setTheme(kind);
}

void DecisionPane::fit(Group &group, std::size_t count,
                       const std::function<void(std::size_t, TickRow &)> &made)
{
    while (group.ticks.size() > count) {
        group.ticks.back()->deleteLater();
        group.ticks.back()->hide();
        group.ticks.pop_back();
    }
    while (group.ticks.size() < count) {
        auto *row = new TickRow(this);
        group.rows->addWidget(row);
        group.ticks.push_back(row);
        made(group.ticks.size() - 1, *row);
    }
    group.heading->setVisible(count > 0);
}

void DecisionPane::showNothing()
{
    m_title->setText(tr("Nothing is proposed"));
    m_explanation->setText(tr("Choose something in the Refactor menu. What it would change is shown here "
                              "before anything happens."));
    m_badge->hide();
    m_reason->hide();
    m_where->hide();
    for (Group *group : {&m_parts, &m_assumptions, &m_files})
        fit(*group, 0, {});
    for (ChoiceRow *row : std::exchange(m_choiceRows, {}))
        row->deleteLater();
}

bool DecisionPane::focusFirst(Qt::FocusReason reason)
{
    QWidget *first = nullptr;
    if (!m_choiceRows.empty())
        first = m_choiceRows.front();
    for (const Group *group : {&m_assumptions, &m_parts, &m_files}) {
        for (TickRow *row : group->ticks) {
            if (!first && row->box()->isEnabled())
                first = row;
        }
    }
    if (!first && !m_where->isHidden())
        first = m_where;
    if (first)
        first->setFocus(reason);
    return first != nullptr;
}

void DecisionPane::show(const ChangeDraft &draft, const QString &filesLocked)
{
    const Proposal &proposal = draft.proposal();
    const QString name = translated("refactor", proposal.name);
    m_title->setText(name.isEmpty() ? translated("refactor", draft.refactoring().title) : name);
    m_badge->setVerdict(proposal.verdict());
    m_badge->show();
    const QString explanation = translated("refactor", proposal.explanation);
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
    showReason(draft);
    showChoices(draft);
    showAssumptions(draft);
    showParts(draft);
    showFiles(draft, filesLocked);
}

void DecisionPane::showReason(const ChangeDraft &draft)
{
    const Proposal &proposal = draft.proposal();
    m_reason->setVisible(proposal.isBlocked());
    m_where->setVisible(proposal.isBlocked() && !proposal.where.isEmpty());
    if (!proposal.isBlocked())
        return;
    m_reason->setText(QStringLiteral("✕ ") + translated("refactor", proposal.reason));
    m_place = proposal.where;
    m_where->setText(tr("Show %1").arg(lineWords(*draft.analysis(), m_place)));
}

void DecisionPane::showChoices(const ChangeDraft &draft)
{
    const std::vector<Choice> &choices = draft.proposal().choices;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (i < m_choiceRows.size() && m_choiceRows[i]->fits(choices[i])) {
            m_choiceRows[i]->update(choices[i]);
            continue;
        }
        auto *row = new ChoiceRow(choices[i], this);
        connect(row, &ChoiceRow::chosen, this,
                [this, row](const QString &value) { emit chosen(row->key(), value); });
        if (i < m_choiceRows.size()) {
            m_choices->replaceWidget(m_choiceRows[i], row);
            m_choiceRows[i]->hide();
            m_choiceRows[i]->deleteLater();
            m_choiceRows[i] = row;
        } else {
            m_choices->addWidget(row);
            m_choiceRows.push_back(row);
        }
    }
    while (m_choiceRows.size() > choices.size()) {
        m_choiceRows.back()->hide();
        m_choiceRows.back()->deleteLater();
        m_choiceRows.pop_back();
    }
}

void DecisionPane::showParts(const ChangeDraft &draft)
{
    const std::vector<Part> &parts = draft.proposal().parts;
    fit(m_parts, parts.size(), [this](std::size_t i, TickRow &row) {
        connect(&row, &TickRow::ticked, this, [this, i](bool isTaken) { emit partTicked(i, isTaken); });
    });
    for (std::size_t i = 0; i < parts.size(); ++i) {
        m_parts.ticks[i]->setText(translated("refactor", parts[i].title));
        m_parts.ticks[i]->setTicked(draft.isTaken(i));
        m_parts.ticks[i]->setLocked(draft.isHeld(i) ? tr("Without it nothing of the change is left.")
                                                    : QString());
    }
}

void DecisionPane::showAssumptions(const ChangeDraft &draft)
{
    const std::vector<Assumption> &assumptions = draft.proposal().assumptions;
    m_assumptionPlaces.clear();
    fit(m_assumptions, assumptions.size(), [this](std::size_t i, TickRow &row) {
        connect(&row, &TickRow::ticked, this, [this, i](bool isAgreed) { emit agreed(i, isAgreed); });
        connect(&row, &TickRow::linkFollowed, this, [this, i] { emit revealed(m_assumptionPlaces[i]); });
    });
    for (std::size_t i = 0; i < assumptions.size(); ++i) {
        m_assumptionPlaces.push_back(assumptions[i].range);
        m_assumptions.ticks[i]->setText(translated("refactor", assumptions[i].text));
        m_assumptions.ticks[i]->setTicked(draft.isAgreed(i));
        m_assumptions.ticks[i]->setLink(
            assumptions[i].range.isEmpty() ? QString() : lineWords(*draft.analysis(), assumptions[i].range));
    }
}

void DecisionPane::showFiles(const ChangeDraft &draft, const QString &locked)
{
    m_paths.clear();
    for (const auto &[path, bytes] : draft.proposal().files)
        m_paths.push_back(path);
    fit(m_files, m_paths.size(), [this](std::size_t i, TickRow &row) {
        connect(&row, &TickRow::ticked, this, [this, i](bool isTaken) {
            const std::string path = m_paths[i]; // The list changes meanwhile.
            emit fileTicked(path, isTaken);
        });
    });
    for (std::size_t i = 0; i < m_paths.size(); ++i) {
        m_files.ticks[i]->setText(
            tr("Write “%1”. Undo does not take it back.").arg(QString::fromStdString(m_paths[i])));
        m_files.ticks[i]->setTicked(locked.isEmpty() && draft.isFileTaken(m_paths[i]));
        m_files.ticks[i]->setLocked(locked);
    }
}

} // namespace drydock::ui
