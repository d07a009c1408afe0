// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/symbols.h"

#include "model/language/variables.h"
#include "model/refactor/references.h"

#include <algorithm>

namespace drydock {
namespace {

void sortByPlace(std::vector<Occurrence> &occurrences)
{
    std::ranges::sort(occurrences, {}, [](const Occurrence &occurrence) { return occurrence.range.begin; });
    occurrences.erase(std::unique(occurrences.begin(), occurrences.end()), occurrences.end());
}

Symbol stageSymbol(const GestureContext &context, const References &references, StageIndex index,
                   TextRange at)
{
    const Stage &stage = context.syntax.stages[index.value];
    Symbol symbol;
    symbol.kind = SymbolKind::Stage;
    symbol.stage = index;
    symbol.name = references.resolution().bases[index.value].name;
    symbol.at = at;
    symbol.isDefined = true;
    symbol.definition = stage.name.isEmpty() ? context.syntax.at(stage.from).keywordRange : stage.name;
    symbol.occurrences.push_back({symbol.definition, true, !stage.name.isEmpty(), stage.from});
    for (const Reference *reference : references.to(index))
        symbol.occurrences.push_back(
            {reference->content, false, reference->isPlain && !reference->isNumber, reference->instruction});
    sortByPlace(symbol.occurrences);
    return symbol;
}

std::optional<Symbol> stageAt(const GestureContext &context, std::size_t offset)
{
    const Syntax &syntax = context.syntax;
    const References references(context);
    for (const Reference &reference : references.all()) {
        if (reference.stage && reference.content.touches(offset))
            return stageSymbol(context, references, reference.stage, reference.content);
    }
    const InstructionIndex index = syntax.instructionAt(offset);
    if (!index || syntax.at(index).keyword != Keyword::From)
        return {};
    const Instruction &from = syntax.at(index);
    const Stage &stage = syntax.stages[from.stage.value];
    if (!stage.name.isEmpty() && stage.name.touches(offset))
        return stageSymbol(context, references, from.stage, stage.name);
    if (from.keywordRange.touches(offset))
        return stageSymbol(context, references, from.stage, from.keywordRange);
    return {};
}

std::optional<Symbol> variableAt(const GestureContext &context, std::size_t offset)
{
    const Variables variables(context);
    Symbol symbol;
    symbol.kind = SymbolKind::Variable;
    std::size_t id = BoundUse::none;
    for (const BoundUse &use : variables.uses()) {
        // The `$` and the braces count too; of nested ones the innermost, which comes later.
        if (!use.use.nameRange.touches(offset) && use.use.range.begin != offset)
            continue;
        id = use.symbol;
        symbol.name = use.use.name;
        symbol.at = use.use.nameRange;
        symbol.isDefined = use.declaration != BoundUse::none;
        if (symbol.isDefined)
            symbol.definition = variables.declarations()[use.declaration].nameRange;
    }
    for (const VariableDeclaration &declaration : variables.declarations()) {
        if (id != BoundUse::none || !declaration.nameRange.touches(offset))
            continue;
        id = declaration.symbol;
        symbol.name = declaration.name;
        symbol.at = declaration.nameRange;
        symbol.isDefined = true;
        symbol.definition = declaration.nameRange;
        // `ARG x` fetches its value from above the first FROM: that is where it is made.
        for (const VariableDeclaration &global : variables.declarations()) {
            if (!declaration.hasValue && declaration.stage && !global.stage && global.symbol == id)
                symbol.definition = global.nameRange;
        }
    }
    if (id == BoundUse::none)
        return {};
    for (const VariableDeclaration &declaration : variables.declarations()) {
        if (declaration.symbol == id)
            symbol.occurrences.push_back({declaration.nameRange, true,
                                          context.syntax.textOf(declaration.nameRange) == declaration.name,
                                          declaration.instruction});
    }
    for (const BoundUse &use : variables.uses()) {
        if (use.symbol == id)
            symbol.occurrences.push_back({use.use.nameRange, false,
                                          context.syntax.textOf(use.use.nameRange) == use.use.name,
                                          use.use.instruction});
    }
    sortByPlace(symbol.occurrences);
    return symbol;
}

std::optional<Symbol> heredocAt(const Syntax &syntax, std::size_t offset)
{
    const InstructionIndex index = syntax.instructionAt(offset);
    if (!index)
        return {};
    for (const Heredoc &heredoc : syntax.heredocsOf(syntax.at(index))) {
        const bool isAtEnd = heredoc.isTerminated && heredoc.terminator.touches(offset);
        if (!heredoc.mark.touches(offset) && !isAtEnd)
            continue;
        const std::size_t name = syntax.textOf(heredoc.mark).rfind(heredoc.name);
        const bool isPlain = name != std::string_view::npos;
        const std::size_t begin = heredoc.mark.begin + (isPlain ? name : 0);
        const TextRange opening = isPlain ? TextRange {begin, begin + heredoc.name.size()} : heredoc.mark;
        Symbol symbol;
        symbol.kind = SymbolKind::Heredoc;
        symbol.name = heredoc.name;
        symbol.definition = opening;
        symbol.isDefined = true;
        symbol.occurrences.push_back({opening, true, isPlain, index});
        if (heredoc.isTerminated) // Tabs in front of it are not part of the name.
            symbol.occurrences.push_back(
                {{heredoc.terminator.end - heredoc.name.size(), heredoc.terminator.end}, false, true, index});
        symbol.at = isAtEnd ? symbol.occurrences.back().range : opening;
        return symbol;
    }
    return {};
}

std::optional<Symbol> imageAt(const GestureContext &context, std::size_t offset)
{
    const Syntax &syntax = context.syntax;
    for (const GraphNode &node : context.graph.nodes) {
        if (node.kind == NodeKind::Stage)
            continue;
        const auto found = std::ranges::find_if(
            node.mentions, [offset](const TextRange &mention) { return mention.touches(offset); });
        if (found == node.mentions.end())
            continue;
        Symbol symbol;
        symbol.kind = SymbolKind::Image;
        symbol.name = node.name;
        symbol.at = *found;
        for (const TextRange mention : node.mentions)
            symbol.occurrences.push_back(
                {mention, false, syntax.textOf(mention) == node.name, syntax.instructionAt(mention.begin)});
        sortByPlace(symbol.occurrences);
        return symbol;
    }
    return {};
}

} // namespace

std::optional<Symbol> symbolAt(const GestureContext &context, std::size_t offset)
{
    if (offset > context.syntax.text.size())
        return {};
    if (auto variable = variableAt(context, offset))
        return variable;
    if (auto stage = stageAt(context, offset))
        return stage;
    if (auto heredoc = heredocAt(context.syntax, offset))
        return heredoc;
    return imageAt(context, offset);
}

} // namespace drydock
