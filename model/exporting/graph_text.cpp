// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exporting/graph_text.h"

#include "model/exporting/graph_rails.h"
#include "model/exporting/graph_words.h"
#include "model/exporting/printable.h"

#include <algorithm>

namespace drydock {

namespace {

constexpr std::size_t screenWidth = 79;
constexpr std::size_t maxNameWidth = 40;

/// One thing that a stage needs.
struct Need {
    std::string_view verb; ///< "FROM", "COPY" …
    std::string name; ///< Printable.
    std::string paths; ///< Printable.
    std::string badge; ///< At the right.
    std::size_t source = GraphRails::none; ///< The stage above that it comes from.
};

std::string plural(std::size_t count, const char *one, const char *many)
{
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string_view verbOf(EdgeKind kind)
{
    switch (kind) {
    case EdgeKind::From:
        return "FROM";
    case EdgeKind::Copy:
        return "COPY";
    case EdgeKind::Mount:
        return "MOUNT";
    case EdgeKind::Add:
        break;
    }
    return "ADD";
}

std::string badgeOf(ImagePin pin)
{
    switch (pin) {
    case ImagePin::None:
        return "no tag";
    case ImagePin::Scratch:
        return "";
    default:
        return std::string(wordOf(pin));
    }
}

std::string joinedBy(const char *separator, std::initializer_list<std::string> parts)
{
    std::string out;
    for (const std::string &part : parts) {
        if (!part.empty())
            out += (out.empty() ? "" : separator) + part;
    }
    return out;
}

std::string badgeOf(const GraphNode &source, const GraphEdge &edge)
{
    std::string own;
    switch (source.kind) {
    case NodeKind::Stage:
        break;
    case NodeKind::Image:
        own = badgeOf(source.pin);
        break;
    case NodeKind::Context:
        own = "build context";
        break;
    case NodeKind::Remote:
        own = "download";
        break;
    case NodeKind::Missing:
        own = source.suggestion.empty() ? "no such stage"
                                        : "no such stage, did you mean " + printable(source.suggestion) + "?";
        break;
    }
    return joinedBy(", ",
                    {own, edge.isInherited ? "by ONBUILD" : "", edge.isInCycle ? "in a circle" : "",
                     edge.isForward ? "defined below" : ""});
}

/// "golang:${V} = golang:1.21" where an ARG was filled in.
std::string nameOf(const GraphNode &source)
{
    const std::string label = source.label();
    if (source.kind == NodeKind::Image && !source.reference.empty() && source.reference != label)
        return printable(label + " = " + source.reference);
    return printable(label);
}

std::vector<std::vector<Need>> needsOf(const StageGraph &graph)
{
    std::vector<std::vector<Need>> needs(graph.stageCount());
    for (const GraphEdge &edge : graph.edges) {
        const GraphNode &source = graph.nodes[edge.source.value];
        const bool isAbove = source.kind == NodeKind::Stage && edge.source < edge.target;
        needs[edge.target.value].push_back({verbOf(edge.kind), nameOf(source), printable(pathsOf(edge)),
                                            badgeOf(source, edge),
                                            isAbove ? edge.source.value : GraphRails::none});
    }
    for (std::size_t stage = 0; stage < needs.size(); ++stage) {
        const GraphNode &node = graph.nodes[stage];
        const bool hasBase = std::any_of(needs[stage].begin(), needs[stage].end(),
                                         [](const Need &need) { return need.verb == "FROM"; });
        if (!hasBase && !node.base.empty()) // `scratch`, or a FROM that BuildKit refuses.
            needs[stage].insert(needs[stage].begin(), {"FROM", printable(node.base), "", badgeOf(node.pin)});
    }
    return needs;
}

/// `left` and, at the right edge, `right`; whatever is too long loses its middle.
std::string line(const std::string &prefix, std::size_t prefixWidth, const std::string &left,
                 const std::string &right)
{
    const std::size_t width = screenWidth - prefixWidth;
    const std::string shownRight
        = elided(right, std::max(width / 2, width - std::min(width, displayWidth(left) + 2)));
    const std::size_t rightWidth = displayWidth(shownRight);
    const std::string shownLeft = elided(left, rightWidth == 0 ? width : width - rightWidth - 2);
    std::string out = prefix + shownLeft;
    if (rightWidth > 0)
        out += std::string(width - displayWidth(shownLeft) - rightWidth, ' ') + shownRight;
    out.erase(out.find_last_not_of(' ') + 1);
    return out + "\n";
}

std::string padded(const std::string &text, std::size_t width)
{
    const std::size_t used = displayWidth(text);
    return used < width ? text + std::string(width - used, ' ') : text;
}

/// \returns the stage's title as it stands at the right: "lines 3–9, 6 instructions, target".
std::string factsOf(const Analysis &analysis, std::size_t stage)
{
    const GraphNode &node = analysis.graph.nodes[stage];
    const SourceText &text = analysis.text();
    const TextRange range = analysis.syntax.stages[stage].range;
    const std::size_t first = text.lineAt(range.begin) + 1;
    const std::size_t last = text.lineAt(range.isEmpty() ? range.end : range.end - 1) + 1;
    const std::string lines = first == last ? "line " + std::to_string(first)
                                            : "lines " + std::to_string(first) + "–" + std::to_string(last);
    return joinedBy(
        ", ",
        {lines,
         node.instructionCount == 0 ? "" : plural(node.instructionCount, "instruction", "instructions"),
         node.platform.empty() ? "" : "on " + elided(printable(node.platform), 24),
         node.isTarget          ? "target"
             : node.isReachable ? ""
                                : "not needed"});
}

/// Where the paths of a stage's needs start, so that they stand below each other.
std::size_t nameColumn(const std::vector<Need> &needs)
{
    std::size_t width = 0;
    for (const Need &need : needs) {
        if (!need.paths.empty())
            width = std::max(width, displayWidth(need.name));
    }
    return std::min(width, maxNameWidth);
}

/// "COPY  build  /out/app → /app" in `room` columns; name and paths give way in the middle.
std::string needText(const Need &need, std::size_t nameWidth, std::size_t room)
{
    const std::string verb = padded(std::string(need.verb), 5) + " ";
    room -= std::min(room, displayWidth(verb));
    if (need.paths.empty())
        return verb + elided(need.name, room);
    const std::size_t pathsWidth = displayWidth(need.paths);
    if (nameWidth + 2 + pathsWidth > room)
        nameWidth = std::min(nameWidth, std::max(room / 3, room - std::min(room, pathsWidth + 2)));
    const std::string name = padded(elided(need.name, nameWidth), nameWidth) + "  ";
    return verb + name + elided(need.paths, room - std::min(room, nameWidth + 2));
}

std::string stagesText(const Analysis &analysis)
{
    const StageGraph &graph = analysis.graph;
    const std::vector<std::vector<Need>> needs = needsOf(graph);
    std::vector<std::vector<std::size_t>> sources(needs.size());
    for (std::size_t stage = 0; stage < needs.size(); ++stage) {
        for (const Need &need : needs[stage])
            sources[stage].push_back(need.source);
    }
    GraphRails rails(sources);
    std::string out;
    for (std::size_t stage = 0; stage < needs.size(); ++stage) {
        const GraphNode &node = graph.nodes[stage];
        const char *mark = node.isTarget ? "◉" : node.isReachable ? "●" : "○";
        out += line(rails.title(stage, mark), rails.width(), printable(node.label()),
                    factsOf(analysis, stage));
        const std::size_t nameWidth = nameColumn(needs[stage]);
        for (const Need &need : needs[stage]) {
            const std::size_t room = screenWidth - rails.width() - displayWidth(need.badge) - 2;
            out += line(rails.need(need.source), rails.width(), needText(need, nameWidth, room), need.badge);
        }
        out += line(rails.gap(), rails.width(), "", "");
    }
    return out;
}

std::string summary(const StageGraph &graph)
{
    const auto images = std::count_if(graph.nodes.begin(), graph.nodes.end(), [](const GraphNode &node) {
        return node.kind == NodeKind::Image && node.pin != ImagePin::Scratch;
    });
    const std::string target = graph.target ? printable(graph.nodes[graph.target.value].label()) : "";
    return joinedBy(", ",
                    {plural(graph.stageCount(), "stage", "stages"),
                     images == 0 ? "" : plural(static_cast<std::size_t>(images), "image", "images"),
                     target.empty() ? "" : "builds " + target});
}

/// The culprit's line with a mark below it.
std::string excerpt(const SourceText &text, TextRange culprit)
{
    const std::size_t number = text.lineAt(culprit.begin);
    const TextRange range = text.lineRange(number);
    const std::string before = printable(text.slice({range.begin, std::min(culprit.begin, range.end)}));
    const std::string marked = printable(
        text.slice({std::min(culprit.begin, range.end), std::clamp(culprit.end, culprit.begin, range.end)}));
    const std::string whole = printable(text.slice(range));
    const std::string margin = "  " + std::to_string(number + 1) + " │ ";
    const std::size_t marginWidth = displayWidth(margin);
    if (marginWidth + displayWidth(whole) > screenWidth)
        return margin + elided(whole, screenWidth - marginWidth) + "\n";
    return margin + whole + "\n" + std::string(marginWidth + displayWidth(before), ' ')
        + std::string(std::max<std::size_t>(1, displayWidth(marked)), '^') + "\n";
}

std::string verdictText(const Analysis &analysis)
{
    const Problem *problem = analysis.verdict();
    if (!problem)
        return "✔ BuildKit accepts this file.\n";
    std::string out = "✘ BuildKit refuses this file: " + printable(problem->message) + "\n";
    if (!problem->range.isEmpty())
        out += "\n" + excerpt(analysis.text(), problem->range);
    if (const std::size_t more = analysis.problems.size() - 1; more > 0)
        out += "\n  and " + plural(more, "more problem", "more problems") + " behind it\n";
    return out;
}

} // namespace

std::string graphText(const Analysis &analysis, std::string_view fileName)
{
    std::string out;
    if (!fileName.empty())
        out += printable(fileName) + "\n";
    out += elided(summary(analysis.graph), screenWidth) + "\n\n";
    out += stagesText(analysis);
    return out + verdictText(analysis);
}

} // namespace drydock
