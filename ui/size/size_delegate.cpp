// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/size_delegate.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int rowPadding = 8; ///< Pixels, above and below together.
constexpr int columnPadding = 14; ///< Pixels between columns.

} // namespace

SizeDelegate::SizeDelegate(QAbstractItemView *view)
    : QStyledItemDelegate(view)
    , m_view(view)
{ }

void SizeDelegate::setTheme(ThemeKind kind)
{
    m_theme = kind;
    m_view->viewport()->update();
}

void SizeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // The row's tint says where the keyboard is. In colours of the theme: text keeps its own on it.
    option->state &= ~QStyle::State_HasFocus;
    option->backgroundBrush = Qt::NoBrush;
    option->palette.setColor(QPalette::HighlightedText, option->palette.color(QPalette::Text));
    option->palette.setColor(QPalette::Highlight, theme().color(Role::SelectedLine));
    // "−731 MB" is one thing, whichever way the rest is read: between marks for that (Unicode UAX #9, LRI and PDI).
    if (option->direction == Qt::RightToLeft && !option->text.isEmpty())
        option->text = QChar(0x2066) + option->text + QChar(0x2069);
}

void SizeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      theme().color(Role::Separator));
}

QSize SizeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    const int line = QFontMetrics(option.font).height();
    size.rwidth() += columnPadding;
    // A style may have added its own padding to one line.
    size.setHeight(std::max(size.height(), line + rowPadding));
    return size;
}

QPixmap swatchOf(const QColor &color, int side, qreal ratio)
{
    QPixmap picture(int(side * ratio), int(side * ratio));
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(1, 1, side - 2, side - 2), 2, 2);
    return picture;
}

} // namespace drydock::ui
