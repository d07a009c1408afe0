// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/user_text.h"
#include "model/syntax/problem.h"
#include "model/text/edit_set.h"

#include <cstdint>
#include <string>
#include <vector>

namespace drydock {

/// Info is advice: worth knowing, nothing is wrong. Warning: the image or the build is worse than it need be, or may
/// fail. Error: it will fail, at build or at run time.
enum class Severity : std::uint8_t { Info, Warning, Error };

/// A way to mend a finding. Nothing has happened yet.
struct Fix {
    UserText title; ///< An order in a few words: "Pin to 1.25".
    EditSet edits; ///< For the text that was checked; never empty.
    /// What is built stays the same but for what the finding complains of, so it may be applied unseen together with
    /// others (`--fix`, "Fix all"). Others are offered one by one, with a preview.
    bool isSafe = true;
};

/// Something to tell the reader, at a place.
struct Diagnostic {
    std::string
        rule; ///< Stable id; "parse", "instruction", "build" for what BuildKit refuses, else a rule's id.
    Severity severity = Severity::Warning;
    TextRange range; ///< Inside the text; may be empty.
    UserText message; ///< BuildKit's own words where it has them.
    std::vector<LineSpan> lines; ///< From 1, as BuildKit reports them.
    std::vector<Fix> fixes; ///< The best first.
    std::uint64_t savedBytes
        = 0; ///< What mending it is expected to take off the image; 0 if unknown or nothing.
};

} // namespace drydock
