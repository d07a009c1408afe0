// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/switch/changes.h"
#include "model/refactor/switch/new_base.h"

#include <optional>
#include <vector>

namespace drydock {

/// One base, and what it takes to get there.
struct Attempt {
    BaseKind kind = BaseKind::Slim;
    NewBase base;
    Changes changes;
};

/// The stage that ends up in the image, with those that its base is shared with. Borrows the context.
class BaseSwitch {
public:
    BaseSwitch(const RefactorContext &context, StageIndex stage);

    /// The words behind FROM.
    TextRange image() const { return m_from; }
    bool isOnAlpine() const;
    /// What keeps it from being switched at all.
    std::optional<Proposal> obstacle() const;
    /// What it takes, or why it cannot be done.
    Attempt attempt(BaseKind kind) const;
    std::vector<TextEdit> editsOf(const Attempt &attempt) const;

private:
    std::string name() const;
    bool isDistribution() const;
    std::vector<StageIndex> membersOf(StageIndex root) const;
    void takeImage(StageIndex root, const NewBase &base, Changes &changes) const;
    void addLines(StageIndex root, Changes &changes) const;
    void intoShellLess(Attempt &result) const;
    void intoSister(Attempt &result) const;
    void intoNewer(Attempt &result) const;
    std::optional<NewBase> baseAlong(StageIndex root, Attempt &result) const;
    void moveStages(StageIndex root, const NewBase &base, Changes &changes) const;
    void gateProgram(Changes &changes) const;
    void addDoubts(Attempt &result) const;

    const LintContext &m_context;
    StageIndex m_stage;
    StageIndex m_root;
    TextRange m_from;
};

/// A no under the name of the step.
Proposal refusedSwitch(UserText reason, TextRange where);

} // namespace drydock
