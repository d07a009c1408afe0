// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/refactoring.h"

// What RUN does, and how many of them there are (REFACTORINGS §10).

namespace drydock {

/// One RUN for two where that makes the image smaller or the build surer; with a caret, for the RUN there and those that follow.
///
///     before   RUN apt-get update            after   RUN apt-get update && apt-get install -y curl
///              RUN apt-get install -y curl
Proposal proposeMergeRuns(const RefactorContext &context, const RefactorWish &wish);

/// A long chain of `&&` as a here-document that stops at the first failure.
Proposal proposeSplitRun(const RefactorContext &context, const RefactorWish &wish);

/// `rm -rf /var/lib/apt/lists/*` where the lists would stay in the image.
Proposal proposeCleanApt(const RefactorContext &context, const RefactorWish &wish);

/// `--no-install-recommends`, with ca-certificates by name where a program that fetches is installed.
Proposal proposeNoInstallRecommends(const RefactorContext &context, const RefactorWish &wish);

/// One package a line, in the order of the alphabet.
Proposal proposeSortPackages(const RefactorContext &context, const RefactorWish &wish);

/// `COPY --chown` and `--chmod` instead of a RUN that copies the files once more.
Proposal proposeCopyChown(const RefactorContext &context, const RefactorWish &wish);

} // namespace drydock
