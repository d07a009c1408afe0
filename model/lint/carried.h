// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/artifacts.h"
#include "model/lint/lint_context.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// A source that a shipped stage copies from another stage.
struct Carried {
    const Instruction *copy = nullptr; ///< Borrowed.
    const Word *word = nullptr; ///< Borrowed.
    StageIndex from;
    StageIndex to;
    std::string path; ///< Absolute, without a slash at the end. Never the root.
    std::string destination; ///< Absolute; empty if it is not known.
};

/// All of them, in file order. Leaves out what hangs on a variable without a value or on a wildcard.
std::vector<Carried> carriedInto(const LintContext &context);

/// `text` stands in some instruction of the stage or its parents.
bool mentions(const LintContext &context, StageIndex stage, std::string_view text);

/// The stage installs such packages once more, for itself.
bool installsAnew(const LintContext &context, StageIndex stage, ArtifactKind kind);

} // namespace drydock
