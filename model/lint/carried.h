// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/artifacts.h"
#include "model/lint/lint_context.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock {

/// A source that a shipped stage copies from another stage.
struct Carried {
    const Instruction *copy = nullptr; ///< Borrowed.
    const Word *word = nullptr; ///< Borrowed.
    StageIndex from;
    StageIndex to;
    std::string path; ///< Absolute, without a slash at the end. Never the root.
    std::string destination; ///< Absolute; empty if it is not known.
};

/// All of them, in file order. Leaves out what hangs on a variable without a value or on a wildcard.
std::vector<Carried> carriedInto(const LintContext &context);

/// What rules about them ask of stages, found out once for each. Borrows the context.
class StageFinder {
public:
    explicit StageFinder(const LintContext &context)
        : m_context(context)
    { }

    std::vector<Artifact> artifactsOf(const Carried &carried);
    /// `text` stands in some instruction of the stage or its parents. \param text a literal: it is kept.
    bool mentions(StageIndex stage, std::string_view text);
    /// The stage installs such packages once more, for itself.
    bool installsAnew(StageIndex stage, ArtifactKind kind);

private:
    const LintContext &m_context;
    std::map<std::size_t, StageArtifacts> m_artifacts;
    std::map<std::pair<std::size_t, std::string_view>, bool> m_mentions;
};

} // namespace drydock
