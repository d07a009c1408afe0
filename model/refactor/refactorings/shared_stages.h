// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/refactoring.h"
#include "model/refactor/references.h"

namespace drydock {

/// How many instructions behind FROM two stages have in common, from the first on: written in the same bytes, taking from
/// the same stages, and such that a child inherits what they do. 0 if the stages rest on different images.
///
/// CMD and ENTRYPOINT end it, since ENTRYPOINT forgets the CMD of a parent but not that of its own stage (BuildKit:
/// `convert.go`, dispatchEntrypoint), and ONBUILD, which would fire.
/// \pre `first` comes above `second`.
std::size_t sharedBeginning(const GestureContext &context, const References &references, StageIndex first,
                            StageIndex second);

/// The instructions of a stage behind its FROM.
std::size_t lengthOf(const Syntax &syntax, StageIndex stage);

/// FROM's --platform and image: what a stage on the same base writes behind its own FROM. Empty if FROM is broken or runs
/// over several lines.
TextRange baseWordsOf(const Syntax &syntax, StageIndex stage);

/// That nobody asks for the stage by --target. \param graph of the file as it is. \param node of it, or of what it has become.
Assumption assumedUnused(const StageGraph &graph, const GraphNode &node);

} // namespace drydock
