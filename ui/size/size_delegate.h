// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QStyledItemDelegate>

class QAbstractItemView;

namespace drydock::ui {

/// Draws the rows of the panel's tables: a hairline below each, no frame around the current cell, lines where text wraps.
class SizeDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit SizeDelegate(QAbstractItemView *view);

    void setTheme(ThemeKind kind);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    const Theme &theme() const { return Theme::of(m_theme); }

private:
    QAbstractItemView *m_view; ///< Owns the delegate.
    ThemeKind m_theme = ThemeKind::Light;
};

/// A square in a category's colour for decorations and legends.
QPixmap swatchOf(const QColor &color, int side, qreal ratio);

} // namespace drydock::ui
