// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// REFACTORINGS §3. From a stage that builds and runs to one that builds and one that runs:
//
//     FROM golang:1.26                     FROM golang:1.26 AS builder
//     WORKDIR /app                         WORKDIR /app
//     COPY . .                             COPY . .
//     RUN go build -o server               RUN CGO_ENABLED=0 go build -ldflags="-s -w" -o server
//     EXPOSE 8080                 →
//     CMD ["./server"]                     FROM gcr.io/distroless/static-debian13:nonroot
//                                          WORKDIR /app
//                                          COPY --from=builder /app/server /app/server
//                                          EXPOSE 8080
//                                          CMD ["./server"]
#include "model/base/one_of.h"
#include "model/lint/image_files.h"
#include "model/refactor/refactorings/refactorings.h"
#include "model/refactor/split/development.h"
#include "model/refactor/split/languages.h"
#include "model/refactor/split/runtime_needs.h"
#include "model/refactor/split/runtime_stage.h"

#include <algorithm>
#include <optional>

namespace drydock {
namespace {

UserText splitName()
{
    return {QT_TRANSLATE_NOOP("refactor", "Split into build and runtime"), {}};
}

Proposal no(UserText reason, TextRange where)
{
    Proposal proposal = blocked(std::move(reason), where);
    proposal.name = splitName();
    return proposal;
}

/// What has to be true of the file before any language is asked (§3.1).
std::optional<Proposal> obstacle(const RefactorContext &context, StageIndex stage)
{
    const Syntax &syntax = context.syntax();
    const StageGraph &graph = context.graph();
    const TextRange from = syntax.at(syntax.stages[stage.value].from).range;
    for (const std::size_t edge : graph.edgesInto({stage.value})) {
        const GraphNode &source = graph.nodes[graph.edges[edge].source.value];
        if (source.kind == NodeKind::Stage)
            return no({QT_TRANSLATE_NOOP("refactor", "It is split already: this stage takes from “%1”."),
                       {source.label()}},
                      graph.edges[edge].cause);
    }
    // The number would come to mean a stage that is added.
    for (const GraphNode &node : graph.nodes) {
        if (node.kind == NodeKind::Missing && !node.mentions.empty())
            return no({QT_TRANSLATE_NOOP("refactor", "“%1” names no stage: mend that first."), {node.name}},
                      node.mentions.front());
    }
    const std::string &name = context.lint.resolution().bases[stage.value].name;
    if (!name.empty() && context.lint.resolution().stageNamed(name) != stage)
        return no(
            {QT_TRANSLATE_NOOP("refactor", "Another stage is called “%1” too: rename one of them first."),
             {name}},
            syntax.stages[stage.value].name);
    if (stage.value + 1 != syntax.stages.size())
        return no(
            {QT_TRANSLATE_NOOP(
                 "refactor",
                 "Other stages follow this one: only the last stage of a file can be split, which is what "
                 "is built by default."),
             {}},
            from);
    for (const Instruction &instruction : context.lint.instructionsOf(stage)) {
        if (instruction.keyword == Keyword::Onbuild)
            return no(
                {QT_TRANSLATE_NOOP(
                     "refactor",
                     "The ONBUILD of line %1 makes this image one to build on: what it brings would run in "
                     "the small stage."),
                 {std::to_string(instruction.firstLine)}},
                instruction.range);
    }
    const ResolvedBase &base = context.lint.resolution().bases[stage.value];
    if (base.isKnown && base.image.text == "scratch")
        return no(
            {QT_TRANSLATE_NOOP("refactor", "On scratch nothing can be built: there is nothing to split."),
             {}},
            from);
    if (syntax.escape == '`' || base.image.text.find("windows") != std::string::npos
        || base.image.text.find("nanoserver") != std::string::npos)
        return no({QT_TRANSLATE_NOOP(
                       "refactor", "Windows images cannot be split yet: their shells and paths are others."),
                   {}},
                  from);
    return std::nullopt;
}

/// The program of a base without a CMD of the file's: a shell, or an interpreter that waits for somebody to type.
bool isForTyping(const std::vector<std::string> &argv)
{
    if (argv.empty())
        return true;
    const auto nameOf = [](std::string_view word) { return word.substr(word.rfind('/') + 1); };
    // An entry script starts what follows it.
    const std::string_view name = nameOf(argv.front());
    if (isOneOf(name, {"docker-php-entrypoint", "docker-entrypoint.sh"}))
        return argv.size() < 2 || isForTyping({argv.begin() + 1, argv.end()});
    return isOneOf(name,
                   {"sh", "bash", "ash", "node", "python", "python3", "irb", "jshell", "php", "iex", "ghci",
                    "erl", "perl", "mvn", "gradle", "mvn-entrypoint.sh", "bun", "deno"});
}

std::optional<Proposal> obstacleIn(const SplitStage &stage)
{
    const Syntax &syntax = stage.syntax();
    const TextRange from = syntax.at(syntax.stages[stage.index().value].from).range;
    const Instruction *program = stage.program();
    if (const auto sign = developmentSignOf(stage))
        return no(
            {QT_TRANSLATE_NOOP(
                 "refactor",
                 "Line %1 starts “%2”: this looks like an image to develop in, which needs its sources and "
                 "tools."),
             {std::to_string(sign->instruction->firstLine), sign->words}},
            sign->instruction->range);
    if (!program && stage.contract().form != StartForm::None) {
        if (isForTyping(stage.contract().argv))
            return no(
                {QT_TRANSLATE_NOOP(
                     "refactor",
                     "No CMD or ENTRYPOINT says what the image runs: it looks like one to work in or to "
                     "build on. Say what it runs first."),
                 {}},
                from);
    }
    if (!program && stage.contract().form == StartForm::None)
        return no(
            {QT_TRANSLATE_NOOP(
                 "refactor",
                 "No CMD or ENTRYPOINT says what the image runs: it looks like one to build on. Say what it "
                 "runs first."),
             {}},
            from);
    if (stage.steps().empty() && stage.copies().empty())
        return no({QT_TRANSLATE_NOOP("refactor", "Nothing is built here."), {}}, from);
    return std::nullopt;
}

/// A RUN of which nobody can tell that it leaves nothing behind.
bool makesSomething(const SplitStage &stage)
{
    return std::ranges::any_of(stage.instructions(), [&](const Instruction &run) {
        return run.keyword == Keyword::Run && !isTransparent(stage.lint(), run);
    });
}

Choice languageChoice(const std::vector<LanguageScore> &scores, const Language *chosen)
{
    Choice choice;
    choice.key = "language";
    choice.title = {QT_TRANSLATE_NOOP("refactor", "What is built"), {}};
    for (const LanguageScore &each : scores)
        choice.answers.push_back({std::string(each.language->id), {std::string(each.language->name), {}}});
    choice.answers.push_back(
        {"other", {QT_TRANSLATE_NOOP("refactor", "something else: choose the files"), {}}});
    if (chosen)
        choice.chosen = chosen->id;
    return choice;
}

Choice baseChoice(const SplitRecipe &recipe)
{
    Choice choice;
    choice.key = "base";
    choice.title = {QT_TRANSLATE_NOOP("refactor", "Runtime base"), {}};
    for (const RuntimeBase &base : recipe.bases)
        choice.answers.push_back({base.reference, base.about});
    choice.chosen = recipe.base;
    choice.isOpen = true;
    return choice;
}

StageIndex stageToSplit(const RefactorContext &context, const RefactorWish &wish)
{
    const std::string_view asked = wish.setting("stage");
    if (asked.empty())
        return context.graph().target;
    return context.lint.resolution().stageNamed(asked);
}

} // namespace

Proposal proposeSplit(const RefactorContext &context, const RefactorWish &wish)
{
    const StageIndex index = stageToSplit(context, wish);
    if (!index)
        return no({QT_TRANSLATE_NOOP("refactor", "There is no such stage."), {}}, {});
    if (auto reason = obstacle(context, index))
        return std::move(*reason);
    const SplitStage stage(context, index);
    if (auto reason = obstacleIn(stage))
        return std::move(*reason);

    const std::vector<LanguageScore> scores = languagesOf(stage);
    const Language *language = languageCalled(wish.setting("language"));
    if (!language && isClear(scores))
        language = scores.front().language;
    // Somebody who says which files the program is has answered the question.
    if (!language && (!wish.setting("artifact").empty() || (scores.empty() && makesSomething(stage))))
        language = languageCalled("other");
    if (!language) {
        const TextRange from = context.syntax().at(context.syntax().stages[index.value].from).range;
        Proposal proposal = scores.empty()
            ? no({QT_TRANSLATE_NOOP("refactor", "No line builds anything in a language that is known here."),
                  {}},
                 from)
            : no({QT_TRANSLATE_NOOP("refactor", "It is not clear what is built here: choose it."), {}}, from);
        proposal.choices.push_back(languageChoice(scores, nullptr));
        return proposal;
    }

    SplitRecipe recipe = language->split(stage, wish);
    std::vector<Choice> choices;
    if (!recipe.bases.empty())
        choices.push_back(baseChoice(recipe));
    if (scores.size() > 1)
        choices.push_back(languageChoice(scores, language));
    recipe.choices.insert(recipe.choices.begin(), choices.begin(), choices.end());
    if (recipe.isRefused()) {
        Proposal proposal = no(std::move(recipe.refusal), recipe.where);
        proposal.choices = std::move(recipe.choices);
        return proposal;
    }
    return assembledSplit(stage, std::move(recipe), wish);
}

} // namespace drydock
