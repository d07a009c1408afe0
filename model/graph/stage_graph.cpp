// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph/stage_graph.h"

#include "model/base/suggest.h"
#include "model/graph/build_order.h"
#include "model/graph/resolution.h"
#include "model/syntax/characters.h"
#include "model/syntax/heredoc.h"
#include "model/syntax/mount_options.h"
#include "model/syntax/values.h"

#include <algorithm>

namespace drydock {
namespace {

/// What a COPY --from, a mount or a FROM asks for, before it is known what it is.
struct Reference {
    std::string text;
    TextRange cause;
    bool mayBeNumber = false; ///< COPY --from=0
};

class GraphMaker {
public:
    GraphMaker(const Syntax &syntax, const BuildOptions &options)
        : m_syntax(syntax)
        , m_options(options)
        , m_resolved(std::make_shared<Resolution>(resolve(syntax, options)))
        , m_resolution(*m_resolved)
    {
        m_graph.resolution = m_resolved;
        for (const auto &[name, stage] : m_resolution.names)
            m_stageNames.push_back(name);
    }

    StageGraph make()
    {
        for (std::size_t i = 0; i < m_syntax.stages.size(); ++i)
            addStage(i);
        for (std::size_t i = 0; i < m_syntax.stages.size(); ++i)
            addEdgesOf(i);
        chooseTarget();
        markBuildOrder(m_graph);
        return std::move(m_graph);
    }

private:
    void addStage(std::size_t index)
    {
        const Stage &stage = m_syntax.stages[index];
        const ResolvedBase &base = m_resolution.bases[index];
        const Instruction &from = m_syntax.at(stage.from);
        GraphNode node;
        node.kind = NodeKind::Stage;
        node.stage = {index};
        node.name = base.name;
        node.base = base.written;
        node.reference = base.parent ? std::string() : base.image.text;
        node.platform = base.platform;
        node.pin = pinOf(base.image.text, base.isKnown);
        node.range = from.range;
        if (!stage.name.isEmpty())
            node.mentions.push_back(stage.name);
        node.instructionCount = static_cast<std::uint32_t>(stage.last.value - stage.from.value);
        // An "-onbuild" image brings instructions that nobody can see from here.
        node.isUnknowable
            = !base.isKnown || (!base.parent && base.image.text.find("onbuild") != std::string::npos);
        m_graph.nodes.push_back(std::move(node));
    }

    void addEdgesOf(std::size_t index)
    {
        const Stage &stage = m_syntax.stages[index];
        const ResolvedBase &base = m_resolution.bases[index];
        const NodeIndex target {index};
        const auto context = m_options.contexts.find(lowered(base.name));
        if (!base.name.empty() && context != m_options.contexts.end()) {
            // The whole stage is replaced; its body is not even looked at.
            addEdge(EdgeKind::From, external(NodeKind::Context, context->first, context->second, stage.name),
                    target, stage.from, stage.name);
            return;
        }
        if (!stage.image.isEmpty()) {
            const NodeIndex source = base.parent ? NodeIndex {base.parent.value} : image(base, stage.image);
            if (base.parent)
                m_graph.nodes[source.value].mentions.push_back(stage.image);
            addEdge(EdgeKind::From, source, target, stage.from, stage.image);
        }
        if (base.parent)
            addTriggersOf(base.parent, target);
        for (std::size_t i = stage.from.value + 1; i <= stage.last.value; ++i)
            addEdgesFrom(m_syntax.instructions[i], {i}, target, false);
    }

    /// ONBUILD instructions of the parent run at the top of the child, and of no grandchild.
    void addTriggersOf(StageIndex parent, NodeIndex target)
    {
        const Stage &stage = m_syntax.stages[parent.value];
        for (std::size_t i = stage.from.value + 1; i <= stage.last.value; ++i) {
            if (const Instruction *trigger = m_syntax.triggerOf(m_syntax.instructions[i]))
                addEdgesFrom(*trigger, {i}, target, true);
        }
    }

    void addEdgesFrom(const Instruction &instruction, InstructionIndex index, NodeIndex target,
                      bool isInherited)
    {
        const std::size_t first = m_graph.edges.size();
        if (instruction.keyword == Keyword::Copy)
            addCopy(instruction, index, target);
        else if (instruction.keyword == Keyword::Run)
            addMounts(instruction, index, target);
        else if (instruction.keyword == Keyword::Add)
            addRemotes(instruction, index, target);
        for (std::size_t i = first; i < m_graph.edges.size(); ++i)
            m_graph.edges[i].isInherited = isInherited;
    }

    void addCopy(const Instruction &instruction, InstructionIndex index, NodeIndex target)
    {
        const Flag *from = m_syntax.flagNamed(instruction, "--from");
        if (!from)
            return;
        const std::string value = m_syntax.valueOf(instruction, *from);
        if (value.empty())
            return;
        addEdge(EdgeKind::Copy, lookUp({value, from->value, true}, target), target, index, from->value);
        GraphEdge &edge = m_graph.edges.back();
        const std::vector<std::string> arguments = argumentValues(m_syntax, instruction);
        if (arguments.size() < 2)
            return;
        edge.sourcePath = arguments.front() + (arguments.size() > 2 ? ", …" : "");
        edge.targetPath = arguments.back();
    }

    void addMounts(const Instruction &instruction, InstructionIndex index, NodeIndex target)
    {
        for (const Flag &flag : m_syntax.flagsOf(instruction)) {
            if (m_syntax.joined(instruction, flag.name) != "--mount")
                continue;
            const std::vector<FlagOption> options = flagOptions(m_syntax, instruction, flag);
            const FlagOption *from = findOption(options, {"from"});
            const FlagOption *type = findOption(options, {"type"});
            const std::string kind = type ? lowered(type->value) : "bind";
            if (!from || from->value.empty() || kind == "tmpfs" || kind == "secret" || kind == "ssh")
                continue;
            addEdge(EdgeKind::Mount, lookUp({from->value, from->valueRange, false}, target), target, index,
                    from->valueRange);
            if (const FlagOption *source = findOption(options, {"source", "src"}))
                m_graph.edges.back().sourcePath = source->value;
            if (const FlagOption *place = findOption(options, {"target", "dst", "destination"}))
                m_graph.edges.back().targetPath = place->value;
        }
    }

    void addRemotes(const Instruction &instruction, InstructionIndex index, NodeIndex target)
    {
        const auto words = m_syntax.wordsOf(instruction);
        if (words.size() < 2)
            return;
        const std::string destination = wordValue(m_syntax, instruction, words.back());
        for (const Word &word : words.first(words.size() - 1)) {
            const std::string source = wordValue(m_syntax, instruction, word);
            if (!isRemote(source))
                continue;
            addEdge(EdgeKind::Add, external(NodeKind::Remote, source, source, word.range), target, index,
                    word.range);
            m_graph.edges.back().targetPath = destination;
        }
    }
    static bool isRemote(std::string_view source)
    {
        for (const std::string_view scheme : {"http://", "https://", "git://", "ssh://", "git@"}) {
            if (source.starts_with(scheme))
                return true;
        }
        return false;
    }

    /// What a --from names: a stage by index or name, a named context, an image, or nothing that exists.
    NodeIndex lookUp(const Reference &reference, NodeIndex target)
    {
        const std::string &text = reference.text;
        const std::size_t dollar = text.find('$');
        if (dollar != std::string::npos && dollar + 1 < text.size())
            return external(NodeKind::Missing, text, {}, reference.cause);
        long long number = 0;
        if (reference.mayBeNumber && parseStageNumber(text, number)) {
            if (number < 0 || number >= static_cast<long long>(m_syntax.stages.size()))
                return external(NodeKind::Missing, text, {}, reference.cause);
            return stage({static_cast<std::size_t>(number)}, reference.cause);
        }
        if (const auto context = m_options.contexts.find(text); context != m_options.contexts.end())
            return external(NodeKind::Context, context->first, context->second, reference.cause);
        if (const StageIndex found = m_resolution.stageNamed(text))
            return stage(found, reference.cause);
        const bool isPlain = text.size() >= 4 && text.find_first_of("/:@.") == std::string::npos;
        const std::vector<std::string_view> names(m_stageNames.begin(), m_stageNames.end());
        const std::string meant
            = isPlain ? nearestOption(text, names, MatchCase::Insensitive) : std::string();
        if (!meant.empty() && m_resolution.stageNamed(meant).value != target.value) {
            const NodeIndex node = external(NodeKind::Missing, text, text, reference.cause);
            m_graph.nodes[node.value].suggestion = meant;
            return node;
        }
        return external(NodeKind::Image, text, text, reference.cause);
    }
    NodeIndex stage(StageIndex index, TextRange mention)
    {
        m_graph.nodes[index.value].mentions.push_back(mention);
        return {index.value};
    }
    NodeIndex image(const ResolvedBase &base, TextRange mention)
    {
        const std::string &reference = base.isKnown ? base.image.text : base.written;
        if (const auto context = m_options.contexts.find(reference); context != m_options.contexts.end())
            return external(NodeKind::Context, context->first, context->second, mention);
        const NodeIndex node
            = external(NodeKind::Image, base.isKnown ? reference : base.written, base.image.text, mention);
        GraphNode &found = m_graph.nodes[node.value];
        found.pin = pinOf(base.image.text, base.isKnown);
        found.isUnknowable = !base.isKnown;
        return node;
    }
    NodeIndex external(NodeKind kind, const std::string &name, const std::string &reference,
                       TextRange mention)
    {
        const auto [found, isNew] = m_external.try_emplace({kind, name}, m_graph.nodes.size());
        if (isNew) {
            GraphNode node;
            node.kind = kind;
            node.name = name;
            node.base = name;
            node.reference = reference;
            node.range = mention;
            if (kind == NodeKind::Image)
                node.pin = pinOf(reference, true);
            m_graph.nodes.push_back(std::move(node));
        }
        m_graph.nodes[found->second].mentions.push_back(mention);
        return {found->second};
    }
    void addEdge(EdgeKind kind, NodeIndex source, NodeIndex target, InstructionIndex instruction,
                 TextRange cause)
    {
        GraphEdge edge;
        edge.kind = kind;
        edge.source = source;
        edge.target = target;
        edge.instruction = instruction;
        edge.cause = cause;
        m_graph.edges.push_back(std::move(edge));
    }

    void chooseTarget()
    {
        if (m_syntax.stages.empty())
            return;
        m_graph.target = m_options.target.empty() ? StageIndex {m_syntax.stages.size() - 1}
                                                  : m_resolution.stageNamed(m_options.target);
    }

    const Syntax &m_syntax;
    const BuildOptions &m_options;
    std::shared_ptr<const Resolution> m_resolved;
    const Resolution &m_resolution;
    std::vector<std::string> m_stageNames;
    std::map<std::pair<NodeKind, std::string>, std::size_t> m_external;
    StageGraph m_graph;
};

} // namespace

std::string GraphNode::label() const
{
    if (kind == NodeKind::Stage && name.empty())
        return "stage " + std::to_string(stage.value);
    return name;
}

std::size_t StageGraph::stageCount() const
{
    const auto isStage = [](const GraphNode &node) { return node.kind == NodeKind::Stage; };
    return static_cast<std::size_t>(std::ranges::partition_point(nodes, isStage) - nodes.begin());
}

std::vector<std::size_t> StageGraph::edgesInto(NodeIndex node) const
{
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (edges[i].target == node)
            result.push_back(i);
    }
    return result;
}

std::vector<std::size_t> StageGraph::edgesOutOf(NodeIndex node) const
{
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (edges[i].source == node)
            result.push_back(i);
    }
    return result;
}

std::size_t StageGraph::edgeAt(const Syntax &syntax, std::size_t offset) const
{
    std::size_t onLine = edges.size();
    const InstructionIndex instruction = syntax.instructionAt(offset);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (edges[i].isInherited)
            continue;
        if (edges[i].cause.touches(offset))
            return i;
        if (onLine == edges.size() && instruction && edges[i].instruction == instruction)
            onLine = i;
    }
    return onLine;
}

std::shared_ptr<const Resolution> emptyResolution()
{
    static const auto none = std::make_shared<const Resolution>();
    return none;
}

StageGraph makeStageGraph(const Syntax &syntax, const BuildOptions &options)
{
    return GraphMaker(syntax, options).make();
}

} // namespace drydock
