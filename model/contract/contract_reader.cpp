// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/contract/base_contract.h"
#include "model/contract/port_names.h"
#include "model/contract/start.h"
#include "model/graph/command_check.h"
#include "model/graph/resolution.h"
#include "model/syntax/characters.h"
#include "model/syntax/values.h"

#include <algorithm>

namespace drydock {
namespace {

/// What a stage comes to, and what the next one needs to know of it.
struct StageState {
    RuntimeContract contract;
    CommandState commands;
    std::vector<std::string> shell;
    std::vector<const Instruction *> triggers; ///< ONBUILD of the stage itself: they run in stages on it.
    bool mayHaveMoreVariables = false; ///< From a base that nobody knows.
    bool isEntrypointOpen = false;
    bool isCommandOpen = false;
    bool isCommandSet = false; ///< By a CMD of this very stage.
};

/// Instructions are worked through as BuildKit dispatches them (`convert.go`).
class InstructionWalk {
public:
    InstructionWalk(const CommandContext &context, StageState &state)
        : m_context(context)
        , m_syntax(context.syntax)
        , m_state(state)
        , m_contract(state.contract)
    { }

    void run(const Instruction &instruction)
    {
        seedUnknown(instruction);
        switch (instruction.keyword) {
        case Keyword::Arg:
            check(instruction);
            break;
        case Keyword::Env:
            environment(instruction);
            break;
        case Keyword::Workdir:
            directory(instruction);
            break;
        case Keyword::Label:
            for (const KeyValue &pair : keyValuesOf(m_syntax, instruction))
                m_contract.labels[expanded(instruction, *pair.key)] = expanded(instruction, *pair.value);
            break;
        case Keyword::User:
            m_contract.user = single(instruction, ContractPart::User);
            break;
        case Keyword::Stopsignal:
            m_contract.stopSignal = single(instruction, ContractPart::StopSignal);
            break;
        case Keyword::Expose:
            ports(instruction);
            break;
        case Keyword::Volume:
            for (const Word &word : m_syntax.wordsOf(instruction))
                m_contract.volumes.insert(expanded(instruction, word));
            break;
        case Keyword::Cmd:
            m_contract.command = program(instruction);
            m_state.isCommandOpen = false;
            m_state.isCommandSet = true;
            break;
        case Keyword::Entrypoint:
            m_contract.entrypoint = program(instruction);
            m_state.isEntrypointOpen = false;
            // Also a CMD of the stage that this one is built on.
            if (!m_state.isCommandSet) {
                m_contract.command.clear();
                m_state.isCommandOpen = false;
            }
            break;
        case Keyword::Healthcheck:
            healthcheck(instruction);
            break;
        case Keyword::Shell:
            m_state.shell = argumentValues(m_syntax, instruction);
            break;
        case Keyword::Onbuild:
            m_contract.triggers.push_back(m_syntax.joined(instruction, instruction.arguments));
            if (const Instruction *trigger = m_syntax.triggerOf(instruction))
                m_state.triggers.push_back(trigger);
            break;
        default:
            break;
        }
    }

private:
    /// A base that nobody knows may have set what the instruction asks for and the file does not set: that stays as it is written.
    void seedUnknown(const Instruction &instruction)
    {
        if (!m_state.mayHaveMoreVariables)
            return;
        CommandNotes notes;
        CommandContext context = m_context;
        context.notes = &notes;
        CommandState copy = m_state.commands;
        TextRange culprit;
        (void)checkCommand(context, instruction, copy, culprit);
        for (const CommandNotes::UndefinedVariable &variable : notes.undefined) {
            m_contract.unknownVariables.insert(variable.name);
            m_state.commands.environment.try_emplace(variable.name, "${" + variable.name + "}");
        }
    }

    bool hangsOnUnknown(std::string_view text) const
    {
        return text.find("${") != std::string_view::npos
            && std::ranges::any_of(m_contract.unknownVariables, [text](const std::string &name) {
                   return text.find("${" + name + "}") != std::string_view::npos;
               });
    }

    void check(const Instruction &instruction)
    {
        TextRange culprit;
        (void)checkCommand(m_context, instruction, m_state.commands, culprit);
    }

    std::string expanded(const Instruction &instruction, const Word &word) const
    {
        return expandWord(wordValue(m_syntax, instruction, word), m_state.commands.environment,
                          m_syntax.escape)
            .text;
    }

    /// The only word of an instruction that settles `part`.
    std::string single(const Instruction &instruction, ContractPart part)
    {
        const auto words = m_syntax.wordsOf(instruction);
        std::string value = words.empty() ? std::string() : expanded(instruction, words.front());
        settle(part, hangsOnUnknown(value));
        return value;
    }

    void settle(ContractPart part, bool isOpen)
    {
        if (isOpen)
            m_contract.open.insert(part);
        else
            m_contract.open.erase(part);
    }

    void environment(const Instruction &instruction)
    {
        std::vector<std::string> names;
        for (const KeyValue &pair : keyValuesOf(m_syntax, instruction))
            names.push_back(expanded(instruction, *pair.key));
        check(instruction);
        for (const std::string &name : names) {
            const auto value = m_state.commands.environment.find(name);
            if (value == m_state.commands.environment.end())
                continue; // BuildKit refuses the instruction.
            m_contract.environment[name] = value->second;
            m_contract.fromBase.erase(name);
            m_contract.unknownVariables.erase(name);
        }
    }

    void directory(const Instruction &instruction)
    {
        const auto words = m_syntax.wordsOf(instruction);
        const std::string path = words.empty() ? std::string() : expanded(instruction, words.front());
        const bool wasOpen = m_contract.open.contains(ContractPart::WorkingDirectory);
        check(instruction);
        const bool isUnknown = hangsOnUnknown(path);
        m_contract.workingDirectory = isUnknown ? path : m_state.commands.workingDirectory;
        settle(ContractPart::WorkingDirectory, isUnknown || (wasOpen && !path.starts_with('/')));
    }

    void ports(const Instruction &instruction)
    {
        for (const Word &word : m_syntax.wordsOf(instruction)) {
            const ExpandedWord expanded = expandWord(wordValue(m_syntax, instruction, word),
                                                     m_state.commands.environment, m_syntax.escape);
            for (const std::string &port : expanded.words) {
                if (hangsOnUnknown(port))
                    m_contract.open.insert(ContractPart::Ports);
                for (std::string &name : portNames(port))
                    m_contract.ports.insert(std::move(name));
            }
        }
    }

    std::vector<std::string> program(const Instruction &instruction) const
    {
        std::vector<std::string> words = argumentValues(m_syntax, instruction);
        return instruction.isJson ? words : inShell(words);
    }

    std::vector<std::string> inShell(const std::vector<std::string> &words) const
    {
        std::vector<std::string> result = m_state.shell;
        std::string text;
        for (const std::string &word : words)
            text += (text.empty() ? "" : " ") + word;
        result.push_back(std::move(text));
        return result;
    }

    void healthcheck(const Instruction &instruction)
    {
        m_contract.open.erase(ContractPart::Healthcheck);
        std::vector<std::string> words = argumentValues(m_syntax, instruction);
        if (words.empty())
            return;
        words.front() = uppered(words.front());
        if (words.front() == "CMD" && !instruction.isJson)
            words.front() = "CMD-SHELL";
        std::vector<std::string> options = flagValues(m_syntax, instruction);
        std::ranges::sort(options);
        options.insert(options.end(), words.begin(), words.end());
        m_contract.healthcheck = std::move(options);
    }

    const CommandContext &m_context;
    const Syntax &m_syntax;
    StageState &m_state;
    RuntimeContract &m_contract;
};

class ContractReader {
public:
    ContractReader(const Syntax &syntax, const StageGraph &graph, const BuildOptions &options,
                   const ImageSource *images)
        : m_syntax(syntax)
        , m_resolution(*graph.resolution)
        , m_options(options)
        , m_images(images)
    { }

    StageState stateOf(StageIndex stage) const
    {
        const ResolvedBase &base = m_resolution.bases[stage.value];
        if (const auto whole = m_options.contexts.find(lowered(base.name));
            !base.name.empty() && whole != m_options.contexts.end())
            return stateOn(stage, imageOfContext(whole->second)); // Its body is not even looked at.
        StageState state = base.parent ? stateOnStage(stage, base.parent) : stateOn(stage, imageOf(base));
        const Stage &block = m_syntax.stages[stage.value];
        const CommandContext context = contextOf(stage);
        for (std::size_t i = block.from.value + 1; i <= block.last.value; ++i)
            InstructionWalk(context, state).run(m_syntax.instructions[i]);
        return state;
    }

private:
    CommandContext contextOf(StageIndex stage) const
    {
        return {m_syntax, m_resolution, m_options, stage.value, {}, nullptr};
    }

    /// Empty if a named context is anything else than an image.
    static std::string imageOfContext(const std::string &source)
    {
        constexpr std::string_view image = "docker-image://";
        return source.starts_with(image) ? source.substr(image.size()) : std::string();
    }

    std::string imageOf(const ResolvedBase &base) const
    {
        if (!base.isKnown)
            return {};
        const auto replaced = m_options.contexts.find(base.image.text);
        return replaced == m_options.contexts.end() ? base.image.text : imageOfContext(replaced->second);
    }

    StageState stateOn(StageIndex stage, const std::string &image) const
    {
        BaseContract base = baseContractOf(image, m_images);
        StageState state;
        state.contract = std::move(base.contract);
        state.shell = std::move(base.shell);
        state.mayHaveMoreVariables = base.mayHaveMoreVariables;
        state.isEntrypointOpen = state.isCommandOpen = state.contract.open.contains(ContractPart::Program);
        state.commands.workingDirectory = state.contract.workingDirectory;
        takeVariables(state);
        for (const std::string &trigger : base.triggers)
            runTrigger(stage, trigger, state);
        return state;
    }

    StageState stateOnStage(StageIndex stage, StageIndex parent) const
    {
        StageState state = stateOf(parent);
        const std::vector<const Instruction *> triggers = std::move(state.triggers);
        state.triggers.clear();
        state.contract.triggers.clear();
        state.isCommandSet = false;
        takeVariables(state);
        const CommandContext context = contextOf(stage);
        for (const Instruction *trigger : triggers)
            InstructionWalk(context, state).run(*trigger);
        return state;
    }

    static void takeVariables(StageState &state)
    {
        for (const std::string &name : state.contract.unknownVariables)
            state.commands.environment.try_emplace(name, "${" + name + "}");
        for (const auto &[name, value] : state.contract.environment)
            state.commands.environment[name] = value;
    }

    /// ONBUILD of the base image: a text of its own.
    void runTrigger(StageIndex stage, const std::string &trigger, StageState &state) const
    {
        const Syntax syntax = parse(SourceText("FROM scratch\n" + trigger + "\n"));
        const CommandContext context {syntax, m_resolution, m_options, stage.value, {}, nullptr};
        for (std::size_t i = 1; i < syntax.instructions.size(); ++i)
            InstructionWalk(context, state).run(syntax.instructions[i]);
    }

    const Syntax &m_syntax;
    const Resolution &m_resolution;
    const BuildOptions &m_options;
    const ImageSource *m_images;
};

} // namespace

RuntimeContract contractOf(const Syntax &syntax, const StageGraph &graph, const BuildOptions &options,
                           StageIndex stage, const ImageSource *images)
{
    StageState state = ContractReader(syntax, graph, options, images).stateOf(stage);
    if (!state.isEntrypointOpen && !state.isCommandOpen)
        state.contract.open.erase(ContractPart::Program);
    settleStart(state.contract);
    return std::move(state.contract);
}

RuntimeContract contractOfImage(std::string_view reference, const ImageSource *images)
{
    BaseContract base = baseContractOf(reference, images);
    base.contract.triggers = std::move(base.triggers);
    settleStart(base.contract);
    return std::move(base.contract);
}

} // namespace drydock
