// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/diagnostic.h"
#include "model/refactor/plan.h"
#include "model/refactor/refactoring.h"

#include <optional>
#include <vector>

// What the small refactorings have in common.

namespace drydock {

/// A gesture's plan as a proposal of one part, its refusal as a refusal. A notice becomes an assumption.
/// \param where what stands in the way if it is refused.
Proposal proposalOf(const Result<Plan> &plan, TextRange where = {});

/// Adds a part; nothing if there are no edits.
void addPart(Proposal &proposal, UserText title, std::vector<TextEdit> edits);
/// A fix of a rule as a part.
void addFix(Proposal &proposal, UserText title, const std::vector<Fix> &fixes);

/// `proposal` if it has parts, else a no: the first of `reasons`, or `nothing`.
Proposal orBlocked(Proposal proposal, const std::vector<Proposal> &reasons, UserText nothing);

/// A no if the file names a frontend that does not know what comes with version 1.`minor` of Docker's own.
std::optional<Proposal> frontendTooOld(const Syntax &syntax, int minor);

/// Containers of Windows, as far as the file tells: other shells, other users, other paths.
bool isForWindows(const Syntax &syntax);

/// The number of its line, for messages.
std::string lineOf(const Instruction &instruction);

/// A path is one of these or lies in one of them, or the other way round.
bool overlaps(std::string_view path, std::string_view other);

/// What other stages take out of each stage, by COPY or by a mount.
class TakenPaths {
public:
    explicit TakenPaths(const LintContext &context);

    /// Something of `stage`, or of one that rests on it, that overlaps `path`.
    bool has(StageIndex stage, std::string_view path) const;

private:
    struct Taken {
        StageIndex stage;
        std::string path; ///< Empty: it may be anything.
    };

    const LintContext &m_context;
    std::vector<Taken> m_taken;
};

} // namespace drydock
