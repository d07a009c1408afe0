// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rail/rail_cell.h"

#include "ui/rail/stage_order_model.h"

#include <QPainter>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int narrowest = 28;
constexpr int lowest = 26;
constexpr qreal corner = 4;
constexpr qreal focusWidth = 2;

} // namespace

QSize RailCell::cellSize(const QFontMetrics &metrics)
{
    return {std::max(narrowest, metrics.horizontalAdvance(QStringLiteral("88")) + 8),
            std::max(lowest, metrics.height() + 8)};
}

QSize RailCell::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return cellSize(option.fontMetrics);
}

void RailCell::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(m_theme);
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool hasFocus = isSelected && (option.state & QStyle::State_HasFocus);
    const bool isTarget = index.data(StageOrderModel::IsTargetRole).toBool();
    const bool isReachable = index.data(StageOrderModel::IsReachableRole).toBool();
    const QColor accent = theme.color(Role::EdgeCopy);
    const QRectF cell = QRectF(option.rect).adjusted(3, 1.5, -3, -1.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isSelected || isReachable) {
        const bool isHovered = option.state & QStyle::State_MouseOver;
        painter->setPen(isSelected                               ? QPen(Qt::NoPen)
                            : isHovered                          ? QPen(theme.color(Role::Border))
                            : m_theme == ThemeKind::HighContrast ? QPen(theme.color(Role::Border))
                                                                 : QPen(Qt::NoPen));
        painter->setBrush(isSelected ? accent : theme.color(theme.isDark() ? Role::Canvas : Role::Node));
        painter->drawRoundedRect(cell, corner, corner);
    }
    if (hasFocus) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(theme.color(theme.isDark() ? Role::Canvas : Role::Node), focusWidth));
        painter->drawRoundedRect(cell.adjusted(2.5, 2.5, -2.5, -2.5), corner - 1.5, corner - 1.5);
    }
    if (isTarget) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(accent);
        painter->drawRoundedRect(QRectF(option.rect.right() - 2, cell.top() + 2, 3, cell.height() - 4), 1, 1);
    }
    QFont font = option.font;
    font.setBold(isSelected || isTarget);
    painter->setFont(font);
    painter->setPen(isSelected        ? theme.color(theme.isDark() ? Role::Canvas : Role::Node)
                        : isReachable ? theme.color(Role::Text)
                                      : theme.color(Role::Dimmed));
    painter->drawText(cell, Qt::AlignCenter, QString::number(index.row() + 1));
    painter->restore();
}

} // namespace drydock::ui
