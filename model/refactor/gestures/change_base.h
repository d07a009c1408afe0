// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/gesture_context.h"
#include "model/refactor/plan.h"

#include <string_view>

namespace drydock {

/// Puts a stage on another base: the word behind FROM changes, --platform and AS stay.
///
///     before   FROM --platform=linux/arm64 debian:12 AS final
///     after    FROM --platform=linux/arm64 build AS final
///
/// Plan::focus is the word.
Result<Plan> changeBase(const GestureContext &context, StageIndex stage, NodeIndex base);

/// The same for an image by name, typed or dropped; "scratch" is one. The name of a stage above means that stage.
Result<Plan> changeBaseTo(const GestureContext &context, StageIndex stage, std::string_view image);

} // namespace drydock
