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

/// What several stages begin with becomes a stage that they are built on.
///
///     before   FROM debian:13 AS one           after   FROM debian:13 AS base
///              RUN apt-get update                      RUN apt-get update
///              RUN one                                 FROM base AS one
///              FROM debian:13                          RUN one
///              RUN apt-get update                      FROM base
///              RUN two                                 RUN two
Proposal proposeExtractStage(const RefactorContext &context, const RefactorWish &wish);

/// The lines of a stage go into the only one that is built on it. Setting: "stage" (else that at the caret).
Proposal proposeInlineStage(const RefactorContext &context, const RefactorWish &wish);

/// Of stages that are the same from FROM to their end one stays.
Proposal proposeMergeStages(const RefactorContext &context, const RefactorWish &wish);

/// Stages that the target does not need go.
Proposal proposeRemoveDeadStages(const RefactorContext &context, const RefactorWish &wish);

/// A tag that several FROMs have becomes one ARG.
Proposal proposeExtractArg(const RefactorContext &context, const RefactorWish &wish);

} // namespace drydock
