// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/completion_list.h"
#include "model/language/instruction_words.h"
#include "model/language/variables.h"
#include "model/refactor/products.h"
#include "model/refactor/references.h"
#include "model/syntax/characters.h"
#include "model/syntax/values.h"

#include <algorithm>

namespace drydock {
namespace {

void completeFrom(CompletionList &list)
{
    const std::size_t words = list.place.words.size();
    if (words == 0) {
        if (list.typed().find(':') == std::string_view::npos)
            completeStages(list, true);
        completeImages(list);
        list.add("scratch", {QT_TRANSLATE_NOOP("language", "nothing at all: no files, no shell"), {}},
                 CompletionKind::Image);
        completeFlagNames(list);
    } else if (words == 1) {
        const std::string keyword = list.place.before.substr(0, 4);
        list.add(keyword == lowered(keyword) ? "as" : "AS",
                 {QT_TRANSLATE_NOOP("language", "gives the stage a name"), {}}, CompletionKind::Instruction,
                 keyword == lowered(keyword) ? "as " : "AS ");
    }
}

void completeCopy(CompletionList &list)
{
    const CompletionPlace &place = list.place;
    const auto from = std::ranges::find(place.flags, "from");
    if (place.keyword == Keyword::Copy && from != place.flags.end())
        completePathsOf(list, place.flagValues[static_cast<std::size_t>(from - place.flags.begin())]);
    else
        completeContextPaths(list);
    if (!place.words.empty())
        completeOwnPaths(list);
    else if (!place.isJson) // Behind what most come for: the paths.
        completeFlagNames(list);
}

/// Above all what the stage has not asked for yet: a global ARG means nothing in a stage that does not repeat it.
void completeArg(CompletionList &list)
{
    const Variables variables(list.request.context);
    if (list.place.stage && list.place.instruction) {
        const auto visible = variables.visibleAt(list.place.instruction, VariableReader::Build);
        for (const VariableDeclaration &declaration : variables.declarations()) {
            if (declaration.stage || visible.contains(declaration.name))
                continue;
            list.add(declaration.name,
                     {QT_TRANSLATE_NOOP("language", "fetches the value of line %1"),
                      {std::to_string(list.syntax().at(declaration.instruction).firstLine)}},
                     CompletionKind::Variable);
        }
    }
    if (list.place.stage) {
        for (const std::string_view name : platformVariables())
            list.add(std::string(name), {QT_TRANSLATE_NOOP("language", "from BuildKit"), {}},
                     CompletionKind::Variable);
    }
}

void completeOnePort(CompletionList &list)
{
    const std::size_t slash = list.place.before.rfind('/');
    if (slash != std::string::npos && slash >= list.place.word) {
        list.setWord(slash + 1);
        for (const char *protocol : {"tcp", "udp", "sctp"})
            list.add(protocol, {}, CompletionKind::Value);
        return;
    }
    list.addChoices(valuesOf(Keyword::Expose));
}

void completeUsers(CompletionList &list)
{
    const Syntax &syntax = list.syntax();
    for (const Instruction &instruction : syntax.instructions) {
        const auto words = syntax.wordsOf(instruction);
        const bool isUser = instruction.keyword == Keyword::User && !words.empty()
            && !words.front().range.touches(list.place.caret);
        if (isUser)
            list.add(
                wordValue(syntax, instruction, words.front()),
                {QT_TRANSLATE_NOOP("language", "as in line %1"), {std::to_string(instruction.firstLine)}},
                CompletionKind::Value);
    }
    list.addChoices(valuesOf(Keyword::User));
}

} // namespace

void completeContextPaths(CompletionList &list)
{
    if (!list.request.folder)
        return;
    const std::string typed(list.typed());
    const std::size_t slash = typed.rfind('/');
    const std::string written = slash == std::string::npos ? "" : typed.substr(0, slash + 1);
    // "/a", "./a" and "a" are the same place of the context.
    std::string folder = written;
    while (folder.starts_with("./") || folder.starts_with('/'))
        folder.erase(0, folder.starts_with('/') ? 1 : 2);
    for (const std::string &name : list.request.folder->namesIn(folder)) {
        const bool needsQuotes = !list.place.isJson && name.find_first_of(" \t$\"'\\") != std::string::npos;
        if (!needsQuotes)
            list.add(written + name, {}, CompletionKind::Path, {}, name.ends_with('/'));
    }
}

void completePathsOf(CompletionList &list, std::string_view from)
{
    const References references(list.request.context);
    long long number = 0;
    StageIndex stage = references.resolution().stageNamed(from);
    if (parseStageNumber(from, number) && number >= 0
        && number < static_cast<long long>(list.syntax().stages.size()))
        stage = {static_cast<std::size_t>(number)};
    if (!stage)
        return;
    for (const Product &product : productsOf(list.request.context, references, stage))
        list.add(product.path, product.why, CompletionKind::Path);
}

void completeOwnPaths(CompletionList &list)
{
    const CompletionPlace &place = list.place;
    if (!place.stage)
        return;
    const Syntax &syntax = list.syntax();
    const Stage &stage = syntax.stages[place.stage.value];
    list.add("./", {QT_TRANSLATE_NOOP("language", "the working directory"), {}}, CompletionKind::Path);
    for (std::size_t i = stage.from.value + 1; i <= stage.last.value; ++i) {
        const Instruction &instruction = syntax.instructions[i];
        const auto words = syntax.wordsOf(instruction);
        const bool namesPath = instruction.keyword == Keyword::Workdir || instruction.keyword == Keyword::Copy
            || instruction.keyword == Keyword::Add || instruction.keyword == Keyword::Volume;
        if (!namesPath || words.empty() || InstructionIndex {i} == place.instruction)
            continue;
        const std::string path = wordValue(syntax, instruction, words.back());
        if (path.starts_with('/') && path.find_first_of(" \t$") == std::string::npos)
            list.add(
                path,
                {QT_TRANSLATE_NOOP("language", "as in line %1"), {std::to_string(instruction.firstLine)}},
                CompletionKind::Path);
    }
}

void completeArguments(CompletionList &list)
{
    const CompletionPlace &place = list.place;
    const bool isFirst = place.words.empty();
    switch (place.keyword) {
    case Keyword::From:
        completeFrom(list);
        break;
    case Keyword::Copy:
    case Keyword::Add:
        completeCopy(list);
        break;
    case Keyword::Run:
        if (isFirst && (list.typed().empty() || list.typed().starts_with('-')))
            completeFlagNames(list);
        break;
    case Keyword::Healthcheck:
        if (isFirst && !place.isJson) {
            list.addChoices(valuesOf(Keyword::Healthcheck), CompletionKind::Instruction);
            completeFlagNames(list);
        }
        break;
    case Keyword::Arg:
        if (list.typed().find('=') == std::string_view::npos)
            completeArg(list);
        break;
    case Keyword::Label:
        if (list.typed().find('=') == std::string_view::npos)
            for (const WordChoice &key : labelKeys())
                list.add(std::string(key.word), {key.about, {}}, CompletionKind::Value,
                         std::string(key.word) + "=");
        break;
    case Keyword::Expose:
        completeOnePort(list);
        break;
    case Keyword::User:
        if (isFirst)
            completeUsers(list);
        break;
    case Keyword::Workdir:
        if (isFirst)
            completeOwnPaths(list);
        [[fallthrough]];
    case Keyword::Stopsignal:
        if (isFirst)
            list.addChoices(valuesOf(place.keyword));
        break;
    case Keyword::Volume:
        completeOwnPaths(list);
        break;
    case Keyword::Shell:
        if (isFirst && !place.isJson)
            list.addChoices(valuesOf(Keyword::Shell));
        break;
    default:
        break;
    }
}

} // namespace drydock
