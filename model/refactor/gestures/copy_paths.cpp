// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/gestures/copy_paths.h"

#include "model/base/text_parts.h"
#include "model/refactor/products.h"
#include "model/refactor/stage_paths.h"
#include "model/shell/commands.h"
#include "model/syntax/values.h"

#include <algorithm>
#include <optional>

namespace drydock {
namespace {

bool isSingle(std::string_view path)
{
    return !path.ends_with('/') && path.find_first_of("*?[") == std::string_view::npos;
}

/// A program that the stage starts, and the line that says so.
struct Start {
    std::string path; ///< From the root.
    std::string line; ///< From 1.
};

/// The words of ENTRYPOINT and CMD that are paths: the program, a script or an archive given to it.
std::vector<Start> startsOf(const GestureContext &context, const References &references, StageIndex stage)
{
    const Syntax &syntax = context.syntax;
    const Stage &block = syntax.stages[stage.value];
    StagePaths paths(context, references, stage);
    std::vector<Start> starts;
    for (std::size_t i = block.from.value + 1; i <= block.last.value; ++i) {
        const Instruction &instruction = syntax.instructions[i];
        paths.pass(instruction);
        if (instruction.keyword != Keyword::Entrypoint && instruction.keyword != Keyword::Cmd)
            continue;
        std::vector<std::string> words = argumentValues(syntax, instruction);
        if (!instruction.isJson && !words.empty()) {
            const std::vector<ShellCommand> commands = shellCommands(words.front());
            words = commands.empty() ? std::vector<std::string>() : commands.back();
        }
        for (const std::string &word : words) {
            // A bare word is looked up along PATH, or is no path at all.
            if (word.find('/') == std::string::npos && !word.ends_with(".jar") && !word.ends_with(".dll"))
                continue;
            if (auto path = paths.absolute(word))
                starts.push_back({std::move(*path), std::to_string(instruction.firstLine)});
        }
    }
    return starts;
}

class Proposals {
public:
    void add(CopyPaths paths, UserText why)
    {
        const auto isSame = [&](const PathProposal &other) {
            return other.paths.from == paths.from && other.paths.to == paths.to;
        };
        if (std::ranges::none_of(list, isSame))
            list.push_back({std::move(paths), std::move(why)});
    }

    std::vector<PathProposal> list;
};

/// What the stages that have an arrow already take.
void addTaken(const GestureContext &context, NodeIndex source, StageIndex target, Proposals &proposals)
{
    for (const GraphEdge &edge : context.graph.edges) {
        if (edge.kind != EdgeKind::Copy || edge.source != source || edge.target.value == target.value)
            continue;
        const Instruction &instruction = context.syntax.at(edge.instruction);
        if (edge.isInherited || argumentValues(context.syntax, instruction).size() != 2
            || edge.sourcePath.find("<<") != std::string::npos)
            continue;
        proposals.add({edge.sourcePath, edge.targetPath},
                      {QT_TRANSLATE_NOOP("refactor", "Line %1 copies it so."),
                       {std::to_string(instruction.firstLine)}});
    }
}

} // namespace

std::vector<PathProposal> proposedPaths(const GestureContext &context, NodeIndex source, StageIndex target)
{
    Proposals proposals;
    const References references(context);
    const std::vector<Start> starts = startsOf(context, references, target);
    std::vector<Product> products;
    if (context.graph.nodes[source.value].kind == NodeKind::Stage)
        products = productsOf(context, references, context.graph.nodes[source.value].stage);
    for (const Product &product : products) {
        const std::string_view name = lastPart(product.path);
        for (const Start &start : starts) {
            if (isSingle(product.path) && lastPart(start.path) == name)
                proposals.add(
                    {product.path, start.path},
                    {QT_TRANSLATE_NOOP("refactor", "Line %1 starts a file of that name."), {start.line}});
        }
    }
    addTaken(context, source, target, proposals);
    for (const Product &product : products) {
        // A wildcard needs a directory to copy into.
        const std::string to = isSingle(product.path) || product.path.ends_with('/')
            ? product.path
            : product.path.substr(0, product.path.rfind('/') + 1);
        for (const Start &start : starts) {
            const std::size_t dot = start.path.rfind('.');
            if (!isSingle(product.path) && dot != std::string::npos
                && product.path.ends_with(start.path.substr(dot)))
                proposals.add(
                    {product.path, start.path},
                    {QT_TRANSLATE_NOOP("refactor", "Line %1 starts a file of that kind."), {start.line}});
        }
        proposals.add({product.path, to}, product.why);
    }
    return std::move(proposals.list);
}

} // namespace drydock
