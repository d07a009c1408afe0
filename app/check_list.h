// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/lint_settings.h"

#include <QAbstractTableModel>

#include <optional>

namespace drydock {
struct Rule;
}

namespace drydock::app {

/// All rules with what the reader has chosen for them, as a table: what it is about, its id, how severe it is.
class CheckList final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column : std::uint8_t { What, Id, HowSevere, ColumnCount };

    explicit CheckList(SeverityChoices choices, QObject *parent = nullptr);

    const SeverityChoices &choices() const { return m_choices; }
    /// Null for an invalid index.
    const Rule *ruleAt(const QModelIndex &index) const;
    /// The row of the rule with this id or alias; -1 if there is none.
    int rowOf(const QString &rule) const;
    bool isChosen(const Rule &rule) const;
    /// How severe it is now; nothing: it is off.
    std::optional<Severity> severity(const Rule &rule) const;
    void choose(const Rule &rule, std::optional<Severity> severity);
    /// Back to what we ship.
    void reset(const Rule &rule);
    void resetAll();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void changed();

private:
    void tell();

    SeverityChoices m_choices; ///< By ids of rules.
    QStringList m_titles; ///< For each rule.
};

/// "Warning"; "Off" for nothing.
QString wordForChoice(std::optional<Severity> severity);

} // namespace drydock::app
