// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/problem.h"
#include "model/text/text_range.h"

#include <cstdint>
#include <string>
#include <vector>

namespace drydock {

enum class Severity : std::uint8_t { Hint, Warning, Error };

/// Something to tell the reader, at a place.
struct Diagnostic {
    std::string
        rule; ///< Stable id; "parse", "instruction", "build" for what BuildKit refuses, else a check's id.
    Severity severity = Severity::Warning;
    TextRange range; ///< Inside the text; may be empty.
    std::string message; ///< BuildKit's own words where it has them, else English.
    std::vector<LineSpan> lines; ///< From 1, as BuildKit reports them.
};

} // namespace drydock
