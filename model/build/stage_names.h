// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/syntax/syntax.h"
#include "model/text/edit_set.h"

#include <string>
#include <string_view>

namespace drydock {

/// What a builder is asked for.
struct BuildTarget {
    StageIndex stage;
    std::string name; ///< For `--target`; empty for the last stage, which needs none.
    EditSet edits; ///< That give the stage this name in the copy that is built. No line moves.
};

/// The stage that a person means by "build", or by "stage 2" if it has no name; "" is the last one.
///
/// Engines find a stage by its name only (measured: `target=2` fails with both builders of 20.10), so an unnamed one is
/// given a name in the text that goes to the engine; the file itself stays as it is.
/// \returns an Error if there is no such stage, or if its FROM is broken.
Result<BuildTarget> targetCalled(const Syntax &syntax, std::string_view name);
/// As targetCalled(). \pre stage < syntax.stages.size()
Result<BuildTarget> targetOf(const Syntax &syntax, StageIndex stage);

/// What steps of a stage are called in a builder's report: its name in lower case, "stage-1" for an unnamed one.
std::string stepLabelOf(const Syntax &syntax, StageIndex stage);
/// The stage that a step's label means, generated names included; "" is the only one of a file. None if there is none.
StageIndex stageOfStep(const Syntax &syntax, std::string_view label);

} // namespace drydock
