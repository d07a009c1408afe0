// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/lint_context.h"

#include <string_view>
#include <vector>

// What the instructions of a stage and of its parents have brought in, as far as that can be told.

namespace drydock {

/// Calls `visit(instruction)` for those of the stage of `end` and of its parents that come before `end`, a stage's in file
/// order. \param end null: all of `stage`.
template <typename Visit>
void eachBefore(const LintContext &context, StageIndex stage, const Instruction *end, Visit visit)
{
    for (; stage; stage = context.stage(stage).parent) {
        for (const Instruction &instruction : context.instructionsOf(stage)) {
            if (&instruction == end)
                break;
            visit(instruction);
        }
    }
}

/// It runs a script whose words stand elsewhere: `./setup.sh`, `sh /tmp/x`, `ansible-playbook …`.
bool runsScript(const ScriptCommand &command);

/// COPY or ADD that may bring a whole system along: into the root, or into one of its own folders.
bool copiesSystem(const LintContext &context, const Instruction &copy);

/// Which users and groups a stage and its parents may bring that the base has not. Borrows the context.
class UserSources {
public:
    UserSources(const LintContext &context, StageIndex stage);

    /// Whether there may be one called `name` when `end` runs. True also if a script runs or files are copied of which that
    /// cannot be told.
    bool mayHave(std::string_view name, const Instruction &end) const;

private:
    struct Source {
        InstructionIndex at;
        std::string_view word; ///< Of a package, or of a command that makes users.
        bool isPackage = false;
    };

    void read(const LintContext &context, const Instruction &instruction);

    const LintContext &m_context;
    InstructionIndex m_anyFrom; ///< Behind it there may be any.
    std::vector<Source> m_sources;
};

/// Whether there may be a program called `name` at the end of `stage` that the base has not, as cautiously.
bool mayHaveTool(const LintContext &context, StageIndex stage, std::string_view name);

} // namespace drydock
