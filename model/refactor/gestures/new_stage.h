// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/gesture_context.h"
#include "model/refactor/plan.h"

#include <string_view>

namespace drydock {

/// A new, empty stage `FROM scratch AS stage-N` above the last stage, which stays the default target.
/// Plan::focus is the base.
Result<Plan> newStage(const GestureContext &context);

/// A new stage on what a node is: right below a stage of this file, for anything else above the last stage.
///
///     before   FROM golang AS build        after   FROM golang AS build
///              RUN make                            RUN make
///
///                                                  FROM build AS stage-2
///
/// Plan::focus is the new name.
Result<Plan> newStageFrom(const GestureContext &context, NodeIndex source);

/// The same for an image by name, typed or dropped. Plan::focus is the new name.
Result<Plan> newStageOnImage(const GestureContext &context, std::string_view image);

} // namespace drydock
