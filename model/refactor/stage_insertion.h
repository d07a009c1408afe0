// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/outcome.h"
#include "model/refactor/references.h"

#include <string>
#include <vector>

namespace drydock {

/// A stage put into the file, and the file as it will be.
struct Inserted {
    EditSet edits;
    Outcome outcome;
    UserText notice; ///< If the default target is another one now; source empty if not.
};

/// Puts whole stages in front of the one that is number `position` now, or, for the number of stages, behind the
/// last. Blank lines as between the file's other stages; `--from=<number>` is rewritten.
/// \param blocks at least one; each from its comment or FROM to its last line without the line end.
/// \param inner other edits of the same text. \param replaced edges of the graph that go. \param addedElsewhere
/// how many edges come that do not end in the new stages, inherited ones not counted.
/// \returns an Error if another arrow would change or there is no such place.
Result<Inserted> insertStages(const GestureContext &context, const References &references,
                              std::size_t position, const std::vector<std::string> &blocks, EditSet inner,
                              std::span<const std::size_t> replaced, std::size_t addedElsewhere = 0);

/// `FROM base AS name` as the file's other FROM lines are written.
std::string fromLine(const Syntax &syntax, std::string_view base, std::string_view name);

} // namespace drydock
