// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/rename.h"

#include "model/language/shell_names.h"
#include "model/language/variables.h"
#include "model/refactor/gestures/rename_stage.h"
#include "model/refactor/outcome.h"
#include "model/refactor/refusals.h"

#include <algorithm>
#include <map>

namespace drydock {
namespace {

std::string lineOf(const Syntax &syntax, InstructionIndex index)
{
    return std::to_string(syntax.at(index).firstLine);
}

tl::unexpected<Error> meansOther(std::string_view name)
{
    return refusal(QT_TRANSLATE_NOOP("refactor", "“%1” already means something else in this file."),
                   {std::string(name)});
}

/// Whether each place means the same among the others as before: symbols may be numbered anew but not mixed.
bool isSameBinding(const Variables &before, const Variables &after)
{
    if (before.declarations().size() != after.declarations().size()
        || before.uses().size() != after.uses().size())
        return false;
    std::map<std::size_t, std::size_t> there;
    std::map<std::size_t, std::size_t> back;
    const auto fits = [&](std::size_t a, std::size_t b) {
        return there.emplace(a, b).first->second == b && back.emplace(b, a).first->second == a;
    };
    for (std::size_t i = 0; i < before.declarations().size(); ++i) {
        if (!fits(before.declarations()[i].symbol, after.declarations()[i].symbol))
            return false;
    }
    for (std::size_t i = 0; i < before.uses().size(); ++i) {
        if (!fits(before.uses()[i].symbol, after.uses()[i].symbol)
            || before.uses()[i].declaration != after.uses()[i].declaration)
            return false;
    }
    return true;
}

Result<Symbol> renameableVariable(const GestureContext &context, Symbol symbol)
{
    const Syntax &syntax = context.syntax;
    if (isPredefinedVariable(symbol.name))
        return refusal(
            QT_TRANSLATE_NOOP("refactor", "BuildKit gives “%1” its value; under another name it has none."),
            {symbol.name});
    const auto first = std::ranges::find_if(symbol.occurrences, &Occurrence::isDeclaration);
    if (first == symbol.occurrences.end())
        return refusal(QT_TRANSLATE_NOOP("refactor", "No line of this file sets “%1”."), {symbol.name});
    const Variables variables(context);
    for (const BoundUse &use : variables.uses()) {
        const bool isOurs = std::ranges::any_of(symbol.occurrences, [&](const Occurrence &occurrence) {
            return occurrence.range == use.use.nameRange;
        });
        if (isOurs && use.declaration == BoundUse::none)
            return refusal(QT_TRANSLATE_NOOP("refactor",
                                             "Line %1 reads “%2” where no line has set it yet: its value "
                                             "comes from the base image, under this name."),
                           {lineOf(syntax, use.use.instruction), symbol.name});
    }
    for (const Occurrence &occurrence : symbol.occurrences) {
        if (!occurrence.isName)
            return nameInPieces(syntax, occurrence.instruction);
    }
    return symbol;
}

/// A RUN in reach of the variable whose script sets a variable of that name itself.
InstructionIndex scriptThatSets(const GestureContext &context, const Symbol &symbol)
{
    const Syntax &syntax = context.syntax;
    for (std::size_t i = 0; i < syntax.instructions.size(); ++i) {
        if (syntax.textOf(syntax.instructions[i].lines).find(symbol.name) == std::string_view::npos)
            continue;
        const std::vector<std::string> names = namesSetBy(syntax, {i});
        const bool isReached = std::ranges::any_of(symbol.occurrences, [&](const Occurrence &occurrence) {
            return syntax.at(occurrence.instruction).stage == syntax.instructions[i].stage;
        });
        if (isReached && std::ranges::find(names, symbol.name) != names.end())
            return {i};
    }
    return {};
}

Result<Plan> renameVariable(const GestureContext &context, const Symbol &symbol, const std::string &name)
{
    const Syntax &syntax = context.syntax;
    if (!isVariableName(name))
        return refusal(QT_TRANSLATE_NOOP("refactor",
                                         "A variable's name has letters, digits and “_” and does not begin "
                                         "with a digit."));
    if (isPredefinedVariable(name))
        return refusal(QT_TRANSLATE_NOOP("refactor", "“%1” is a variable that BuildKit sets itself."),
                       {name});
    if (const InstructionIndex script = scriptThatSets(context, symbol))
        return refusal(
            QT_TRANSLATE_NOOP("refactor", "The script in line %1 sets “%2” itself: rename it in the text."),
            {lineOf(syntax, script), symbol.name});
    std::vector<TextEdit> changes;
    bool isEnvironment = false;
    bool isArgument = false;
    for (const Occurrence &occurrence : symbol.occurrences) {
        changes.push_back({occurrence.range, name});
        if (!occurrence.isDeclaration)
            continue;
        const Instruction *instruction = &syntax.at(occurrence.instruction);
        while (const Instruction *trigger = syntax.triggerOf(*instruction))
            instruction = trigger;
        (instruction->keyword == Keyword::Env ? isEnvironment : isArgument) = true;
    }
    Result<EditSet> edits = together(changes);
    if (!edits)
        return tl::unexpected(edits.error());
    const Result<Outcome> outcome = outcomeOf(context, *edits);
    if (!outcome)
        return tl::unexpected(outcome.error());
    if (!isSameBinding(Variables(context), Variables({outcome->syntax, outcome->graph, context.options})))
        return meansOther(name);

    Plan plan;
    plan.focus.begin = edits->mapOffset(symbol.at.begin);
    plan.focus.end = plan.focus.begin + name.size();
    plan.edits = std::move(*edits);
    plan.name = {QT_TRANSLATE_NOOP("refactor", "Rename %1 to %2"), {symbol.name, name}};
    plan.explanation
        = {QT_TRANSLATE_NOOP("refactor", "The variable and all that reads it get the name “%1”."), {name}};
    if (isEnvironment)
        plan.notice
            = {QT_TRANSLATE_NOOP("refactor", "Programs in the image that read “%1” no longer find it."),
               {symbol.name}};
    else if (isArgument)
        plan.notice
            = {QT_TRANSLATE_NOOP("refactor", "Who builds with “--build-arg %1” has to say the new name."),
               {symbol.name}};
    plan.keepsImage = !isEnvironment;
    return plan;
}

Result<Plan> renameHeredoc(const GestureContext &context, const Symbol &symbol, const std::string &name)
{
    const bool isPlain = !name.empty() && std::ranges::all_of(name, [](char c) {
        return isVariableNameByte(c, false) || c == '.' || c == '-';
    });
    if (!isPlain)
        return refusal(QT_TRANSLATE_NOOP(
            "refactor", "The name of a here-document has letters, digits, “_”, “.” and “-” only."));
    std::vector<TextEdit> changes;
    for (const Occurrence &occurrence : symbol.occurrences)
        changes.push_back({occurrence.range, name});
    Result<EditSet> edits = together(changes);
    if (!edits)
        return tl::unexpected(edits.error());
    // A line of the body may be the new name: then the here-document would end there.
    const Syntax renamed = parse(SourceText(edits->applyTo(context.syntax.text.bytes())));
    const auto &before = context.syntax.heredocs;
    const auto &after = renamed.heredocs;
    const bool isSame = std::ranges::equal(before, after, [&](const Heredoc &a, const Heredoc &b) {
        return a.isTerminated == b.isTerminated && context.syntax.textOf(a.body) == renamed.textOf(b.body);
    });
    if (!isSame)
        return refusal(
            QT_TRANSLATE_NOOP("refactor", "A line of the here-document is “%1”: it would end there."),
            {name});
    Plan plan;
    plan.focus.begin = edits->mapOffset(symbol.at.begin);
    plan.focus.end = plan.focus.begin + name.size();
    plan.edits = std::move(*edits);
    plan.name = {QT_TRANSLATE_NOOP("refactor", "Rename %1 to %2"), {symbol.name, name}};
    plan.explanation
        = {QT_TRANSLATE_NOOP("refactor", "The here-document begins and ends with “%1”."), {name}};
    const Instruction &owner = context.syntax.at(symbol.occurrences.front().instruction);
    plan.keepsImage = owner.keyword == Keyword::Run;
    if (!plan.keepsImage)
        plan.notice
            = {QT_TRANSLATE_NOOP("refactor", "Copied into a folder, the file is called “%1” from now on."),
               {name}};
    return plan;
}

} // namespace

Result<Symbol> renameable(const GestureContext &context, std::size_t offset)
{
    std::optional<Symbol> symbol = symbolAt(context, offset);
    if (!symbol)
        return refusal(QT_TRANSLATE_NOOP(
            "refactor", "Put the cursor on the name of a stage, a variable or a here-document."));
    switch (symbol->kind) {
    case SymbolKind::Image:
        return refusal(QT_TRANSLATE_NOOP("refactor", "“%1” is not made in this file."), {symbol->name});
    case SymbolKind::Variable:
        return renameableVariable(context, std::move(*symbol));
    case SymbolKind::Heredoc:
        for (const Occurrence &occurrence : symbol->occurrences) {
            if (!occurrence.isName)
                return nameInPieces(context.syntax, occurrence.instruction);
        }
        return std::move(*symbol);
    case SymbolKind::Stage:
        break;
    }
    return std::move(*symbol);
}

Result<Plan> renameAt(const GestureContext &context, std::size_t offset, std::string_view name)
{
    Result<Symbol> symbol = renameable(context, offset);
    if (!symbol)
        return tl::unexpected(symbol.error());
    if (symbol->name == name)
        return refusal(QT_TRANSLATE_NOOP("refactor", "It is called “%1” already."), {symbol->name});
    switch (symbol->kind) {
    case SymbolKind::Stage:
        return renameStage(context, symbol->stage, name);
    case SymbolKind::Variable:
        return renameVariable(context, *symbol, std::string(name));
    default:
        return renameHeredoc(context, *symbol, std::string(name));
    }
}

} // namespace drydock
