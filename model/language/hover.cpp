// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/hover.h"

#include "model/language/flag_words.h"
#include "model/language/hover_context.h"
#include "model/language/hover_names.h"
#include "model/language/instruction_words.h"
#include "model/syntax/characters.h"
#include "model/syntax/flags.h"
#include "model/syntax/mount_options.h"

#include <algorithm>

namespace drydock {
namespace {

void sayValue(std::span<const WordChoice> choices, std::string_view value, Hover &hover)
{
    const std::string wanted = lowered(value);
    for (const WordChoice &choice : choices) {
        if (lowered(choice.word) == wanted && *choice.about != '\0')
            hover.sentences.push_back({choice.about, {}});
    }
}

std::optional<Hover> hoverOfMount(const Syntax &syntax, const Instruction &instruction, const Flag &flag,
                                  std::size_t offset)
{
    for (const FlagOption &option : flagOptions(syntax, instruction, flag)) {
        const MountKeyWords *key = mountKeyNamed(option.key);
        if (!key || !option.range.contains(offset))
            continue;
        Hover hover;
        hover.title = option.key;
        hover.sentences.push_back({key->about, {}});
        hover.range = option.range;
        hover.page = "edge-mount";
        sayValue(key->values, option.value, hover);
        return hover;
    }
    return {};
}

std::optional<Hover> hoverOfFlag(const Syntax &syntax, const Instruction &instruction, std::size_t offset)
{
    for (const Flag &flag : syntax.flagsOf(instruction)) {
        if (!flag.range.contains(offset))
            continue;
        const std::string name = flagText(syntax.joined(instruction, flag.name));
        if (instruction.keyword == Keyword::Run && name == "--mount" && !flag.name.contains(offset)) {
            if (auto mount = hoverOfMount(syntax, instruction, flag, offset))
                return mount;
        }
        const FlagWords words
            = flagWords(instruction.keyword, name.substr(std::min<std::size_t>(2, name.size())));
        if (words.name.empty())
            return {};
        Hover hover;
        hover.title = name;
        hover.sentences.push_back({words.about, {}});
        hover.range = flag.range;
        hover.page = pageOf(instruction.keyword);
        sayValue(words.values, syntax.valueOf(instruction, flag), hover);
        return hover;
    }
    return {};
}

std::optional<Hover> hoverOfInstruction(const Analysis &analysis, std::size_t offset)
{
    const Syntax &syntax = analysis.syntax;
    const InstructionIndex index = syntax.instructionAt(offset);
    if (!index)
        return {};
    for (const Instruction *part = &syntax.at(index); part; part = syntax.triggerOf(*part)) {
        if (part->keywordRange.contains(offset) && part->keyword != Keyword::Unknown) {
            Hover hover;
            hover.title = nameOf(part->keyword);
            hover.sentences.push_back({aboutInstruction(part->keyword), {}});
            hover.range = part->keywordRange;
            hover.page = pageOf(part->keyword);
            return hover;
        }
        if (auto flag = hoverOfFlag(syntax, *part, offset))
            return flag;
        if (auto source = hoverOfContextSource(analysis, *part, offset))
            return source;
    }
    return {};
}

std::optional<Hover> hoverOfDirective(const Syntax &syntax, std::size_t offset)
{
    for (const Directive &directive : syntax.directives) {
        if (!directive.range.contains(offset))
            continue;
        const std::string name = lowered(syntax.textOf(directive.name));
        Hover hover;
        hover.title = "# " + name;
        hover.range = directive.range;
        hover.page = "parser-directives";
        if (name == "syntax")
            hover.sentences.push_back(
                {QT_TRANSLATE_NOOP("language", "Which version of the language this file is written in."),
                 {}});
        else if (name == "escape")
            hover.sentences.push_back(
                {QT_TRANSLATE_NOOP("language", "The character that continues lines and escapes others."),
                 {}});
        else
            hover.sentences.push_back(
                {QT_TRANSLATE_NOOP("language", "Which of BuildKit’s checks are left out, or stop the build."),
                 {}});
        return hover;
    }
    return {};
}

std::optional<Hover> hoverOfThing(const Analysis &analysis, std::size_t offset)
{
    const Syntax &syntax = analysis.syntax;
    if (offset >= syntax.text.size())
        return {};
    const TokenKind kind = syntax.tokens[syntax.tokenAt(offset)].kind;
    if (kind == TokenKind::Comment || kind == TokenKind::NewLine)
        return {};
    // A FROM's keyword is a stage for "references"; here it is an instruction.
    if (kind != TokenKind::Keyword) {
        const GestureContext context {syntax, analysis.graph, analysis.options};
        auto symbol = symbolAt(context, offset);
        // The `$` in front belongs to the variable.
        if (symbol && symbol->kind == SymbolKind::Variable && offset < symbol->at.begin)
            symbol->at.begin = offset;
        if (symbol && symbol->at.contains(offset)) {
            switch (symbol->kind) {
            case SymbolKind::Variable:
                return hoverOfVariable(analysis, *symbol);
            case SymbolKind::Stage:
                return hoverOfStage(analysis, *symbol);
            case SymbolKind::Heredoc:
                return hoverOfHeredoc(analysis, *symbol);
            case SymbolKind::Image:
                return hoverOfImage(analysis, *symbol);
            }
        }
    }
    if (auto directive = hoverOfDirective(syntax, offset))
        return directive;
    return hoverOfInstruction(analysis, offset);
}

} // namespace

std::optional<Hover> hoverAt(const Analysis &analysis, std::size_t offset)
{
    std::optional<Hover> hover = hoverOfThing(analysis, offset);
    std::vector<Diagnostic> problems;
    for (const Diagnostic &diagnostic : analysis.diagnostics) {
        if (diagnostic.range.contains(offset)
            || (diagnostic.range.isEmpty() && diagnostic.range.touches(offset)))
            problems.push_back(diagnostic);
    }
    if (problems.empty())
        return hover;
    if (!hover) {
        hover.emplace();
        hover->range = problems.front().range;
    }
    hover->problems = std::move(problems);
    return hover;
}

} // namespace drydock
