// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/suggest.h"
#include "model/lint/fixes.h"
#include "model/lint/rules/runtime_rules.h"
#include "model/lint/stage_bases.h"
#include "model/syntax/characters.h"
#include "model/syntax/stage_name.h"
#include "model/syntax/values.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

/// Where `stage` has put the sources: destinations of `COPY . …`.
std::vector<std::string> sourceFoldersOf(const LintContext &context, StageIndex stage)
{
    const Syntax &syntax = context.syntax();
    std::vector<std::string> folders;
    for (const Instruction &copy : context.instructionsOf(stage)) {
        const auto words = syntax.wordsOf(copy);
        const bool copies = copy.keyword == Keyword::Copy || copy.keyword == Keyword::Add;
        if (!copies || words.size() != 2 || syntax.flagNamed(copy, "--from"))
            continue;
        const std::string source = wordValue(syntax, copy, words[0]);
        if (source != "." && source != "./" && source != "/")
            continue;
        if (std::string path
            = absolutePath(wordValue(syntax, copy, words[1]), context.workingDirectoryAt(copy));
            !path.empty())
            folders.push_back(std::move(path));
    }
    return folders;
}

bool compiles(const LintContext &context, StageIndex stage)
{
    return std::ranges::any_of(context.instructionsOf(stage), [&](const Instruction &run) {
        return run.keyword == Keyword::Run && std::ranges::any_of(context.commandsOf(run), isCompiling);
    });
}

} // namespace

/// The artifact is one file; its folder holds the sources, the caches and the objects besides.
void checkBuildDirectoryCopied(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (const GraphEdge &edge : context.graph().edges) {
        const GraphNode &source = context.graph().nodes[edge.source.value];
        const bool isShipped = context.stage({edge.target.value}).isShipped;
        if (edge.kind != EdgeKind::Copy || edge.isInherited || source.kind != NodeKind::Stage || !isShipped)
            continue;
        const Instruction &copy = syntax.at(edge.instruction);
        const auto words = syntax.wordsOf(copy);
        if (copy.keyword != Keyword::Copy || words.size() != 2)
            continue;
        const std::string path = absolutePath(wordValue(syntax, copy, words[0]), "/");
        const bool isMadeToBeCopied
            = context.graph().nodes[context.stage(source.stage).root.value].pin == ImagePin::Scratch
            || source.name.find("root") != std::string::npos || source.name.find("dist") != std::string::npos
            || source.name.find("out") != std::string::npos || context.instructionsOf(source.stage).empty();
        if (path.empty() || isMadeToBeCopied)
            continue;
        if (path == "/") {
            report({&copy,
                    words[0].range,
                    {QT_TRANSLATE_NOOP(
                         "lint", "This takes the whole file system of “%1”: name the files that are needed."),
                     {source.label()}}});
            continue;
        }
        const auto folders = sourceFoldersOf(context, source.stage);
        if (compiles(context, source.stage) && std::ranges::find(folders, path) != folders.end())
            report({&copy,
                    words[0].range,
                    {QT_TRANSLATE_NOOP("lint",
                                       "“%1” holds all sources of “%2” beside what was built: copy only the "
                                       "artifact."),
                     {path, source.label()}}});
    }
}

/// A name that is no stage is an image to be pulled, which is seldom what a short name means.
void checkUnknownSource(const LintContext &context, const Report &report)
{
    std::vector<std::string> storage;
    for (const GraphNode &node : context.graph().nodes)
        storage.push_back(node.kind == NodeKind::Stage ? lowered(node.name) : std::string());
    for (const GraphEdge &edge : context.graph().edges) {
        const GraphNode &source = context.graph().nodes[edge.source.value];
        const bool isFlag = edge.kind == EdgeKind::Copy || edge.kind == EdgeKind::Mount;
        if (!isFlag || edge.isInherited || (source.kind != NodeKind::Image && source.suggestion.empty())
            || source.name.find_first_of("/:.@$") != std::string::npos || source.name == "scratch"
            || source.name == "context" || isKnownImage(source.name))
            continue;
        // Only a stage above can have been meant.
        std::vector<std::string_view> names;
        for (std::size_t i = 0; i < edge.target.value; ++i) {
            if (isStageName(storage[i])) // Naming one that BuildKit refuses mends nothing.
                names.push_back(storage[i]);
        }
        const std::string meant = nearestOption(lowered(source.name), names, MatchCase::Insensitive);
        const Instruction &instruction = context.syntax().at(edge.instruction);
        if (meant.empty()) {
            Finding finding {
                &instruction,
                edge.cause,
                {QT_TRANSLATE_NOOP("lint", "No stage is called “%1”, so an image of that name is pulled."),
                 {source.name}}};
            finding.severity = Severity::Info;
            report(std::move(finding));
            continue;
        }
        const bool isPlain = context.syntax().textOf(edge.cause) == source.name;
        report(
            {&instruction,
             edge.cause,
             {QT_TRANSLATE_NOOP(
                  "lint", "No stage is called “%1”, so an image of that name is pulled. Did you mean “%2”?"),
              {source.name, meant}},
             isPlain ? replacing({QT_TRANSLATE_NOOP("lint", "Take from “%1”"), {meant}}, edge.cause, meant,
                                 FixSafety::AskFirst)
                     : std::vector<Fix> {}});
    }
}

/// Nothing needs it: not the target, and no other stage on the way to it.
void checkDeadStage(const LintContext &context, const Report &report)
{
    if (!context.options().target.empty())
        return;
    const Syntax &syntax = context.syntax();
    std::vector<bool> isUsed(context.graph().nodes.size());
    for (const GraphEdge &edge : context.graph().edges)
        isUsed[edge.source.value] = true;
    for (std::size_t i = 0; i < context.stageCount(); ++i) {
        const GraphNode &node = context.graph().nodes[i];
        // A named stage may be somebody's target.
        if (node.isReachable || isUsed[i] || !node.name.empty())
            continue;
        report(
            {&syntax.at(syntax.stages[i].from),
             syntax.at(syntax.stages[i].from).keywordRange,
             {QT_TRANSLATE_NOOP("lint", "Nothing takes from this stage, and it has no name to be built by."),
              {}}});
    }
}

/// Below, FROM of that name means the stage.
void checkShadowedImage(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (const Stage &stage : syntax.stages) {
        const Instruction &from = syntax.at(stage.from);
        const std::string name = lowered(syntax.joined(from, stage.name));
        if (!name.empty() && name != "scratch" && isKnownImage(name))
            report({&from,
                    stage.name,
                    {QT_TRANSLATE_NOOP(
                         "lint",
                         "“%1” is also the name of an image: whoever reads FROM %1 below has to know "
                         "which is meant."),
                     {name}}});
    }
}

/// A stage more above, and the number means another one.
void checkStageNumber(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    for (const Instruction &copy : syntax.instructions) {
        const Flag *from = copy.keyword == Keyword::Copy ? syntax.flagNamed(copy, "--from") : nullptr;
        if (!from || !copy.stage)
            continue;
        long long number = 0;
        const std::string value = syntax.valueOf(copy, *from);
        if (!parseStageNumber(value, number) || number < 0
            || number >= static_cast<long long>(copy.stage.value))
            continue;
        const Stage &stage = syntax.stages[static_cast<std::size_t>(number)];
        const std::string name = syntax.joined(syntax.at(stage.from), stage.name);
        const bool isPlain = syntax.textOf(from->value) == value;
        const bool isSure
            = context.resolution().stageNamed(name) == StageIndex {static_cast<std::size_t>(number)};
        report({&copy,
                from->value,
                {QT_TRANSLATE_NOOP(
                     "lint", "Stage %1 is another one as soon as a stage comes in above: give it a name."),
                 {value}},
                isPlain && isSure && !name.empty()
                    ? replacing({QT_TRANSLATE_NOOP("lint", "Write “%1”"), {name}}, from->value, name)
                    : std::vector<Fix> {}});
    }
}

/// Whoever has the image has the file, also if a later layer deletes it.
void checkSecretFile(const LintContext &context, const Report &report)
{
    static constexpr std::array<std::string_view, 9> names {
        ".env", "id_rsa", "id_ed25519", ".npmrc", ".netrc", ".pypirc", ".pgpass", ".htpasswd", "credentials"};
    const Syntax &syntax = context.syntax();
    for (const Instruction &copy : syntax.instructions) {
        const bool copies = copy.keyword == Keyword::Copy || copy.keyword == Keyword::Add;
        if (!copies || !copy.stage || syntax.flagNamed(copy, "--from") || syntax.wordsOf(copy).size() < 2)
            continue;
        const auto words = syntax.wordsOf(copy);
        for (const Word &word : words.first(words.size() - 1)) {
            const std::string source = wordValue(syntax, copy, word);
            const std::string_view file = std::string_view(source).substr(source.rfind('/') + 1);
            // Keys of package archives are public.
            const bool isPublic = file.find("gpg") != std::string_view::npos
                || file.find("pub") != std::string_view::npos || file.find("repomd") != std::string_view::npos
                || file.find("release") != std::string_view::npos
                || file.find("RPM") != std::string_view::npos || source.find("://") != std::string::npos;
            const bool isKey = file.ends_with(".key") || file == "key.pem" || file.ends_with("-key.pem");
            if (isPublic || (std::ranges::find(names, file) == names.end() && !isKey))
                continue;
            Finding finding {
                &copy,
                word.range,
                {QT_TRANSLATE_NOOP("lint",
                                   "“%1” looks like a secret, and stays readable in this layer: RUN "
                                   "--mount=type=secret shows it to one command only."),
                 {source}}};
            if (!context.stage(copy.stage).isShipped)
                finding.severity = Severity::Info;
            report(std::move(finding));
        }
    }
}

} // namespace drydock
