// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text_header.h"

#include "app/appearance.h"
#include "app/words.h"

#include <QPainter>

namespace drydock::app {
namespace {

constexpr int margin = 12;
constexpr qreal dotRadius = 4;

} // namespace

TextHeader::TextHeader(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void TextHeader::setFile(const QString &name, const QString &place, bool isModified)
{
    m_name = name;
    m_place = place;
    m_isModified = isModified;
    setToolTip(plainToolTip(place));
    setAccessibleName(isModified ? tr("%1, with unsaved changes").arg(name) : name);
    update();
}

QSize TextHeader::sizeHint() const
{
    return {200, fontMetrics().height() + 18};
}

QSize TextHeader::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void TextHeader::paintEvent(QPaintEvent *)
{
    const ui::Theme &theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // As the graph's header beside it.
    const bool isDark = theme.kind() == ui::ThemeKind::Dark;
    painter.fillRect(rect(), theme.color(isDark ? ui::Role::Node : ui::Role::Header));
    painter.fillRect(0, height() - 1, width(), 1, theme.color(ui::Role::Separator));

    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics boldMetrics(bold);
    const QRect line = rect().adjusted(margin, 0, -margin, -1);
    const QString name = boldMetrics.elidedText(m_name, Qt::ElideMiddle, line.width());
    painter.setFont(bold);
    painter.setPen(theme.color(ui::Role::Text));
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, name);

    int left = line.left() + boldMetrics.horizontalAdvance(name) + margin;
    if (m_isModified) {
        painter.setBrush(theme.color(ui::Role::SecondaryText));
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(QPointF(left + dotRadius, line.center().y() + 1), dotRadius, dotRadius);
        left += int(2 * dotRadius) + 8;
    }
    painter.setFont(font());
    painter.setPen(theme.color(ui::Role::SecondaryText));
    const QRect rest(left, line.top(), line.right() - left, line.height());
    painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(m_place, Qt::ElideMiddle, rest.width()));
}

} // namespace drydock::app
