// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/lint_context.h"

namespace drydock {

struct Manifests;

/// The folder beside the file if it shows to be the one that builds are given: it has a .dockerignore, or something that is
/// copied from it by name is there. A Dockerfile often lies below that folder. Null if nothing shows it.
const BuildContext *buildFolderOf(const LintContext &context);

/// The same if `manifests` are what lies in the folder: one of them at its root also shows it where all of the folder is
/// copied.
const BuildContext *buildFolderOf(const LintContext &context, const Manifests &manifests);

} // namespace drydock
