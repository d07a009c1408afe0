// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"

#include <string>

namespace drydock {

/// What every fix promises, tried on one: the file parses as well as before, the finding is gone, no finding of the
/// rule is new, and the edit can be undone to the byte. \returns what is broken, empty if nothing.
std::string brokenPromise(const Analysis &before, const Diagnostic &finding, const Fix &fix);

} // namespace drydock
