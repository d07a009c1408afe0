// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/mark_words.h"

#include "model/base/byte_size.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <array>

namespace drydock::ui {
namespace {

QString words(const char *text, int count = -1)
{
    return QCoreApplication::translate("marks", text, nullptr, count);
}

} // namespace

QString shortSize(std::uint64_t bytes)
{
    QString text = QString::fromStdString(byteSize(bytes));
    for (const char *unit : {" bytes", " byte"}) {
        if (text.endsWith(QLatin1String(unit)))
            text.replace(text.size() - qsizetype(qstrlen(unit)), qsizetype(qstrlen(unit)),
                         QStringLiteral(" B"));
    }
    return text;
}

QString spokenSize(std::uint64_t bytes)
{
    const struct {
        const char *unit;
        const char *spoken;
    } units[] = {
        {" kB", QT_TRANSLATE_NOOP("marks", "%1 kilobytes")},
        {" MB", QT_TRANSLATE_NOOP("marks", "%1 megabytes")},
        {" GB", QT_TRANSLATE_NOOP("marks", "%1 gigabytes")},
        {" TB", QT_TRANSLATE_NOOP("marks", "%1 terabytes")},
    };
    QString text = QString::fromStdString(byteSize(bytes)); // No const: it is moved out.
    for (const auto &[unit, spoken] : units) {
        if (text.endsWith(QLatin1String(unit)))
            return words(spoken).arg(text.chopped(qsizetype(qstrlen(unit))));
    }
    return text;
}

QString shortDuration(std::int64_t milliseconds)
{
    const std::int64_t seconds = (milliseconds + 500) / 1000;
    if (milliseconds < 950)
        return words(QT_TRANSLATE_NOOP("marks", "%1 s"))
            .arg(double(milliseconds < 0 ? 0 : milliseconds) / 1000, 0, 'f', 1);
    if (seconds < 60)
        return words(QT_TRANSLATE_NOOP("marks", "%1 s")).arg(seconds);
    if (seconds < 3600)
        return words(QT_TRANSLATE_NOOP("marks", "%1 min %2 s")).arg(seconds / 60).arg(seconds % 60);
    return words(QT_TRANSLATE_NOOP("marks", "%1 h %2 min")).arg(seconds / 3600).arg(seconds / 60 % 60);
}

QString stateGlyph(StepState state)
{
    switch (state) {
    case StepState::Cached:
        return QStringLiteral("≡");
    case StepState::Done:
        return QStringLiteral("⟳");
    case StepState::Running:
        return QStringLiteral("▶");
    case StepState::Failed:
        return QStringLiteral("✕");
    case StepState::Cancelled:
        return QStringLiteral("■");
    case StepState::Waiting:
        break;
    }
    return {};
}

QString stateWord(StepState state)
{
    switch (state) {
    case StepState::Cached:
        return words(QT_TRANSLATE_NOOP("marks", "cached"));
    case StepState::Done:
        return words(QT_TRANSLATE_NOOP("marks", "rebuilt"));
    case StepState::Running:
        return words(QT_TRANSLATE_NOOP("marks", "running"));
    case StepState::Failed:
        return words(QT_TRANSLATE_NOOP("marks", "failed"));
    case StepState::Cancelled:
        return words(QT_TRANSLATE_NOOP("marks", "cancelled"));
    case StepState::Waiting:
        break;
    }
    return words(QT_TRANSLATE_NOOP("marks", "waiting"));
}

Role stateRole(StepState state)
{
    switch (state) {
    case StepState::Cached:
        return Role::Cached;
    case StepState::Done:
        return Role::Rebuilt;
    case StepState::Running:
        return Role::Running;
    case StepState::Failed:
        return Role::Error;
    case StepState::Cancelled:
    case StepState::Waiting:
        break;
    }
    return Role::SecondaryText;
}

void paintStateSign(QPainter &painter, QPointF centre, qreal radius, StepState state, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.scale(radius, radius); // From here on one unit is the radius.
    QPen pen(color, 0.26);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const auto fill = [&](const QPolygonF &shape) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPolygon(shape);
    };
    switch (state) {
    case StepState::Cached:
        for (const qreal y : {-0.6, 0.0, 0.6})
            painter.drawLine(QPointF(-0.7, y), QPointF(0.7, y));
        break;
    case StepState::Done: { // Most of a circle, with a head where it ends.
        constexpr qreal reach = 0.68;
        painter.drawArc(QRectF(-reach, -reach, 2 * reach, 2 * reach), 30 * 16, 300 * 16);
        fill(QPolygonF({{0.95, -0.95}, {0.95, -0.1}, {0.15, -0.2}}));
        break;
    }
    case StepState::Running:
        fill(QPolygonF({{-0.55, -0.8}, {0.85, 0}, {-0.55, 0.8}}));
        break;
    case StepState::Failed:
        painter.drawLine(QPointF(-0.6, -0.6), QPointF(0.6, 0.6));
        painter.drawLine(QPointF(-0.6, 0.6), QPointF(0.6, -0.6));
        break;
    case StepState::Cancelled:
        fill(QPolygonF(QRectF(-0.6, -0.6, 1.2, 1.2)));
        break;
    case StepState::Waiting:
        break;
    }
    painter.restore();
}

void paintCheck(QPainter &painter, QPointF centre, qreal radius, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(color, radius * 0.26);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(
        QPolygonF({centre + QPointF(-0.65, 0.05) * radius, centre + QPointF(-0.15, 0.6) * radius,
                   centre + QPointF(0.75, -0.6) * radius}));
    painter.restore();
}

void paintClock(QPainter &painter, QPointF centre, qreal radius, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(color, radius * 0.24);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(centre, radius * 0.9, radius * 0.9);
    painter.drawPolyline(QPolygonF(
        {centre + QPointF(0, -radius * 0.5), centre, centre + QPointF(radius * 0.4, radius * 0.15)}));
    painter.restore();
}

QString clockGlyph()
{
    return QStringLiteral("◷");
}

Role categoryRole(LayerCategory category)
{
    switch (category) {
    case LayerCategory::Base:
        return Role::SizeBase;
    case LayerCategory::Packages:
        return Role::SizePackages;
    case LayerCategory::Dependencies:
        return Role::SizeDependencies;
    case LayerCategory::BuildOutput:
        return Role::SizeBuild;
    case LayerCategory::Application:
        return Role::SizeApplication;
    case LayerCategory::Other:
        break;
    }
    return Role::SizeOther;
}

} // namespace drydock::ui
