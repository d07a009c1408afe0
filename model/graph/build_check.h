// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/graph/stage_graph.h"

#include <vector>

namespace drydock {

/// What BuildKit's third step would refuse: references between stages, image names, values once their variables
/// are replaced (`dockerfile2llb/convert.go`). Base images are taken to bring an environment of PATH alone, so
/// a variable that only a base image sets counts as empty. All stages are looked at, as `docker build --check`
/// does; a plain build passes over the commands of stages that its target does not need.
///
/// \returns the problems in the order BuildKit finds them. It stops at the first; later ones may follow from it,
/// so only those of other stages are reported besides.
/// \pre the earlier phases found nothing wrong.
std::vector<Problem> checkBuild(const Syntax &syntax, const StageGraph &graph, const BuildOptions &options);

} // namespace drydock
