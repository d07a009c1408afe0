// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/gesture_context.h"
#include "model/refactor/plan.h"

#include <string_view>

namespace drydock {

/// Gives a stage another name, or an unnamed stage its first, and rewrites whatever refers to it: FROM, COPY --from,
/// mounts, ONBUILD. Comments and shell commands are left alone.
///
///     before   FROM golang AS build      after   FROM golang AS compile
///              FROM scratch                      FROM scratch
///              COPY --from=BUILD /a /a           COPY --from=compile /a /a
///
/// Refused if the name is taken, or would take the place of an image that is used. Plan::focus is the name.
Result<Plan> renameStage(const GestureContext &context, StageIndex stage, std::string_view name);

/// Whether renameStage() would agree, for an editor in which the name is being typed. The name it has is fine.
Result<void> mayRename(const GestureContext &context, StageIndex stage, std::string_view name);

} // namespace drydock
