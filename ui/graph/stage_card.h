// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "ui/graph/graph_style.h"

#include <QPointF>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <vector>

namespace drydock::ui {

/// One instruction on a card: `RUN` and what is behind it, on one line.
struct CardRow {
    QString keyword;
    QString rest;

    bool operator==(const CardRow &) const = default;
};

/// What a stage looks like, decided before anything is painted. Plain data, so that tests can ask "what does
/// the card say?" without grabbing pixels.
struct StageCard {
    QString title; ///< "build", or "stage 2" (as `--from=2`) if it has no name.
    QString base; ///< Base image or stage.
    ImagePin pin = ImagePin::Scratch; ///< Scratch: no badge.
    QString details; ///< "linux/arm64 · 7 instructions".
    std::vector<CardRow> rows; ///< Empty on compact cards.
    int hiddenRows = 0; ///< Instructions that are not in `rows` where there are rows.
    QString problem; ///< The first thing BuildKit would refuse here, or empty.
    int problemCount = 0;
    int warningCount = 0;
    bool isTarget = false; ///< What the build produces.
    bool isUnused = false; ///< The target does not need it.
    bool isUnknowable = false; ///< Drawn dashed.
    bool isBroken = false; ///< Its FROM was not understood: drawn hatched.

    /// What can be read on the card, line by line from the top.
    QStringList lines() const;
    bool operator==(const StageCard &) const = default;
};

/// How much a card tells, by how many there are.
enum class CardDensity : std::uint8_t { WithRows, Compact };

/// \pre `node` is a stage of `analysis.graph`.
StageCard makeStageCard(const Analysis &analysis, NodeIndex node, CardDensity density);

/// An image, context, URL or missing stage.
struct ImageCard {
    QString title; ///< "golang:1.21"
    QString subtitle; ///< The registry, "did you mean build?" …
    ImagePin pin = ImagePin::Scratch;
    NodeKind kind = NodeKind::Image;
    QString toolTip; ///< What the title leaves out; may be empty.
    bool isScratch = false; ///< Small: there is nothing in it.
    bool isUnused = false;

    QStringList lines() const;
    bool operator==(const ImageCard &) const = default;
};

/// \pre `node` is no stage.
ImageCard makeImageCard(const Analysis &analysis, NodeIndex node);

/// An image name without its digest, which the badge tells.
QString shortImageName(const std::string &name);

/// The last part of a name with slashes: what tells it from others when there is little room.
QString lastPart(const QString &name);

/// A URL as people call it: "moby/buildkit", "go1.22.tar.gz".
QString shortRemoteName(const QString &url);

/// Where everything on a card goes, in item coordinates: origin in the middle of the frame.
struct CardGeometry {
    QRectF frame;
    QRectF header; ///< Empty on images.
    QRectF title;
    QRectF mark; ///< "final ◎", "unused".
    QRectF base; ///< Of an image: the subtitle.
    QRectF badge; ///< Empty if there is none.
    QRectF details;
    QRectF counts; ///< "✕ 1  ▲ 2"
    std::vector<QRectF> rows;
    QRectF more; ///< "+ 3 more"
    QRectF problem;

    static CardGeometry of(const StageCard &card, const GraphFonts &fonts);
    static CardGeometry of(const ImageCard &card, const GraphFonts &fonts);
};

/// Texts the geometry leaves room for and the item paints.
QString finalMark();
QString unusedMark();
QString moreRows(int count);
QString countsText(const StageCard &card);

} // namespace drydock::ui
