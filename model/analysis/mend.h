// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"

#include <functional>
#include <string>

namespace drydock {

/// Which findings are to be mended; called for each of them.
using Wanted = std::function<bool(const Diagnostic &)>;

/// The first safe fix of every finding that is wanted, in one set. A fix that collides with one before it is left for
/// the next round. Empty if there is none.
EditSet safeFixes(const Analysis &analysis, const Wanted &wanted);

/// Mends until nothing is left to mend, since one fix may make room for another; ten rounds at most. A round that would
/// leave a file with a new problem is not made.
/// \returns the edits from the analysed text to the mended one, line by line; empty if nothing could be done.
EditSet mended(const Analysis &analysis, const Wanted &wanted);

} // namespace drydock
