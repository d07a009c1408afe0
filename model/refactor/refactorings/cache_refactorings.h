// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/refactoring.h"

// What makes the next build faster.

namespace drydock {

/// `--mount=type=cache` for what package managers and build tools keep (REFACTORINGS §9.2).
///
///     before   RUN npm ci      after   RUN --mount=type=cache,target=/root/.npm npm ci
Proposal proposeCacheMounts(const RefactorContext &context, const RefactorWish &wish);

/// The manifests and the install before the sources (§9.1).
///
///     before   COPY . .        after   COPY package.json package-lock.json ./
///              RUN npm ci              RUN npm ci
///                                      COPY . .
Proposal proposeManifestsFirst(const RefactorContext &context, const RefactorWish &wish);

/// `--link` for COPYs from other stages into the image (§9.3).
Proposal proposeCopyLink(const RefactorContext &context, const RefactorWish &wish);

/// A .dockerignore of what the image has no use for; nothing that a COPY names is left out (§11).
Proposal proposeDockerignore(const RefactorContext &context, const RefactorWish &wish);

} // namespace drydock
