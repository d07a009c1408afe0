// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_style.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace drydock::ui {

GraphFonts GraphFonts::of(const QFont &base)
{
    const int size = std::max(13, QFontInfo(base).pixelSize());
    GraphFonts fonts;
    fonts.title = base;
    fonts.title.setPixelSize(size);
    fonts.title.setBold(true);
    fonts.body = base;
    fonts.body.setPixelSize(size);
    fonts.small = base;
    fonts.small.setPixelSize(size - 1);
    fonts.mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fonts.mono.setPixelSize(size - 1);
    return fonts;
}

qreal GraphFonts::lineHeight(const QFont &font)
{
    return std::ceil(QFontMetricsF(font).height()) + 4;
}

QFont GraphFonts::legible(QFont font, qreal zoom)
{
    font.setPixelSize(std::max(font.pixelSize(), int(std::ceil(smallestTextSize / zoom))));
    return font;
}

DetailLevel detailLevelAt(qreal zoom)
{
    if (zoom < blockBelowZoom)
        return DetailLevel::Block;
    return zoom < fullFromZoom ? DetailLevel::Name : DetailLevel::Full;
}

QString badgeWord(ImagePin pin)
{
    const auto word = [](const char *text) { return QCoreApplication::translate("graph", text); };
    switch (pin) {
    case ImagePin::Digest:
        return word(QT_TRANSLATE_NOOP("graph", "digest"));
    case ImagePin::Tag:
        return word(QT_TRANSLATE_NOOP("graph", "tag"));
    case ImagePin::Latest:
        return word(QT_TRANSLATE_NOOP("graph", "latest"));
    case ImagePin::None:
        return word(QT_TRANSLATE_NOOP("graph", "none"));
    case ImagePin::Variable:
        return QStringLiteral("$VAR");
    case ImagePin::Scratch:
        break;
    }
    return {};
}

Role badgeRole(ImagePin pin)
{
    switch (pin) {
    case ImagePin::Digest:
        return Role::Pinned;
    case ImagePin::Variable:
    case ImagePin::Scratch:
        return Role::SecondaryText;
    case ImagePin::Tag:
    case ImagePin::Latest:
    case ImagePin::None:
        break;
    }
    return Role::Warning;
}

Role edgeRole(EdgeKind kind)
{
    switch (kind) {
    case EdgeKind::Copy:
        return Role::EdgeCopy;
    case EdgeKind::Mount:
        return Role::EdgeMount;
    case EdgeKind::From:
    case EdgeKind::Add:
        break;
    }
    return Role::EdgeFrom;
}

QPen edgePen(EdgeKind kind, const QColor &color, bool isOnFinalPath)
{
    constexpr qreal fromWidth = 2;
    constexpr qreal otherWidth = 1.75;
    constexpr qreal finalExtra = 1.25;
    const qreal width = (kind == EdgeKind::From ? fromWidth : otherWidth) + (isOnFinalPath ? finalExtra : 0);
    QPen pen(color, width);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::RoundJoin);
    // Qt counts dashes in pen widths; ours are in pixels.
    if (kind == EdgeKind::Copy || kind == EdgeKind::Add)
        pen.setDashPattern({6 / width, 4 / width});
    else if (kind == EdgeKind::Mount)
        pen.setDashPattern({2 / width, 3 / width});
    return pen;
}

} // namespace drydock::ui
