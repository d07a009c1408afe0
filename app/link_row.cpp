// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link_row.h"

#include "app/appearance.h"

#include <QPainter>
#include <QStyleOption>

namespace drydock::app {
namespace {

constexpr int margin = 8;
constexpr int glyphSize = 16;

QFont detailFont(const QFont &font)
{
    QFont smaller = font;
    smaller.setPointSizeF(font.pointSizeF() * 0.9);
    return smaller;
}

} // namespace

LinkRow::LinkRow(const QString &title, const QString &detail, const QIcon &icon, QWidget *parent)
    : QAbstractButton(parent)
    , m_detail(detail)
{
    setText(title);
    setIcon(icon);
    setAccessibleName(title);
    setAccessibleDescription(detail);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

QSize LinkRow::sizeHint() const
{
    const int lines = fontMetrics().lineSpacing() + QFontMetrics(detailFont(font())).lineSpacing();
    return {260, lines + 2 * margin - 4};
}

QSize LinkRow::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void LinkRow::paintEvent(QPaintEvent *)
{
    const ui::Theme &theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown() || hasFocus()) {
        QColor hover = theme.color(ui::Role::Text);
        hover.setAlpha(isDown() ? 30 : underMouse() ? 16 : 0);
        painter.setBrush(hover);
        painter.setPen(hasFocus() ? QPen(theme.color(ui::Role::EdgeCopy), 2) : QPen(Qt::NoPen));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    }
    const QRect inside = rect().adjusted(margin, margin - 2, -margin, -margin + 2);
    const QFontMetrics metrics(font());
    const int textLeft = inside.left() + glyphSize + margin + 2;
    const int textWidth = inside.right() - textLeft;
    icon().paint(
        &painter,
        QRect(inside.left(), inside.top() + (metrics.lineSpacing() - glyphSize) / 2, glyphSize, glyphSize));

    painter.setPen(theme.color(ui::Role::Text));
    QRect line(textLeft, inside.top(), textWidth, metrics.lineSpacing());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(text(), Qt::ElideMiddle, textWidth));
    painter.setFont(detailFont(font()));
    painter.setPen(theme.color(ui::Role::SecondaryText));
    line.moveTop(line.bottom() + 1);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_detail, Qt::ElideMiddle, textWidth));
}

} // namespace drydock::app
