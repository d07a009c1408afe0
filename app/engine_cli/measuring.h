// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine_cli/build_input.h"
#include "app/engine_cli/engine_session.h"
#include "model/image/size_report.h"

#include <string>

namespace drydock::cli {

struct MeasureOrder {
    bool onlyLooks = false;
    std::vector<std::string> keep; ///< Images that are still needed.
};

/// Builds and measures all stages of the file; what does not build is told of on standard error.
tl::expected<Measurement, Complaint> measure(EngineSession &session, const BuildInput &input,
                                             const MeasureOrder &order, Output &output);

} // namespace drydock::cli
