// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/hover_names.h"

#include "model/graph/image_reference.h"
#include "model/language/variables.h"
#include "model/refactor/references.h"
#include "model/refactor/stage_paths.h"

#include <algorithm>

namespace drydock {
namespace {

std::string lineOf(const Syntax &syntax, InstructionIndex index)
{
    return std::to_string(syntax.at(index).firstLine);
}

GestureContext contextOf(const Analysis &analysis)
{
    return {analysis.syntax, analysis.graph, analysis.options};
}

std::string shortened(std::string text)
{
    constexpr std::size_t most = 200;
    if (text.size() <= most)
        return text;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end) + "…";
}

/// What BuildKit makes of `word` at an instruction; nothing if a variable in it has no value that the text tells.
std::optional<std::string> expandedAt(const Analysis &analysis, const BoundUse &bound,
                                      const std::string &word)
{
    const GestureContext context = contextOf(analysis);
    const References references(context);
    const Syntax &syntax = analysis.syntax;
    const Instruction &instruction = syntax.at(bound.use.instruction);
    if (bound.use.reader == VariableReader::From) {
        ExpandedWord expanded = expandWord(word, references.resolution().globals, syntax.escape);
        return expanded.isFine() && expanded.unmatched.empty() ? std::optional(std::move(expanded.text))
                                                               : std::nullopt;
    }
    if (!instruction.stage)
        return {};
    const Stage &stage = syntax.stages[instruction.stage.value];
    StagePaths paths(context, references, instruction.stage);
    // A container has the ENV of the stage's end.
    const std::size_t end
        = bound.use.reader == VariableReader::Container ? stage.last.value + 1 : bound.use.instruction.value;
    for (std::size_t i = stage.from.value + 1; i < end; ++i)
        paths.pass(syntax.instructions[i]);
    return paths.expanded(word);
}

void sayWhoSets(const Analysis &analysis, const Variables &variables, const VariableDeclaration &declaration,
                Hover &hover)
{
    const Syntax &syntax = analysis.syntax;
    const std::string line = lineOf(syntax, declaration.instruction);
    const bool isGiven
        = declaration.keyword == Keyword::Arg && analysis.options.buildArgs.contains(declaration.name);
    if (isGiven) {
        hover.sentences.push_back(
            {QT_TRANSLATE_NOOP("language", "A build argument sets it; line %1 declares it."), {line}});
        return;
    }
    if (declaration.hasValue) {
        hover.sentences.push_back({declaration.keyword == Keyword::Env
                                       ? QT_TRANSLATE_NOOP("language", "ENV in line %1 sets it.")
                                       : QT_TRANSLATE_NOOP("language", "ARG in line %1 sets it."),
                                   {line}});
        return;
    }
    const auto global = std::ranges::find_if(variables.declarations(), [&](const VariableDeclaration &other) {
        return !other.stage && declaration.stage && other.symbol == declaration.symbol && other.hasValue;
    });
    if (global != variables.declarations().end())
        hover.sentences.push_back(
            {QT_TRANSLATE_NOOP("language", "ARG in line %1 fetches it; line %2 sets it for all stages."),
             {line, lineOf(syntax, global->instruction)}});
    else if (isPredefinedVariable(declaration.name))
        hover.sentences.push_back(
            {QT_TRANSLATE_NOOP("language", "ARG in line %1 fetches it from BuildKit."), {line}});
    else
        hover.sentences.push_back(
            {QT_TRANSLATE_NOOP("language",
                               "ARG in line %1 declares it; it is empty unless the build gives it."),
             {line}});
}

/// Why a use finds nothing.
void sayWhyUnset(const Variables &variables, const BoundUse &bound, Hover &hover)
{
    const auto isArg = [&](const VariableDeclaration &other) {
        return other.name == bound.use.name && other.keyword == Keyword::Arg;
    };
    const auto global = std::ranges::find_if(variables.declarations(), [&](const VariableDeclaration &other) {
        return isArg(other) && !other.stage;
    });
    if (bound.use.reader == VariableReader::From) {
        hover.sentences.push_back(
            {isPredefinedVariable(bound.use.name)
                 ? QT_TRANSLATE_NOOP("language", "BuildKit sets it for FROM.")
                 : QT_TRANSLATE_NOOP("language", "No ARG above the first FROM declares it."),
             {}});
    } else if (bound.use.reader == VariableReader::Container
               && std::ranges::any_of(variables.declarations(), isArg)) {
        hover.sentences.push_back(
            {QT_TRANSLATE_NOOP("language", "It is an ARG: the container does not have it any more."), {}});
    } else if (global != variables.declarations().end() || isPredefinedVariable(bound.use.name)) {
        hover.sentences.push_back(
            {QT_TRANSLATE_NOOP("language", "A stage sees it only below “ARG %1” of its own."),
             {bound.use.name}});
    } else {
        hover.sentences.push_back(
            {QT_TRANSLATE_NOOP("language", "No line above sets it: it comes from the base image, if at all."),
             {}});
    }
}

} // namespace

Hover hoverOfVariable(const Analysis &analysis, const Symbol &symbol)
{
    const Variables variables(contextOf(analysis));
    Hover hover;
    hover.title = "$" + symbol.name;
    hover.range = symbol.at;
    hover.page = "arg";
    const auto use = std::ranges::find_if(
        variables.uses(), [&](const BoundUse &bound) { return bound.use.nameRange.end == symbol.at.end; });
    if (use == variables.uses().end()) {
        const auto declaration
            = std::ranges::find_if(variables.declarations(), [&](const VariableDeclaration &candidate) {
                  return candidate.nameRange == symbol.at;
              });
        if (declaration == variables.declarations().end())
            return hover;
        hover.page = declaration->keyword == Keyword::Env ? "env" : "arg";
        sayWhoSets(analysis, variables, *declaration, hover);
        const auto readers = std::ranges::count_if(
            symbol.occurrences, [](const Occurrence &occurrence) { return !occurrence.isDeclaration; });
        hover.sentences.push_back(
            readers == 0 ? UserText {QT_TRANSLATE_NOOP("language", "Nothing in this file reads it."), {}}
                         : UserText {QT_TRANSLATE_NOOP("language", "Places that read it: %1."),
                                     {std::to_string(readers)}});
        return hover;
    }
    const auto value = expandedAt(analysis, *use, "${" + symbol.name + "}");
    if (value && (use->declaration != BoundUse::none || use->use.reader == VariableReader::From))
        hover.sentences.push_back(
            value->empty()
                ? UserText {QT_TRANSLATE_NOOP("language", "It is empty here."), {}}
                : UserText {QT_TRANSLATE_NOOP("language", "Its value here is “%1”."), {shortened(*value)}});
    if (use->declaration != BoundUse::none) {
        const VariableDeclaration &declaration = variables.declarations()[use->declaration];
        hover.page = declaration.keyword == Keyword::Env ? "env" : "arg";
        sayWhoSets(analysis, variables, declaration, hover);
    } else {
        sayWhyUnset(variables, *use, hover);
    }
    // `${x%.*}` is not what x is.
    const std::string written(analysis.syntax.textOf(use->use.range));
    const bool isPlain = written == "$" + symbol.name || written == "${" + symbol.name + "}";
    if (const auto whole = isPlain || use->use.isShell ? std::nullopt : expandedAt(analysis, *use, written))
        hover.sentences.push_back(
            {QT_TRANSLATE_NOOP("language", "“%1” becomes “%2”."), {shortened(written), shortened(*whole)}});
    return hover;
}

Hover hoverOfStage(const Analysis &analysis, const Symbol &symbol)
{
    constexpr std::size_t mostUsers = 6;
    const GraphNode &node = analysis.graph.nodes[symbol.stage.value];
    Hover hover;
    hover.title = node.label();
    hover.range = symbol.at;
    hover.page = "stage";
    hover.sentences.push_back(
        {QT_TRANSLATE_NOOP("language", "A stage of this file, based on %1, line %2."),
         {node.base, lineOf(analysis.syntax, analysis.syntax.stages[symbol.stage.value].from)}});
    std::size_t users = 0;
    const auto edges = analysis.graph.edgesOutOf({symbol.stage.value});
    for (const std::size_t index : edges) {
        const GraphEdge &edge = analysis.graph.edges[index];
        if (++users > mostUsers)
            break;
        const std::vector<std::string> arguments {analysis.graph.nodes[edge.target.value].label(),
                                                  edge.instruction ? lineOf(analysis.syntax, edge.instruction)
                                                                   : std::string()};
        switch (edge.kind) {
        case EdgeKind::From:
            hover.sentences.push_back(
                {QT_TRANSLATE_NOOP("language", "%1 is based on it (line %2)."), arguments});
            break;
        case EdgeKind::Copy:
            hover.sentences.push_back(
                {QT_TRANSLATE_NOOP("language", "%1 copies from it (line %2)."), arguments});
            break;
        case EdgeKind::Mount:
            hover.sentences.push_back({QT_TRANSLATE_NOOP("language", "%1 mounts it (line %2)."), arguments});
            break;
        case EdgeKind::Add:
            break;
        }
    }
    if (edges.size() > mostUsers)
        hover.sentences.push_back(
            {QT_TRANSLATE_NOOP("language", "And %1 more."), {std::to_string(edges.size() - mostUsers)}});
    if (node.isTarget)
        hover.sentences.push_back({QT_TRANSLATE_NOOP("language", "It is what the build makes."), {}});
    else if (!node.isReachable)
        hover.sentences.push_back(
            {QT_TRANSLATE_NOOP("language", "What the build makes does not need it: it is not built."), {}});
    return hover;
}

Hover hoverOfImage(const Analysis &analysis, const Symbol &symbol)
{
    Hover hover;
    hover.title = symbol.name;
    hover.range = symbol.at;
    hover.page = "external-image";
    const auto node = std::ranges::find_if(analysis.graph.nodes, [&](const GraphNode &candidate) {
        return candidate.kind != NodeKind::Stage
            && std::ranges::find(candidate.mentions, symbol.at) != candidate.mentions.end();
    });
    if (node == analysis.graph.nodes.end())
        return hover;
    switch (node->kind) {
    case NodeKind::Context:
        hover.sentences.push_back(
            {QT_TRANSLATE_NOOP("language", "A build context that the build names."), {}});
        return hover;
    case NodeKind::Remote:
        hover.sentences.push_back({QT_TRANSLATE_NOOP("language", "Fetched while the image is built."), {}});
        hover.page = "add";
        return hover;
    case NodeKind::Missing:
        hover.sentences.push_back({QT_TRANSLATE_NOOP("language", "Nothing goes by this name."), {}});
        return hover;
    default:
        break;
    }
    // The node is called what its variables make of it; here it is about what is written.
    hover.title = analysis.syntax.textOf(symbol.at);
    if (node->reference != hover.title && hover.title.find('$') != std::string::npos
        && !node->reference.empty())
        hover.sentences.push_back(
            {QT_TRANSLATE_NOOP("language", "With its variables replaced: %1."), {node->reference}});
    if (const Result<ImageReference> image = parseImageReference(node->reference);
        image && node->pin != ImagePin::Scratch && node->pin != ImagePin::Variable)
        hover.sentences.push_back(
            {QT_TRANSLATE_NOOP("language", "An image of %1, repository %2."), {image->domain, image->path}});
    switch (node->pin) {
    case ImagePin::Digest:
        hover.sentences.push_back(
            {QT_TRANSLATE_NOOP("language", "Its digest pins it: always the same bytes."), {}});
        break;
    case ImagePin::Tag:
        hover.sentences.push_back(
            {QT_TRANSLATE_NOOP("language", "Its tag can be moved to another image; a digest cannot."), {}});
        break;
    case ImagePin::Latest:
        hover.sentences.push_back(
            {QT_TRANSLATE_NOOP("language", "“latest” is whatever was pushed last."), {}});
        break;
    case ImagePin::None:
        hover.sentences.push_back(
            {QT_TRANSLATE_NOOP("language", "Without a tag it means “latest”: whatever was pushed last."),
             {}});
        break;
    case ImagePin::Variable:
        hover.sentences.push_back(
            {QT_TRANSLATE_NOOP("language", "Which image it is depends on a variable without a value."), {}});
        break;
    case ImagePin::Scratch:
        hover.sentences.push_back(
            {QT_TRANSLATE_NOOP("language", "The empty image: no files, no shell."), {}});
        break;
    }
    return hover;
}

Hover hoverOfHeredoc(const Analysis &analysis, const Symbol &symbol)
{
    Hover hover;
    hover.title = "<<" + symbol.name;
    hover.range = symbol.at;
    hover.page = "heredoc";
    const auto &heredocs = analysis.syntax.heredocs;
    const auto found = std::ranges::find_if(
        heredocs, [&](const Heredoc &heredoc) { return heredoc.mark.contains(symbol.definition); });
    if (found == heredocs.end())
        return hover;
    if (!found->isTerminated) {
        hover.sentences.push_back(
            {QT_TRANSLATE_NOOP("language", "No line ends it: “%1” has to stand on a line of its own."),
             {symbol.name}});
        return hover;
    }
    const SourceText &text = analysis.text();
    const std::size_t first = text.lineAt(found->body.begin) + 1;
    const std::size_t last = text.lineAt(found->terminator.begin);
    if (last >= first)
        hover.sentences.push_back({QT_TRANSLATE_NOOP("language", "Its text stands in the lines %1 to %2."),
                                   {std::to_string(first), std::to_string(last)}});
    else
        hover.sentences.push_back({QT_TRANSLATE_NOOP("language", "It is empty."), {}});
    hover.sentences.push_back({found->expand
                                   ? QT_TRANSLATE_NOOP("language",
                                                       "Variables in it are replaced; quotes around the name "
                                                       "keep them as they are.")
                                   : QT_TRANSLATE_NOOP("language", "Variables in it stay as they are."),
                               {}});
    return hover;
}

} // namespace drydock
