// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/diagnostic.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace drydock {

class BuildContext;
struct FolderFacts;

/// By id or alias of a rule. No severity: the rule is off. Naming an optional rule turns it on.
using SeverityChoices = std::map<std::string, std::optional<Severity>, std::less<>>;

/// What a person or a project says about the rules: from the window's settings, the command line, `.hadolint.yaml`.
struct LintSettings {
    SeverityChoices severities;
    std::vector<std::string> trustedRegistries; ///< DL3026; empty: every registry is fine.
    std::map<std::string, std::string, std::less<>>
        labels; ///< DL3049 to DL3058: key → kind ("text", "url", "semver" …).
    bool areLabelsStrict = false; ///< DL3050: no label besides these.
    bool heedsComments
        = true; ///< False: comments in the file silence nothing (hadolint's disable-ignore-pragma).
    bool onlyBuildKit = false; ///< What `docker build --check` would say and no more.
    /// BuildKit's stand-in answer: every base image's environment is PATH alone. For comparisons; otherwise what a base
    /// sets is taken from its known facts, and where nothing is known UndefinedVar becomes advice.
    bool basesSetOnlyPath = false;

    /// What lies beside the Dockerfile; null: nothing is known of it. Shared, never changed.
    std::shared_ptr<const BuildContext> folder;
    /// What the files in it say; null: nobody has looked. Shared, never changed.
    std::shared_ptr<const FolderFacts> contents;

    bool operator==(const LintSettings &) const = default;
};

} // namespace drydock
