// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/arguments.h"

namespace drydock::app {

/// Writes a picture of the window with the files of the command line in it. Shows nothing, remembers nothing.
/// \returns 0, or 1 after a sentence to the error output.
int takeScreenshot(const Arguments &arguments);

} // namespace drydock::app
