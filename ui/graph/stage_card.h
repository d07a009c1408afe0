// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "ui/common/text_marks.h"
#include "ui/graph/card_marks.h"
#include "ui/graph/graph_style.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace drydock::ui {

/// What a row or a count warns of: a shape, so that it does not hang on colour alone.
enum class RowMark : std::uint8_t {
    None,
    Problem, ///< BuildKit would refuse it.
    Warning,
};

/// One instruction on a card: `RUN` and what is behind it, on one line.
struct CardRow {
    InstructionIndex instruction;
    QString keyword;
    QString rest;
    RowMark mark = RowMark::None;
    QString size {}; ///< Of its layer: "4 kB"; may be empty.
    std::optional<StepState> state {}; ///< None: no build told of it.
    bool isStale = false; ///< Size and state are older than the text.

    bool operator==(const CardRow &) const = default;
};

/// "▲ 2": how many of them there are in a stage.
struct CardCount {
    RowMark mark = RowMark::None;
    QString text;
};

/// What a stage looks like, decided before anything is painted. Plain data, so that tests can ask "what does
/// the card say?" without grabbing pixels.
struct StageCard {
    QString title; ///< "build", or "stage 2" (as `--from=2`) if it has no name.
    QString base; ///< Base image or stage.
    ImagePin pin = ImagePin::Scratch; ///< Scratch: no badge.
    QString details; ///< "linux/arm64 · 7 instructions".
    std::vector<CardRow> rows; ///< The first 14 instructions behind FROM; none on collapsed cards.
    int hiddenRows = 0; ///< Instructions of an expanded card that are not in `rows`.
    QString problem; ///< The first thing BuildKit would refuse here, or empty.
    int problemCount = 0;
    int warningCount = 0;
    bool canExpand = false; ///< There are instructions to show.
    bool isExpanded = false; ///< They are shown.
    bool isTarget = false; ///< What the build produces.
    bool isUnused = false; ///< The target does not need it.
    bool isUnknowable = false; ///< Drawn dashed.
    bool isBroken = false; ///< Its FROM was not understood: drawn hatched.
    CardMarks marks; ///< What builds told of it.

    /// Only what there is: no "▲ 0".
    std::vector<CardCount> counts() const;
    /// What can be read on the card, line by line from the top.
    QStringList lines() const;
    bool operator==(const StageCard &) const = default;
};

enum class CardForm : std::uint8_t { Collapsed, Expanded };

/// \pre `node` is a stage of `analysis.graph`. \param marks what builds told of this text; null: nothing.
StageCard makeStageCard(const Analysis &analysis, NodeIndex node, CardForm form,
                        const TextMarks *marks = nullptr);

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

/// \pre `node` is no stage. \param marks as above.
ImageCard makeImageCard(const Analysis &analysis, NodeIndex node, const TextMarks *marks = nullptr);

/// The files that a build is given; no node of the graph.
ImageCard makeContextCard();

/// An image name without its digest, which the badge tells.
QString shortImageName(const std::string &name);

/// The last part of a name with slashes: what tells it from others when there is little room.
QString lastPart(const QString &name);

/// A URL as people call it: "moby/buildkit", "go1.22.tar.gz".
QString shortRemoteName(const QString &url);

/// Texts that the geometry leaves room for and the item paints.
QString finalMark();
QString unusedMark();
QString moreRows(int count);
/// "✕", "▲" or nothing.
QString markOf(RowMark mark);
Role markRole(RowMark mark);

} // namespace drydock::ui
