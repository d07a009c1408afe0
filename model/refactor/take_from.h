// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/outcome.h"
#include "model/refactor/references.h"

#include <functional>

namespace drydock {

/// Makes the edits that write a reference, given what the reference has to say.
using WriteReference = std::function<Result<std::vector<TextEdit>>(const std::string &name)>;

inline std::vector<TextEdit> onlyEdit(TextEdit edit)
{
    return {std::move(edit)};
}

/// A reference put in its place, and the file as it will be.
struct Taken {
    Plan plan; ///< Without name, explanation and focus.
    Outcome outcome;
    std::vector<std::size_t> places; ///< For each old stage its index in `outcome`.
};

/// What connecting, mounting and reconnecting have in common: names an unnamed source, brings a source that comes
/// later above `target`, has `write` put the reference there and makes sure that no other arrow changes.
/// \param replaced the edges of the graph that the reference takes the place of.
/// \pre mayConnect() agreed.
Result<Taken> takeFrom(const GestureContext &context, NodeIndex source, StageIndex target, ReferenceKind kind,
                       const WriteReference &write, std::span<const std::size_t> replaced = {});

/// A source moved above the one that is to need it, with nothing else changed.
struct BroughtAbove {
    Plan plan; ///< Only edits and notice.
    std::vector<std::size_t> places; ///< For each old stage its new index.
};

/// \pre `source` comes below `target` and does not need it.
Result<BroughtAbove> bringAbove(const GestureContext &context, StageIndex source, StageIndex target);

} // namespace drydock
