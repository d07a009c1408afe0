// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/build/build_progress.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace drydock {

/// Takes what both of an engine's builders send in the same form: the id of an image, and why the build failed
/// (`errorDetail`, or `error` of engines before 1.47).
void takeEngineMessage(const nlohmann::json &message, BuildNews &news);

/// Why an engine refused a request: `message` of the JSON in its answer, or the answer itself, which some errors are plain
/// text of. Plain text; may be empty.
std::string wordsOfRefusal(std::string_view body);

} // namespace drydock
