// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "model/image/size_report.h"

#include <QString>

#include <memory>
#include <optional>

namespace drydock::ui {

/// One side of a comparison.
struct ComparedSize {
    QString name; ///< "pinned 11:40", "after the refactoring"; plain text.
    StageSize size; ///< Estimate: its layers may be as coarse as one per category.
    ImageStore store = ImageStore::Unknown; ///< Unknown compares with all.
    QString basis; ///< What an estimate rests on, a sentence. Empty: it was measured.
    std::shared_ptr<const Analysis> analysis; ///< Of the text that was measured; null if it is not at hand.

    std::optional<ImageConfig> config; ///< What containers of it start with, if it is known.
    /// All stages of where `size` comes from; null if there is only that one.
    std::shared_ptr<const Measurement> measurement;

    bool isEstimate() const { return !basis.isEmpty(); }
};

/// The side of `side` that is compared with the stage `shown`: of the same name; else, as if `shown` was the target, what
/// `side` holds already.
/// \param isTarget `shown` is what its build produces.
ComparedSize atStage(ComparedSize side, const StageSize &shown, bool isTarget);

/// Numbers of two kinds of store mean different things and are never compared.
inline bool areComparable(const ComparedSize &a, const ComparedSize &b)
{
    return a.store == b.store || a.store == ImageStore::Unknown || b.store == ImageStore::Unknown;
}

} // namespace drydock::ui
