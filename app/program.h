// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/arguments.h"

namespace drydock::app {

/// Builds the program's objects in order and runs it. \pre a QApplication exists. \returns the exit code.
int runProgram(const Arguments &arguments);

/// Names and style, before anything is made. \pre a QApplication exists.
void prepareApplication();

} // namespace drydock::app
