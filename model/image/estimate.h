// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/user_text.h"
#include "model/graph/stage_graph.h"
#include "model/image/size_report.h"
#include "model/syntax/syntax.h"

#include <cstddef>
#include <string>
#include <vector>

namespace drydock {

class ImageSource;

/// What a stage will weigh, and how one comes to think so.
struct EstimatedStage {
    StageSize size;
    /// False only if the stage and all that it is made of stand in the text just as they were built.
    bool isEstimate = true;
    UserText basis; ///< Of the whole, one sentence.
    std::vector<UserText> layerBases; ///< Of each of size.layers, one sentence.
    std::size_t unknownLayers
        = 0; ///< Instructions that may bring something nobody knows; counted as nothing.
};

/// What a text will weigh that was not built.
struct Estimate {
    std::vector<EstimatedStage> stages; ///< For each stage of the new text, in file order.
    StageIndex target;

    /// Null if there is no target.
    const EstimatedStage *result() const;
};

/// Estimates from what was measured of an earlier text. Instructions that stand in both texts keep what they weighed; bases that
/// were not measured weigh what `images` or the table of base sizes say. Whether other files are copied now than then is not
/// looked at.
/// \param before made of `syntaxBefore`, as `graphBefore` is. \param images who knows bases better than the table; may be null.
Estimate estimateFrom(const Measurement &before, const Syntax &syntaxBefore, const StageGraph &graphBefore,
                      const Syntax &syntax, const StageGraph &graph, const ImageSource *images = nullptr);

} // namespace drydock
