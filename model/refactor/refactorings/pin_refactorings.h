// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/refactoring.h"

// Which images a file names (REFACTORINGS §8). All of a file at once, a part for each.

namespace drydock {

/// A version in the place of a tag that moves. Settings: "level", "image".
///
///     before   FROM node      after   FROM node:24.19-trixie
Proposal proposePin(const RefactorContext &context, const RefactorWish &wish);

/// The digest behind the tag.
///
///     before   FROM node:24      after   FROM node:24@sha256:…
Proposal proposePinDigest(const RefactorContext &context, const RefactorWish &wish);

/// Digests of what the tags name now.
Proposal proposeRefreshDigests(const RefactorContext &context, const RefactorWish &wish);

/// No digests any more; the tags stay.
Proposal proposeUnpin(const RefactorContext &context, const RefactorWish &wish);

} // namespace drydock
