// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exporting/proposal_json.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// What a person has to know before agreeing: verdict, reason, what is assumed and where it comes from, what can be chosen or
/// left out, the size. Safe for a terminal; a line for each.
std::string proposalText(const Proposed &proposed);

/// `reason` with its line as `Dockerfile:12: …`, for standard error. \pre blocked.
std::string refusalText(const Proposed &proposed, std::string_view name);

/// The assumptions, in the same form: `Dockerfile:12: it is assumed: …`.
std::vector<std::string> assumptionTexts(const Proposed &proposed, std::string_view name);

/// A diff for reading: the lines of `diff` without what a terminal would obey. `patch` does not take it.
std::string readableDiff(std::string_view diff);

/// “12 MB to 30 MB (a guess)”
std::string sizeText(const SizeEstimate &size);

} // namespace drydock
