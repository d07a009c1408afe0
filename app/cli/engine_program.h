// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

namespace drydock::cli {

/// Becomes drydock-cli-engine, which lies beside this program or in the libexec folder of its installation, with the same
/// arguments. This program knows no Qt and starts in a millisecond; what asks an engine needs an event loop.
/// \returns only if that failed, with the reason.
Error becomeEngineProgram(char **argv);

} // namespace drydock::cli
