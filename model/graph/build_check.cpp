// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/build_check.h"

#include "model/base/suggest.h"
#include "model/graph/command_check.h"
#include "model/graph/resolution.h"
#include "model/graph/value_checks.h"
#include "model/syntax/characters.h"
#include "model/syntax/instruction_check.h"
#include "model/syntax/mount_options.h"

#include <algorithm>
#include <map>
#include <set>

namespace drydock {
namespace {

/// What a COPY or a mount takes from: a stage, or an image that BuildKit adds to its list of states.
struct Dependency {
    std::size_t state;
    InstructionIndex instruction;
};

class BuildCheck {
public:
    BuildCheck(const Syntax &syntax, const StageGraph &graph, const BuildOptions &options)
        : m_syntax(syntax)
        , m_graph(graph)
        , m_options(options)
        , m_resolution(*graph.resolution)
        , m_states(syntax.stages.size())
    { }

    std::vector<Problem> run()
    {
        // Each step stops BuildKit, so the next one is not asked if this one had something to say.
        (void)(fromLines() && target() && dependencies() && circles() && images() && triggers());
        if (m_problems.empty())
            commands();
        return std::move(m_problems);
    }

private:
    const Instruction &fromOf(std::size_t stage) const { return m_syntax.at(m_syntax.stages[stage].from); }

    bool refuse(std::string message, TextRange range, std::vector<LineSpan> lines)
    {
        m_problems.push_back({Phase::Build, std::move(message), range, std::move(lines)});
        return false;
    }

    bool fromLines()
    {
        if (m_syntax.stages.empty())
            return refuse("dockerfile contains no stages to build", {0, 0}, {});
        if (!m_resolution.globalError.empty()) {
            const Instruction &argument = m_syntax.at(m_resolution.globalErrorAt);
            return refuse(m_resolution.globalError, argument.arguments, linesOf(argument));
        }
        for (std::size_t i = 0; i < m_syntax.stages.size(); ++i) {
            const ResolvedBase &base = m_resolution.bases[i];
            const Instruction &from = fromOf(i);
            const TextRange image = m_syntax.stages[i].image;
            if (!base.image.isFine())
                return refuse(base.image.error, image, linesOf(from));
            if (base.image.text.empty())
                return refuse("base name (" + base.written + ") should not be blank", image, linesOf(from));
            if (!platform(base, from))
                return false;
        }
        return true;
    }

    bool platform(const ResolvedBase &base, const Instruction &from)
    {
        if (base.platform.empty())
            return true;
        const TextRange range = m_syntax.flagNamed(from, "--platform")->value;
        const ExpandedWord platform = expandWord(base.platform, m_resolution.globals, m_syntax.escape);
        std::vector<std::string_view> names;
        for (const auto &[name, value] : m_resolution.globals)
            names.push_back(name);
        std::string meant;
        for (const std::string &name : platform.unmatched) {
            if (meant.empty())
                meant = didYouMean(name, names, MatchCase::Sensitive);
        }
        if (!platform.isFine())
            return refuse("failed to process arguments for platform : " + platform.error, range,
                          linesOf(from));
        if (platform.text.empty())
            return refuse("empty platform value from expression " + base.platform + meant, range,
                          linesOf(from));
        if (const std::string error = checkPlatform(platform.text); !error.empty())
            return refuse("failed to parse platform " + base.platform + ": " + error + meant, range,
                          linesOf(from));
        return true;
    }

    bool target()
    {
        if (m_options.target.empty() || m_graph.target)
            return true;
        std::vector<std::string_view> names;
        std::vector<std::string> storage;
        for (std::size_t i = 0; i < m_syntax.stages.size(); ++i)
            storage.push_back(stageName(i));
        names.assign(storage.begin(), storage.end());
        return refuse("target stage " + quoted(m_options.target) + " could not be found"
                          + didYouMean(m_options.target, names, MatchCase::Sensitive),
                      {0, 0}, {});
    }
    std::string stageName(std::size_t stage) const
    {
        const std::string &name = m_resolution.bases[stage].name;
        return name.empty() ? "stage-" + std::to_string(stage) : lowered(name);
    }

    /// Finds what every COPY --from and mount takes from (toCommand). Images are appended to the states, which is
    /// why an index past the last stage may hit one.
    bool dependencies()
    {
        m_dependencies.resize(m_syntax.stages.size());
        for (std::size_t stage = 0; stage < m_syntax.stages.size(); ++stage) {
            const Stage &block = m_syntax.stages[stage];
            for (std::size_t i = block.from.value + 1; i <= block.last.value; ++i) {
                if (!dependenciesOf(m_syntax.instructions[i], {i}, stage))
                    return false;
            }
        }
        return true;
    }
    bool dependenciesOf(const Instruction &instruction, InstructionIndex index, std::size_t stage)
    {
        if (instruction.keyword == Keyword::Copy) {
            const Flag *from = m_syntax.flagNamed(instruction, "--from");
            if (!from)
                return true;
            const std::string name = m_syntax.valueOf(instruction, *from);
            if (name.empty())
                return true;
            const ExpandedWord expanded = expandWord(name, {}, m_syntax.escape);
            if (!expanded.isFine())
                return refuse(expanded.error, from->value, {});
            if (expanded.text != name)
                return refuse(
                    "variable expansion is not supported for --from, define a new stage with FROM using ARG "
                    "from global scope as a workaround",
                    from->value, {});
            long long number = 0;
            if (!parseStageNumber(name, number))
                return depend(name, from->value, index, stage);
            if (number < 0 || number >= static_cast<long long>(m_states))
                return refuse("invalid stage index " + std::to_string(number), from->value, {});
            m_dependencies[stage].push_back({static_cast<std::size_t>(number), index});
        } else if (instruction.keyword == Keyword::Run) {
            for (const Flag &flag : m_syntax.flagsOf(instruction)) {
                if (m_syntax.joined(instruction, flag.name) != "--mount")
                    continue;
                const auto options = flagOptions(m_syntax, instruction, flag);
                const FlagOption *from = findOption(options, {"from"});
                if (from && !from->value.empty())
                    (void)depend(from->value, from->valueRange, index, stage);
            }
        }
        return true;
    }
    bool depend(const std::string &name, TextRange range, InstructionIndex index, std::size_t stage)
    {
        const StageIndex found = m_resolution.stageNamed(name);
        if (!found)
            m_images.push_back({name, range, index});
        m_dependencies[stage].push_back({found ? found.value : m_states++, index});
        return true;
    }

    /// Circles over COPY and mounts alone: FROM cannot close one (`validations.go`: validateCircularDependency).
    /// Depth first, without recursion; `m_last` keeps, per pair of stages, the command BuildKit would name.
    bool circles()
    {
        std::vector<std::map<std::size_t, InstructionIndex>> needs(m_syntax.stages.size());
        for (std::size_t stage = 0; stage < m_dependencies.size(); ++stage) {
            for (const Dependency &dependency : m_dependencies[stage])
                needs[stage][dependency.state] = dependency.instruction;
        }
        struct Frame {
            std::size_t stage;
            std::map<std::size_t, InstructionIndex>::const_iterator next;
            InstructionIndex by;
        };
        std::vector<bool> visited(m_syntax.stages.size(), false);
        std::vector<bool> onPath(m_syntax.stages.size(), false);
        for (std::size_t root = 0; root < m_syntax.stages.size(); ++root) {
            if (visited[root])
                continue;
            std::vector<Frame> frames {{root, needs[root].begin(), {}}};
            visited[root] = onPath[root] = true;
            while (!frames.empty()) {
                Frame &frame = frames.back();
                if (frame.next == needs[frame.stage].end()) {
                    onPath[frame.stage] = false;
                    frames.pop_back();
                    continue;
                }
                const auto [state, instruction] = *frame.next++;
                if (state >= m_syntax.stages.size())
                    continue;
                if (onPath[state]) {
                    std::vector<LineSpan> lines;
                    for (std::size_t i = 1; i < frames.size(); ++i)
                        std::ranges::copy(linesOf(m_syntax.at(frames[i].by)), std::back_inserter(lines));
                    std::ranges::copy(linesOf(m_syntax.at(instruction)), std::back_inserter(lines));
                    return refuse("circular dependency detected on stage: " + stageName(root),
                                  m_syntax.at(instruction).range, lines);
                }
                if (!visited[state]) {
                    visited[state] = onPath[state] = true;
                    frames.push_back({state, needs[state].begin(), instruction});
                }
            }
        }
        return true;
    }

    /// Every image name must be well formed, also in stages that nothing needs (resolveReachableStages). BuildKit
    /// looks at all of them at once and reports whichever comes first; with Go's scheduler that is the last one.
    bool images()
    {
        for (std::size_t i = m_images.size(); i-- > 0;) {
            const ImageUse &use = m_images[i];
            if (use.name != "scratch" && use.name != "context")
                checkImage(use.name, use.range, m_syntax.at(use.instruction));
        }
        for (std::size_t i = m_syntax.stages.size(); i-- > 0;) {
            const ResolvedBase &base = m_resolution.bases[i];
            const bool isReplaced = !base.name.empty() && m_options.contexts.contains(lowered(base.name));
            if (!base.parent && base.image.text != "scratch" && !isReplaced)
                checkImage(base.image.text, m_syntax.stages[i].image, fromOf(i));
        }
        return m_problems.empty();
    }
    void checkImage(const std::string &name, TextRange range, const Instruction &instruction)
    {
        if (const auto reference = parseImageReference(name); !reference)
            refuse("failed to parse stage name " + quoted(name) + ": " + reference.error().detail, range,
                   linesOf(instruction));
    }

    /// ONBUILD is only understood where a child uses it (initOnBuildTriggers).
    bool triggers()
    {
        for (std::size_t i = 0; i < m_syntax.stages.size(); ++i) {
            const StageIndex parent = m_resolution.bases[i].parent;
            if (!parent || !m_graph.nodes[i].isReachable)
                continue;
            const Stage &block = m_syntax.stages[parent.value];
            for (std::size_t k = block.from.value + 1; k <= block.last.value; ++k) {
                const Instruction *trigger = m_syntax.triggerOf(m_syntax.instructions[k]);
                if (!trigger)
                    continue;
                TextRange culprit;
                if (const std::string error = checkInstruction(m_syntax, *trigger, culprit); !error.empty())
                    return refuse(error, culprit, linesOf(fromOf(i)));
                if (!dependenciesOf(*trigger, {k}, i))
                    return false;
            }
        }
        return true;
    }

    void commands()
    {
        const std::size_t states = m_states;
        std::vector<CommandState> results;
        results.reserve(m_syntax.stages.size());
        for (std::size_t i = 0; i < m_syntax.stages.size(); ++i) {
            const ResolvedBase &base = m_resolution.bases[i];
            const bool isReplaced = !base.name.empty() && m_options.contexts.contains(lowered(base.name));
            CommandState state = base.parent ? results[base.parent.value] : CommandState {};
            state.environment.try_emplace("PATH",
                                          "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
            CommandContext context {m_syntax, m_resolution, m_options, i, states == 1 ? "" : stageName(i)};
            if (!isReplaced)
                stageCommands(i, base.parent, context, state);
            results.push_back(std::move(state));
        }
    }
    void stageCommands(std::size_t stage, StageIndex parent, const CommandContext &context,
                       CommandState &state)
    {
        if (parent) {
            const Stage &block = m_syntax.stages[parent.value];
            for (std::size_t k = block.from.value + 1; k <= block.last.value; ++k) {
                const Instruction *trigger = m_syntax.triggerOf(m_syntax.instructions[k]);
                if (trigger && !command(*trigger, fromOf(stage), context, state))
                    return;
            }
        }
        const Stage &block = m_syntax.stages[stage];
        for (std::size_t k = block.from.value + 1; k <= block.last.value; ++k) {
            if (!command(m_syntax.instructions[k], m_syntax.instructions[k], context, state))
                return;
        }
    }
    bool command(const Instruction &instruction, const Instruction &blamed, const CommandContext &context,
                 CommandState &state)
    {
        TextRange culprit = instruction.arguments;
        const std::string error = checkCommand(context, instruction, state, culprit);
        return error.empty() || refuse(error, culprit, linesOf(blamed));
    }

    struct ImageUse {
        std::string name;
        TextRange range;
        InstructionIndex instruction;
    };

    const Syntax &m_syntax;
    const StageGraph &m_graph;
    const BuildOptions &m_options;
    const Resolution &m_resolution;
    std::size_t m_states; ///< Stages and the images that commands take from.
    std::vector<ImageUse> m_images;
    std::vector<std::vector<Dependency>> m_dependencies;
    std::vector<Problem> m_problems;
};

} // namespace

std::vector<LineSpan> linesOf(const Instruction &instruction)
{
    std::vector<LineSpan> lines;
    for (std::uint32_t line = instruction.firstLine; line <= instruction.lastLine; ++line)
        lines.push_back({line, line});
    return lines;
}

std::vector<Problem> checkBuild(const Syntax &syntax, const StageGraph &graph, const BuildOptions &options)
{
    return BuildCheck(syntax, graph, options).run();
}

} // namespace drydock
