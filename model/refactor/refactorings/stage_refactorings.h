// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/refactoring.h"

// Stages as a whole (REFACTORINGS §16).

namespace drydock {

/// Settings: "stage" (else that at the caret) and "name".
Proposal proposeRenameStage(const RefactorContext &context, const RefactorWish &wish);

/// Stages that are named by number get a name.
///
///     before   FROM golang:1.26                after   FROM golang:1.26 AS build
///              FROM scratch                            FROM scratch
///              COPY --from=0 /app /app                 COPY --from=build /app /app
Proposal proposeNameStages(const RefactorContext &context, const RefactorWish &wish);

/// Stages that the target does not need go.
Proposal proposeRemoveDeadStages(const RefactorContext &context, const RefactorWish &wish);

/// A tag that several FROMs have becomes one ARG.
Proposal proposeExtractArg(const RefactorContext &context, const RefactorWish &wish);

} // namespace drydock
