// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine_cli/build_input.h"
#include "app/engine_cli/engine_session.h"
#include "model/image/size_report.h"

#include <string>

namespace drydock::cli {

/// What an image of an engine, or an archive of one, weighs and is.
struct MeasuredImage {
    Measurement measurement; ///< One stage, of no file.
    ImageConfig config;
};

struct MeasureOrder {
    bool onlyLooks = false;
    std::vector<std::string> keep; ///< Images that are still needed.
};

/// Builds and measures all stages of the file; what does not build is told of on standard error.
tl::expected<Measurement, Complaint> measure(EngineSession &session, const BuildInput &input,
                                             const MeasureOrder &order, Output &output);

/// Asks the engine for an image.
Result<MeasuredImage> measureImage(EngineSession &session, const std::string &image);

/// The configuration of an image that was built.
Result<ImageConfig> configOf(EngineSession &session, const std::string &image);

} // namespace drydock::cli
