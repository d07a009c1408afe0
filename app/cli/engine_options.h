// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"

#include <string_view>

namespace drydock::cli {

/// \returns false if `name` is none of the options of `sizes`, `build`, `compare` and `verify`.
Result<bool> setEngineOption(EngineOrder &order, std::string_view name, std::string_view value);

/// Whether there are as many inputs as the command needs. \pre needsEngine() of the command.
Result<void> checkEngineOrder(const Arguments &arguments);

} // namespace drydock::cli
