// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/layers_delegate.h"

#include "ui/common/mark_words.h"
#include "ui/size/layers_model.h"
#include "ui/size/size_words.h"

#include <QPainter>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int barHeight = 8; ///< Pixels, as all lengths here.
constexpr int barMargin = 8;
constexpr int swatchSide = 12;

/// ▸ or ▾, for rows that can be opened; shifts what lies in an open one.
QPixmap arrowOf(const QModelIndex &index, const QColor &color, int side, qreal ratio, bool isMirrored)
{
    QPixmap picture(int(side * ratio), int(side * ratio));
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    if (!index.data(LayersModel::FoldRole).toBool())
        return picture;
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(side / 2.0, side / 2.0);
    if (index.data(LayersModel::OpenRole).toBool())
        painter.rotate(90);
    else if (isMirrored)
        painter.rotate(180);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF {QPointF(-1.5, -3.5), QPointF(2, 0), QPointF(-1.5, 3.5)});
    return picture;
}

} // namespace

LayersDelegate::LayersDelegate(const LayersModel *model, QAbstractItemView *view)
    : SizeDelegate(view)
    , m_model(model)
{ }

void LayersDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    SizeDelegate::initStyleOption(option, index);
    const qreal ratio = option->widget ? option->widget->devicePixelRatioF() : 1;
    const int line = option->fontMetrics.height();
    if (index.column() == LayersModel::Text) {
        const int depth = index.data(LayersModel::DepthRole).toInt();
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = QIcon(arrowOf(index, theme().color(Role::SecondaryText), line, ratio,
                                     option->direction == Qt::RightToLeft));
        // What lies in an open row begins behind its arrow.
        option->decorationSize = QSize(line + depth * line, line);
    } else if (index.column() == LayersModel::Category) {
        const Segment segment = m_model->segmentAt(index.row());
        option->features |= QStyleOptionViewItem::HasDecoration;
        const QColor color
            = segment.bytes > 0 ? theme().color(categoryRole(segment.category)) : QColor(Qt::transparent);
        option->icon = QIcon(swatchOf(color, swatchSide, ratio));
        option->decorationSize = QSize(swatchSide, swatchSide);
    }
}

void LayersDelegate::paintBar(QPainter &painter, const QStyleOptionViewItem &option, int row) const
{
    const Segment segment = m_model->segmentAt(row);
    const QRectF track(option.rect.left() + barMargin, option.rect.center().y() - barHeight / 2.0,
                       option.rect.width() - 2 * barMargin, barHeight);
    QColor ground = theme().color(Role::Separator);
    ground.setAlphaF(0.5F);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(track, 2, 2);
    painter.restore();
    if (segment.bytes == 0)
        return;
    const std::vector<QRectF> rects
        = segmentRects({segment}, track, m_model->largest(), option.direction == Qt::RightToLeft);
    paintSegment(painter, rects.front(), segment, theme());
}

void LayersDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    SizeDelegate::paint(painter, option, index);
    if (index.column() == LayersModel::Bar)
        paintBar(*painter, option, index.row());
}

} // namespace drydock::ui
