// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/text/text_range.h"

#include <cstdint>
#include <string>
#include <vector>

namespace drydock {

/// Which step of BuildKit rejects the file. BuildKit reports the first problem of the first failing step only.
enum class Phase : std::uint8_t {
    Parse, ///< parser.Parse: bytes to nodes.
    Instruction, ///< instructions.Parse: nodes to typed commands.
    Build, ///< dockerfile2llb: expansion, references, mounts.
};

/// Lines from 1, both inclusive, as BuildKit prints them (0 where BuildKit itself says 0).
struct LineSpan {
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    bool operator==(const LineSpan &) const = default;
};

/// Something BuildKit would refuse.
struct Problem {
    Phase phase = Phase::Parse;
    std::string message; ///< BuildKit's own words, byte for byte.
    TextRange range; ///< The nearest culprit; always inside the file.
    std::vector<LineSpan> lines; ///< As BuildKit reports them; empty where it gives no location.
};

} // namespace drydock
