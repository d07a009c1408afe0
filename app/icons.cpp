// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/icons.h"

#include "app/appearance.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QSvgRenderer>

/// The linker drops resources of a static library that nobody asks for. Must stand outside of any namespace.
static void initIconResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace drydock::app {
namespace {

QByteArray source(const QString &name)
{
    initIconResources();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void render(const QByteArray &svg, const QColor &color, QPainter *painter, const QRectF &rect)
{
    QByteArray colored = svg;
    colored.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer(colored).render(painter, rect);
}

/// Draws at the moment of use, so that it follows the theme by itself.
class SymbolicIconEngine final : public QIconEngine {
public:
    explicit SymbolicIconEngine(QByteArray svg)
        : m_svg(std::move(svg))
    { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QGuiApplication::palette();
        QColor color = palette.color(QPalette::Active, QPalette::WindowText);
        if (mode == QIcon::Disabled)
            color = themeOf(palette).color(ui::Role::Dimmed);
        else if (mode == QIcon::Selected)
            color = palette.color(QPalette::HighlightedText);
        render(m_svg, color, painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, pixmap.rect(), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new SymbolicIconEngine(m_svg); }

private:
    QByteArray m_svg;
};

} // namespace

QIcon symbolicIcon(const QString &name)
{
    return QIcon(new SymbolicIconEngine(source(name))); // Owned by the icon.
}

QPixmap symbolicPixmap(const QString &name, const QColor &color, int size, qreal devicePixelRatio)
{
    QPixmap pixmap((QSizeF(size, size) * devicePixelRatio).toSize());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    render(source(name), color, &painter, QRectF(QPointF(), pixmap.size()));
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace drydock::app
