// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/context/pattern_program.h"

#include <optional>
#include <string_view>

namespace drydock {

/// Reads the part of Go's regular expressions that an ignore pattern can turn into: characters, classes, escapes, `^`,
/// `$`, `.`, one level of `( )`, `*`, `?` and `{2,3}` behind any of them, and `|` outside of `( )`.
/// \returns nothing if Go refuses the expression, or if it holds a Unicode class (`\pL`), which is not known here.
std::optional<PatternProgram> compilePattern(std::string_view expression);

} // namespace drydock
