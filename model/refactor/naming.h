// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/plan.h"
#include "model/refactor/references.h"

#include <string>
#include <vector>

namespace drydock {

/// What a new reference has to say to mean a node, and what has to change elsewhere first.
struct Naming {
    std::string written; ///< Behind FROM, `--from=` or `from=`.
    std::vector<TextEdit>
        edits; ///< An unnamed stage gets its `AS name`, its `--from=<number>`s become the name.
    UserText notice; ///< Source empty if there is nothing to say.
};

/// \param user the stage that the reference will stand in.
/// \returns an Error if nothing that can be written there would mean `source`: another stage of the same name stands
/// in between, or it is something that has no name.
Result<Naming> nameToWrite(const References &references, const GestureContext &context, NodeIndex source,
                           ReferenceKind kind, StageIndex user);

/// The stage that `name` means in a FROM of `user`: the nearest above, or none.
StageIndex stageSeenByFrom(const Resolution &resolution, std::string_view name, StageIndex user);

/// The edits that call an unnamed stage `name`: AS and the numbers that become the name.
std::vector<TextEdit> namingEdits(const References &references, const GestureContext &context,
                                  StageIndex stage, const std::string &name);

/// FROM with one word, or with three of which the second is AS.
bool isWellFormed(const Syntax &syntax, StageIndex stage);

} // namespace drydock
