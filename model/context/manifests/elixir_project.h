// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// What a mix.exs says, looked through and not run.
struct ElixirProject {
    std::string app; ///< Without the colon: "shop".
    std::string version;
    std::string elixirVersion; ///< A range: "~> 1.14".
    std::vector<std::string> releases; ///< Names under `releases:`.
    std::vector<std::string> dependencies; ///< Of the form {:phoenix, …}.
};

Result<ElixirProject> readMix(std::string_view bytes);

} // namespace drydock
