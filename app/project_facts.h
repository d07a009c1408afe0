// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/context/folder_facts.h"
#include "model/lint/lint_settings.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace drydock::app {

/// What the disk says about a Dockerfile besides its text.
struct ProjectFacts {
    std::shared_ptr<const BuildContext> folder; ///< The one it lies in; null if that cannot be read.
    std::shared_ptr<const FolderFacts> contents; ///< Of its files; null if the folder cannot be read.
    std::shared_ptr<const Manifests> manifests; ///< What they say in full; null where `contents` is.
    LintSettings checks; ///< Of the project's `.hadolint.yaml`; as shipped if there is none or it is refused.
    std::string config; ///< That file's path; empty if there is none.
    std::optional<Error> problem; ///< Why it is refused.
};

/// Looks for `.hadolint.yaml` or `.hadolint.yml` in the Dockerfile's folder and, within a git work tree, in those above
/// it up to the tree's root. Reads the .dockerignore, manifests and workflows besides; runs nothing.
/// \param dockerfile an absolute path; the file itself need not exist.
ProjectFacts readProjectFacts(const std::string &dockerfile, const std::stop_token &stop);

} // namespace drydock::app
