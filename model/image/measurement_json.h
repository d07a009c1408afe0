// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/image/json_fields.h"
#include "model/image/size_report.h"

#include <string>

namespace drydock {

/// measurementText() and readMeasurement() for what is a part of a larger text.
Json measurementJson(const Measurement &measurement);
Result<Measurement> measurementOf(const Json &json);

/// \pre `json` is no deeper than what Drydock writes.
std::string oneLineOf(const Json &json);

} // namespace drydock
