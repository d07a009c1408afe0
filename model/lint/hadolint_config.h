// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/lint/lint_settings.h"

#include <optional>
#include <string_view>

namespace drydock {

/// What a project's `.hadolint.yaml` says, as far as it is about rules and not about hadolint's own output.
struct HadolintConfig {
    LintSettings settings; ///< What is not named has its default. hadolint's "style" is advice here.
    std::optional<Severity> failsFrom; ///< The least severity that makes a check fail. None: not said.
    bool neverFails = false; ///< `no-fail`, or the threshold `none`.
};

/// Understands ignored, override, trustedRegistries, label-schema, strict-labels, disable-ignore-pragma,
/// failure-threshold and no-fail. Other keys are left alone, as hadolint does. Never throws, whatever the bytes.
/// \returns an Error that names the line if the text is no YAML or a value makes no sense.
Result<HadolintConfig> readHadolintConfig(std::string_view yaml);

} // namespace drydock
