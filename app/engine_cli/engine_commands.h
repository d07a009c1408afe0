// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/exit_code.h"
#include "app/cli/output.h"

#include <cstdint>

namespace drydock::cli {

ExitCode sizes(const Arguments &arguments, Output &output);
ExitCode build(const Arguments &arguments, Output &output);
ExitCode compare(const Arguments &arguments, Output &output);
ExitCode verify(const Arguments &arguments, Output &output);

/// With --registry.
ExitCode sizesInRegistry(const Arguments &arguments, Output &output);
ExitCode refactorAskingRegistries(const Arguments &arguments, Output &output);

/// Refused, after a sentence, if `bytes` is more than --max-size allows.
ExitCode judgeBudget(const EngineOrder &order, std::uint64_t bytes, const std::string &name, Output &output);

} // namespace drydock::cli
