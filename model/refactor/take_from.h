// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/outcome.h"
#include "model/refactor/references.h"

#include <functional>

namespace drydock {

/// Makes the edit that writes a reference, given what the reference has to say.
using WriteReference = std::function<Result<TextEdit>(const std::string &name)>;

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

} // namespace drydock
