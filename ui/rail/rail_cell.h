// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QStyledItemDelegate>

namespace drydock::ui {

/// Paints one cell of the order rail: the stage's number in the file. The selected one is filled, the target has a
/// bar at its side, what the target does not need is dimmed and has no cell around it.
class RailCell final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(ThemeKind kind) { m_theme = kind; }
    static QSize cellSize(const QFontMetrics &metrics);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    ThemeKind m_theme = ThemeKind::Light;
};

} // namespace drydock::ui
