// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/image/json_fields.h"
#include "model/knowledge/image_answers.h"

namespace drydock {

/// How Drydock keeps the configuration of an image between runs: every field as ImageConfig has it. Not the form of engines and
/// registries, which imageConfigOf() reads and which says a health check in another way.
Json configJson(const ImageConfig &config);
/// What configJson() gave. What is missing or of another type is left empty.
ImageConfig configOf(const Json &json);

} // namespace drydock
