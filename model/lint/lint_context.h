// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/graph/command_check.h"
#include "model/graph/resolution.h"
#include "model/graph/stage_graph.h"
#include "model/knowledge/base_traits.h"
#include "model/lint/lint_settings.h"
#include "model/lint/package_commands.h"
#include "model/shell/run_script.h"
#include "model/syntax/syntax.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace drydock {

/// A stage as the rules see it.
struct StageFacts {
    StageIndex parent; ///< The stage it is FROM; none for an image.
    StageIndex root; ///< The first of its line of parents, itself included: the one that names an image.
    std::optional<BaseTraits>
        base; ///< What is known of its image; see traitsOf(). Nothing for a stage on another.
    bool isShipped = false; ///< The target or one of its parents: what is in there ends up in the image.
};

/// A variable that an instruction asks for and nobody has set (BuildKit: UndefinedVar).
struct UndefinedVariable {
    InstructionIndex instruction;
    std::string name;
    std::string suggestion; ///< " (did you mean $Y?)" or empty.
};

/// ENV or ARG of a stage, in file order.
struct VariableSetting {
    InstructionIndex instruction;
    Keyword keyword = Keyword::Env;
    std::string name;
    std::optional<std::string> value; ///< Expanded. None: an ARG that gets its value from outside, if at all.
};

/// What rules look at: one file and what is known about it, worked out once for all of them. Borrows its arguments;
/// valid as long as they are.
class LintContext {
public:
    LintContext(const Syntax &syntax, const StageGraph &graph, const BuildOptions &options,
                const LintSettings &settings);
    LintContext(const LintContext &) = delete; // It points into itself.
    LintContext &operator=(const LintContext &) = delete;

    const Syntax &syntax() const { return m_syntax; }
    const StageGraph &graph() const { return m_graph; }
    const BuildOptions &options() const { return m_options; }
    const LintSettings &settings() const { return m_settings; }
    const Resolution &resolution() const { return m_resolution; }

    const StageFacts &stage(StageIndex index) const { return m_stages[index.value]; }
    std::size_t stageCount() const { return m_stages.size(); }
    /// The stage's own instructions behind its FROM.
    std::span<const Instruction> instructionsOf(StageIndex stage) const;
    InstructionIndex indexOf(const Instruction &instruction) const;
    /// The target and its parents, the oldest first.
    const std::vector<StageIndex> &shippedStages() const { return m_shipped; }

    /// The shell commands of a RUN, CMD or ENTRYPOINT; of an ONBUILD, those of what it brings. Empty for others.
    std::span<const ScriptCommand> commandsOf(const Instruction &instruction) const;
    /// Calls `visit(instruction, command)` for each command of each RUN (and ONBUILD RUN), in file order.
    template <typename Visit>
    void eachCommand(Visit visit) const
    {
        for (const Instruction &instruction : m_syntax.instructions) {
            if (!isRun(instruction))
                continue;
            for (const ScriptCommand &command : commandsOf(instruction))
                visit(instruction, command);
        }
    }
    /// The call of a package manager that `command` is, or null. \pre commandsOf() has given it.
    const PackageCommand *packageOf(const ScriptCommand &command) const;
    /// Calls `visit(instruction, package)` for each call of `manager` in a RUN (or ONBUILD RUN), in file order.
    template <typename Visit>
    void eachPackageCommand(PackageManager manager, Visit visit) const
    {
        eachCommand([&](const Instruction &instruction, const ScriptCommand &command) {
            const PackageCommand *package = packageOf(command);
            if (package && package->manager == manager)
                visit(instruction, *package);
        });
    }
    /// RUN or ONBUILD RUN.
    bool isRun(const Instruction &instruction) const;
    /// RUN itself or what ONBUILD RUN brings: where flags and words are.
    const Instruction &runOf(const Instruction &instruction) const;

    /// The directory a command of `instruction` begins in. None if it hangs on something unknown.
    std::optional<std::string> workingDirectoryAt(const Instruction &instruction) const;
    /// What `name` is set to when `instruction` runs, by ENV or ARG of its stage and its parents. The inner optional of
    /// VariableSetting::value says whether the value is known. Null if nothing in the file sets it.
    const VariableSetting *variableAt(const Instruction &instruction, std::string_view name) const;
    const std::vector<VariableSetting> &settingsOf(StageIndex stage) const
    {
        return m_variables[stage.value];
    }
    const std::vector<UndefinedVariable> &undefinedVariables() const { return m_undefined; }
    /// WORKDIRs that are relative with no other before them, and their paths, variables replaced.
    const std::vector<std::pair<InstructionIndex, std::string>> &relativeDirectories() const
    {
        return m_relativeDirectories;
    }

    /// The last instruction called `keyword` that counts for `stage`: its own or a parent's. Null if none.
    const Instruction *lastOf(StageIndex stage, Keyword keyword) const;

private:
    void findStages();
    void readScripts();
    void walkCommands();
    void walkStage(StageIndex stage, CommandState &state);
    void takeBaseVariables(StageIndex stage, CommandState &state) const;
    bool isSetByBase(StageIndex stage, std::string_view name) const;

    const Syntax &m_syntax;
    const StageGraph &m_graph;
    const BuildOptions &m_options;
    const LintSettings &m_settings;
    const Resolution &m_resolution;
    std::vector<StageFacts> m_stages;
    std::vector<StageIndex> m_shipped;
    std::vector<std::vector<ScriptCommand>> m_scripts; ///< For each instruction.
    std::unordered_map<const ScriptCommand *, PackageCommand>
        m_packages; ///< Of the scripts; these never move.
    std::vector<std::vector<VariableSetting>> m_variables; ///< For each stage.
    std::vector<std::optional<std::string>>
        m_directories; ///< For each instruction: what the file knows before it.
    std::vector<UndefinedVariable> m_undefined;
    std::vector<std::pair<InstructionIndex, std::string>> m_relativeDirectories;
};

} // namespace drydock
