// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/lint_context.h"

#include "model/knowledge/base_traits.h"
#include "model/syntax/values.h"

#include <algorithm>

namespace drydock {

LintContext::LintContext(const Syntax &syntax, const StageGraph &graph, const BuildOptions &options,
                         const LintSettings &settings)
    : m_syntax(syntax)
    , m_graph(graph)
    , m_options(options)
    , m_settings(settings)
    , m_resolution(*graph.resolution)
{
    findStages();
    readScripts();
    walkCommands();
}

void LintContext::findStages()
{
    m_stages.resize(m_syntax.stages.size());
    for (std::size_t i = 0; i < m_stages.size(); ++i) {
        StageFacts &facts = m_stages[i];
        facts.parent = m_resolution.bases[i].parent;
        facts.root = facts.parent ? m_stages[facts.parent.value].root : StageIndex {i};
        const ResolvedBase &base = m_resolution.bases[i];
        if (!facts.parent && base.isKnown)
            facts.base = baseTraitsOf(base.image.text);
    }
    for (StageIndex stage = m_graph.target; stage; stage = m_stages[stage.value].parent) {
        m_stages[stage.value].isShipped = true;
        m_shipped.insert(m_shipped.begin(), stage);
    }
}

void LintContext::readScripts()
{
    m_scripts.resize(m_syntax.instructions.size());
    for (std::size_t i = 0; i < m_scripts.size(); ++i) {
        const Instruction &inner = runOf(m_syntax.instructions[i]);
        if (inner.keyword == Keyword::Run || inner.keyword == Keyword::Cmd
            || inner.keyword == Keyword::Entrypoint)
            m_scripts[i] = scriptOf(m_syntax, inner);
        for (const ScriptCommand &command : m_scripts[i]) {
            if (auto package = packageCommandOf(command))
                m_packages.emplace(&command, std::move(*package));
        }
    }
}

void LintContext::walkCommands()
{
    m_variables.resize(m_stages.size());
    m_directories.resize(m_syntax.instructions.size());
    std::vector<CommandState> results;
    results.reserve(m_stages.size());
    for (std::size_t i = 0; i < m_stages.size(); ++i) {
        const StageIndex parent = m_stages[i].parent;
        CommandState state = parent ? results[parent.value] : CommandState {};
        if (!parent && !m_settings.basesSetOnlyPath)
            takeBaseVariables({i}, state);
        state.environment.try_emplace("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        walkStage({i}, state);
        results.push_back(std::move(state));
    }
}

void LintContext::takeBaseVariables(StageIndex stage, CommandState &state) const
{
    const auto &traits = m_stages[stage.value].base;
    if (!traits || !traits->environment)
        return;
    for (const BaseVariable &variable : *traits->environment) {
        if (variable.value)
            state.environment.try_emplace(variable.name, *variable.value);
    }
}

bool LintContext::isSetByBase(StageIndex stage, std::string_view name) const
{
    const auto &base = m_stages[m_stages[stage.value].root.value].base;
    return !m_settings.basesSetOnlyPath && base && base->setsVariable(name);
}

void LintContext::walkStage(StageIndex stage, CommandState &state)
{
    CommandNotes notes;
    CommandContext context {m_syntax, m_resolution, m_options, stage.value, {}, &notes};
    for (const Instruction &instruction : instructionsOf(stage)) {
        const InstructionIndex index = indexOf(instruction);
        // Before the first WORKDIR it is the base image's.
        if (state.isDirectorySet)
            m_directories[index.value] = state.workingDirectory;
        notes = {};
        TextRange culprit;
        (void)checkCommand(context, instruction, state, culprit);
        for (CommandNotes::UndefinedVariable &each : notes.undefined) {
            if (!isSetByBase(stage, each.name))
                m_undefined.push_back({index, std::move(each.name), std::move(each.suggestion)});
        }
        if (notes.relativeDirectory)
            m_relativeDirectories.emplace_back(index, std::move(*notes.relativeDirectory));
        if (instruction.keyword != Keyword::Env && instruction.keyword != Keyword::Arg)
            continue;
        for (const KeyValue &pair : keyValuesOf(m_syntax, instruction)) {
            std::string name = wordValue(m_syntax, instruction, *pair.key);
            const auto value = state.environment.find(name);
            const bool isKnown
                = value != state.environment.end() && (pair.value || instruction.keyword == Keyword::Arg);
            m_variables[stage.value].push_back({index, instruction.keyword, std::move(name),
                                                isKnown ? std::optional(value->second) : std::nullopt});
        }
    }
}

std::span<const Instruction> LintContext::instructionsOf(StageIndex stage) const
{
    const Stage &block = m_syntax.stages[stage.value];
    return std::span<const Instruction>(m_syntax.instructions)
        .subspan(block.from.value + 1, block.last.value - block.from.value);
}

InstructionIndex LintContext::indexOf(const Instruction &instruction) const
{
    return {static_cast<std::size_t>(&instruction - m_syntax.instructions.data())};
}

std::span<const ScriptCommand> LintContext::commandsOf(const Instruction &instruction) const
{
    return m_scripts[indexOf(instruction).value];
}

bool LintContext::isRun(const Instruction &instruction) const
{
    return runOf(instruction).keyword == Keyword::Run;
}

const Instruction &LintContext::runOf(const Instruction &instruction) const
{
    const Instruction *inner = &instruction;
    while (const Instruction *trigger = m_syntax.triggerOf(*inner))
        inner = trigger;
    return *inner;
}

std::optional<std::string> LintContext::workingDirectoryAt(const Instruction &instruction) const
{
    return m_directories[indexOf(instruction).value];
}

const PackageCommand *LintContext::packageOf(const ScriptCommand &command) const
{
    const auto found = m_packages.find(&command);
    return found == m_packages.end() ? nullptr : &found->second;
}

const VariableSetting *LintContext::variableAt(const Instruction &instruction, std::string_view name) const
{
    const InstructionIndex before = indexOf(instruction);
    for (StageIndex stage = instruction.stage; stage; stage = m_stages[stage.value].parent) {
        const std::vector<VariableSetting> &settings = m_variables[stage.value];
        const auto last
            = std::find_if(settings.rbegin(), settings.rend(), [&](const VariableSetting &setting) {
                  return setting.instruction < before && setting.name == name;
              });
        if (last != settings.rend())
            return &*last;
    }
    return nullptr;
}

const Instruction *LintContext::lastOf(StageIndex stage, Keyword keyword) const
{
    for (; stage; stage = m_stages[stage.value].parent) {
        const auto own = instructionsOf(stage);
        const auto last = std::find_if(own.rbegin(), own.rend(), [keyword](const Instruction &instruction) {
            return instruction.keyword == keyword;
        });
        if (last != own.rend())
            return &*last;
    }
    return nullptr;
}

} // namespace drydock
