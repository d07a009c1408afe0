// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/gesture_context.h"
#include "model/refactor/plan.h"

#include <string>

namespace drydock {

/// The two words of a COPY, as they are to be written.
struct CopyPaths {
    std::string from; ///< In the source.
    std::string to; ///< In the stage that receives it.
};

/// Draws an arrow: a new COPY --from in `target`.
///
///     before   FROM golang               after   FROM golang AS golang
///              RUN go build -o /app              RUN go build -o /app
///              FROM scratch                      FROM scratch
///                                                COPY --from=golang /app /app
///
/// An unnamed source gets a name. A source that comes later in the file is moved above the target together with what
/// it needs: no arrow points upwards. Two stages of one name are told apart by number.
/// Plan::focus is the first path.
Result<Plan> connectStages(const GestureContext &context, NodeIndex source, NodeIndex target,
                           const CopyPaths &paths);

} // namespace drydock
