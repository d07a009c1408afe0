// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"
#include "ui/size/compared_size.h"

#include <QStandardItemModel>

#include <optional>

namespace drydock::ui {

/// Two sizes side by side: a row for each category, below it the layers; layers with the same words share a row.
class CompareModel final : public QStandardItemModel {
    Q_OBJECT

public:
    enum Column { What, Before, After, Change, ColumnCount };
    static constexpr int changeRole = Qt::UserRole; ///< qlonglong: after minus before, in bytes.

    explicit CompareModel(QObject *parent = nullptr);

    void setSizes(const std::optional<ComparedSize> &before, const ComparedSize &after);
    void setTheme(ThemeKind kind);
    QString asText() const;

private:
    struct Line {
        QString what;
        std::optional<std::uint64_t> before;
        std::optional<std::uint64_t> after;
    };

    static std::vector<Line> layersOf(LayerCategory category, const std::optional<ComparedSize> &before,
                                      const ComparedSize &after);
    QList<QStandardItem *> itemsOf(const Line &line, bool isBold) const;
    void fill();

    std::optional<ComparedSize> m_before;
    ComparedSize m_after;
    ThemeKind m_theme = ThemeKind::Light;
};

} // namespace drydock::ui
