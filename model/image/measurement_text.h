// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/image/size_report.h"

#include <string>
#include <string_view>

namespace drydock {

/// A measurement as JSON of one line, with the version of its form.
std::string measurementText(const Measurement &measurement);

/// What measurementText() wrote, also a long time ago. What is missing is left empty.
/// \returns an Error if it is no such text, or one of a newer Drydock.
Result<Measurement> readMeasurement(std::string_view text);

} // namespace drydock
