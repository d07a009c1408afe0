// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/palette_button.h"

#include "app/appearance.h"

#include <QAction>
#include <QPainter>

namespace drydock::app {
namespace {

constexpr int padding = 10;
constexpr qreal corner = 4;

} // namespace

PaletteButton::PaletteButton(QAction &action, QWidget *parent)
    : QAbstractButton(parent)
    , m_action(action)
{
    setText(tr("Go to stage or command…"));
    setAccessibleName(text());
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::IBeamCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, &action, &QAction::trigger);
    connect(&action, &QAction::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QString PaletteButton::keys() const
{
    return m_action.shortcut().toString(QKeySequence::NativeText);
}

QSize PaletteButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text() + QStringLiteral("    ") + keys()) + 2 * padding,
            fontMetrics().height() + 10};
}

QSize PaletteButton::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, sizeHint().height()};
}

void PaletteButton::paintEvent(QPaintEvent *)
{
    const ui::Theme &theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isMarked = hasFocus() || underMouse();
    painter.setPen(QPen(theme.color(hasFocus()     ? ui::Role::EdgeCopy
                                        : isMarked ? ui::Role::Border
                                                   : ui::Role::Separator),
                        hasFocus() ? 2 : 1));
    painter.setBrush(theme.color(theme.isDark() ? ui::Role::Canvas : ui::Role::Node));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), corner, corner);
    const QRect inside = rect().adjusted(padding, 0, -padding, 0);
    painter.setPen(theme.color(ui::Role::SecondaryText));
    const int keysWidth = fontMetrics().horizontalAdvance(keys());
    const int textWidth = fontMetrics().horizontalAdvance(text());
    const bool hasRoom = textWidth + keysWidth + padding <= inside.width();
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(text(), Qt::ElideRight, inside.width()));
    if (hasRoom)
        painter.drawText(inside, Qt::AlignRight | Qt::AlignVCenter, keys());
}

} // namespace drydock::app
