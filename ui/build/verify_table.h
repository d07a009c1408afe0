// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/build/verify_view.h"
#include "ui/common/theme.h"

#include <QAbstractTableModel>

#include <vector>

namespace drydock::ui {

/// What a row says of the two images.
enum class VerifySign : std::uint8_t {
    None, ///< Nothing to compare yet.
    Same,
    Different, ///< Not wrong by itself.
    Wrong,
};

/// One question, its two answers, and whether they agree.
struct VerifyRow {
    QString question;
    QString before;
    QString after;
    VerifySign sign = VerifySign::None;
};

/// The rows of a report, from the start of the containers to what is inside.
std::vector<VerifyRow> verifyRows(const VerifyReport &report, std::optional<int> expectedStatus);

/// "✓", "≠", "✕" or nothing.
QString verifyGlyph(VerifySign sign);

/// They as a table: question, before, after, sign.
class VerifyTable final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Question, Before, After, Sign, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<VerifyRow> rows);
    void setTheme(ThemeKind kind);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<VerifyRow> m_rows;
    ThemeKind m_theme = ThemeKind::Light;
};

} // namespace drydock::ui
