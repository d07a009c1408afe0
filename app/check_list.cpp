// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check_list.h"

#include "app/help_panel.h"
#include "model/lint/registry.h"
#include "ui/problems/problems_model.h"

#include <QFont>

namespace drydock::app {
namespace {

QString idOf(const Rule &rule)
{
    return QString::fromLatin1(rule.id.data(), qsizetype(rule.id.size()));
}

} // namespace

CheckList::CheckList(SeverityChoices choices, QObject *parent)
    : QAbstractTableModel(parent)
    , m_choices(std::move(choices))
{
    for (const Rule &rule : rules())
        m_titles.append(HelpPanel::titleOf(idOf(rule)));
}

const Rule *CheckList::ruleAt(const QModelIndex &index) const
{
    return index.isValid() ? &rules()[std::size_t(index.row())] : nullptr;
}

int CheckList::rowOf(const QString &rule) const
{
    const Rule *found = ruleCalled(rule.toStdString());
    return found ? int(found - rules().data()) : -1;
}

bool CheckList::isChosen(const Rule &rule) const
{
    return m_choices.contains(rule.id);
}

std::optional<Severity> CheckList::severity(const Rule &rule) const
{
    LintSettings settings;
    settings.severities = m_choices;
    return severityOf(rule, settings);
}

void CheckList::choose(const Rule &rule, std::optional<Severity> severity)
{
    m_choices[std::string(rule.id)] = severity;
    tell();
}

void CheckList::reset(const Rule &rule)
{
    if (m_choices.erase(std::string(rule.id)) > 0)
        tell();
}

void CheckList::resetAll()
{
    m_choices.clear();
    tell();
}

void CheckList::tell()
{
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit changed();
}

int CheckList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(rules().size());
}

int CheckList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CheckList::data(const QModelIndex &index, int role) const
{
    const Rule *rule = ruleAt(index);
    if (!rule)
        return {};
    if (role == Qt::FontRole && index.column() == HowSevere && isChosen(*rule)) {
        QFont bold;
        bold.setBold(true); // What the reader has chosen stands out.
        return bold;
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case What:
        return m_titles[index.row()];
    case Id:
        return idOf(*rule);
    default:
        return wordForChoice(severity(*rule));
    }
}

QVariant CheckList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == What ? tr("Rule") : section == Id ? tr("Id") : tr("Severity");
}

QString wordForChoice(std::optional<Severity> severity)
{
    return severity ? ui::wordFor(*severity) : CheckList::tr("Off");
}

} // namespace drydock::app
