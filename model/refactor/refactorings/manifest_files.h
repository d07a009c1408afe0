// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/copy_steps.h"
#include "model/refactor/refactoring.h"
#include "model/refactor/refactorings/manifest_installs.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

class BuildContext;

/// A line of COPY: words that go into one folder.
struct ManifestCopy {
    std::vector<std::string> words;
    std::string below; ///< "" or "requirements/": below the destination.
};

/// Which files a tool reads to install: those that lie in the folder, or, if nobody has looked, those that it usually has.
class ManifestFiles {
public:
    ManifestFiles(const RefactorContext &context, Proposal &proposal, std::vector<Proposal> &reasons)
        : m_context(context)
        , m_lint(context.lint)
        , m_proposal(proposal)
        , m_reasons(reasons)
    { }

    /// Adds them to `copies`, and what has to hold to the proposal. \returns false, with a reason, if they cannot be told.
    /// \param files that pip is called with. \param reader the RUN that installs.
    bool collect(const ManifestTool &tool, const CopyStep &copy, const std::vector<std::string> &files,
                 const Instruction &reader, std::vector<ManifestCopy> &copies);
    /// The folder is known, and this is sent.
    bool isThere(std::string_view path) const;

private:
    const BuildContext *folder() const;
    void refuse(UserText reason, TextRange where);
    bool collectFromFolder(const ManifestTool &tool, const Instruction &reader,
                           std::vector<ManifestCopy> &copies);
    std::vector<std::string> includesOf(const std::string &file) const;
    bool checkScripts(const ManifestTool &tool, const Instruction &reader);

    const RefactorContext &m_context;
    const LintContext &m_lint;
    Proposal &m_proposal;
    std::vector<Proposal> &m_reasons;
};

} // namespace drydock
