// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/knowledge/image_answers.h"

#include <nlohmann/json_fwd.hpp>

namespace drydock {

/// The object `config` of an image's configuration blob, or `Config` of `docker image inspect`: they are the same (OCI
/// image-spec, config.md). What is missing, null or of another type than the format says is left empty.
ImageConfig imageConfigOf(const nlohmann::json &config);

} // namespace drydock
