// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/user_text.h"
#include "model/refactor/gestures/connect.h"

#include <vector>

namespace drydock {

/// Two paths that a new COPY --from may have.
struct PathProposal {
    CopyPaths paths;
    UserText why; ///< What in the text suggests it; one sentence. A suggestion, never a fact.
};

/// What to fill the two fields with when an arrow has been drawn, the best first: what other stages already take
/// from the source, what the source produces, and where the target's ENTRYPOINT or CMD expects a file of that name.
/// Empty if the text suggests nothing, as for an image.
std::vector<PathProposal> proposedPaths(const GestureContext &context, NodeIndex source, StageIndex target);

} // namespace drydock
