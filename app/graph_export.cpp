// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/graph_export.h"

#include "app/file_writer.h"
#include "model/exporting/dot.h"
#include "model/exporting/mermaid.h"
#include "ui/graph/graph_pane.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

#include <array>

namespace drydock::app {
namespace {

constexpr qreal margin = 24;
constexpr qreal pixelsPerUnit = 2; ///< Sharp on paper and on dense screens.

struct Format {
    const char *filter;
    std::array<const char *, 2> endings;
};

/// In the order of GraphFormat.
constexpr std::array<Format, 4> formats {{
    {QT_TRANSLATE_NOOP("graphExport", "SVG drawing (*.svg)"), {"svg", ""}},
    {QT_TRANSLATE_NOOP("graphExport", "PNG picture (*.png)"), {"png", ""}},
    {QT_TRANSLATE_NOOP("graphExport", "Graphviz DOT (*.dot *.gv)"), {"dot", "gv"}},
    {QT_TRANSLATE_NOOP("graphExport", "Mermaid flowchart (*.mmd *.mermaid)"), {"mmd", "mermaid"}},
}};

QByteArray drawing(ui::GraphPane &pane, const QString &title)
{
    const QRectF area = pane.scene().pictureRect().adjusted(-margin, -margin, margin, margin);
    QBuffer buffer;
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setTitle(title);
    svg.setSize(area.size().toSize());
    svg.setViewBox(QRectF(QPointF(), area.size()));
    QPainter painter(&svg);
    painter.fillRect(QRectF(QPointF(), area.size()), pane.scene().style().color(ui::Role::Canvas));
    pane.scene().render(&painter, QRectF(QPointF(), area.size()), area);
    painter.end();
    return buffer.data();
}

QByteArray picture(const ui::GraphPane &pane)
{
    QBuffer buffer;
    pane.image(pixelsPerUnit).save(&buffer, "PNG");
    return buffer.data();
}

} // namespace

Result<GraphFormat> graphFormatOf(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    for (std::size_t i = 0; i < formats.size(); ++i)
        for (const char *known : formats[i].endings)
            if (!ending.isEmpty() && ending == QLatin1String(known))
                return GraphFormat(i);
    return tl::unexpected(
        Error {{QT_TRANSLATE_NOOP("app", "A graph is written as .svg, .png, .dot or .mmd, not as “%1”."),
                {QFileInfo(path).fileName().toStdString()}},
               {}});
}

QStringList graphFilters()
{
    QStringList filters;
    for (const Format &format : formats)
        filters.append(QCoreApplication::translate("graphExport", format.filter));
    return filters;
}

QString endingOf(GraphFormat format)
{
    return QLatin1String(formats[std::size_t(format)].endings[0]);
}

Result<void> exportGraph(ui::GraphPane &pane, const Analysis &analysis, GraphFormat format,
                         const QString &path)
{
    const QString title = QFileInfo(path).completeBaseName();
    QByteArray bytes;
    switch (format) {
    case GraphFormat::Svg:
        bytes = drawing(pane, title);
        break;
    case GraphFormat::Png:
        bytes = picture(pane);
        break;
    case GraphFormat::Dot:
        bytes = QByteArray::fromStdString(graphDot(analysis.graph, title.toStdString()));
        break;
    case GraphFormat::Mermaid:
        bytes = QByteArray::fromStdString(graphMermaid(analysis.graph, title.toStdString()));
        break;
    }
    const WriteOutcome outcome
        = writeFile({path, std::string_view(bytes.constData(), std::size_t(bytes.size())), {}, {}});
    if (outcome.kind != WriteOutcome::Kind::Written)
        return tl::unexpected(outcome.error);
    return {};
}

} // namespace drydock::app
