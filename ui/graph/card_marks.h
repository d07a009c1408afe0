// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/text_marks.h"

#include <QString>

#include <optional>
#include <vector>

namespace drydock::ui {

/// What builds told of a stage, ready to be painted.
struct CardMarks {
    bool hasRoom = false; ///< There is something to tell of the file's stages: every card keeps room for it.
    QString size; ///< "847 MB", "≈ 9 MB", "?"; empty if no stage was measured.
    bool isEstimate = false;
    bool isSizeStale = false; ///< Older than the text.
    double fill = 0; ///< Of the bar: 1 is the largest stage of the file.
    std::vector<SizeShare> shares; ///< The bar's segments.
    std::optional<StepState> state; ///< None: no build told of it.
    bool isStateStale = false;
    QString activity; ///< "34 s · ⟳ 2"; may be empty.
    QString spoken; ///< All of this for those who hear it; may be empty.

    bool operator==(const CardMarks &) const = default;
};

/// Nothing if there is nothing to tell of the file's stages.
CardMarks makeCardMarks(const TextMarks &marks, StageIndex stage);

/// "826 MB · local", "gcr.io · not pulled". Docker's own registry needs no mention.
QString withPresence(const QString &registry, const ImageMark &mark);

/// The longest that a card keeps room for beside its details.
QString widestActivity();
QString widestSize();

/// "older than the text"
QString olderThanText();

} // namespace drydock::ui
