// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/refactoring.h"

// How the container runs, and for whom (REFACTORINGS §3.7, §12 to §16).

namespace drydock {

/// The program as another user than root, by number.
Proposal proposeNonRoot(const RefactorContext &context, const RefactorWish &wish);

/// A HEALTHCHECK with what the image has. Settings: "path", "port".
Proposal proposeHealthcheck(const RefactorContext &context, const RefactorWish &wish);

/// CMD, ENTRYPOINT and HEALTHCHECK as arrays where the words stay the same.
Proposal proposeExecForm(const RefactorContext &context, const RefactorWish &wish);

/// The labels that the OCI image specification has; MAINTAINER becomes one. Settings: "title", "source", "licenses".
Proposal proposeLabels(const RefactorContext &context, const RefactorWish &wish);

/// A secret that one RUN needs is mounted for it instead of handed over by ARG or ENV.
Proposal proposeSecretMounts(const RefactorContext &context, const RefactorWish &wish);

/// The build stage runs on the machine that builds and makes programs for the platform that is asked for.
Proposal proposeMultiArch(const RefactorContext &context, const RefactorWish &wish);

} // namespace drydock
