// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/rules/layer_rules.h"

#include "model/lint/fixes.h"
#include "model/lint/rules/content_rules.h"
#include "model/lint/stage_bases.h"
#include "model/syntax/values.h"

#include <algorithm>

namespace drydock {
namespace {

/// A path that an instruction puts into its layer.
struct Placed {
    const Instruction *by;
    std::string path;
};

/// `curl -o P`, `wget -O P`; the destination of a COPY or ADD with one file.
void addPlaced(const LintContext &context, const Instruction &instruction, std::vector<Placed> &placed)
{
    const Syntax &syntax = context.syntax();
    const auto directory = context.workingDirectoryAt(instruction);
    if (instruction.keyword == Keyword::Copy || instruction.keyword == Keyword::Add) {
        const auto words = syntax.wordsOf(instruction);
        if (words.size() != 2)
            return;
        const std::string source = wordValue(syntax, instruction, words[0]);
        std::string destination = wordValue(syntax, instruction, words[1]);
        const std::string_view file = std::string_view(source).substr(source.rfind('/') + 1);
        if (destination.ends_with('/') && file.find('.') != std::string_view::npos)
            destination += file;
        if (std::string path = absolutePath(destination, directory); !path.empty() && path != "/")
            placed.push_back({&instruction, std::move(path)});
        return;
    }
    if (instruction.keyword != Keyword::Run)
        return;
    for (const ScriptCommand &command : context.commandsOf(instruction)) {
        if (command.name() != "curl" && command.name() != "wget")
            continue;
        const auto words = command.arguments();
        for (std::size_t i = 0; i + 1 < words.size(); ++i) {
            const bool isOutput
                = words[i].value == "-o" || words[i].value == "--output" || words[i].value == "-O";
            if (!isOutput || (command.name() == "curl" && words[i].value == "-O"))
                continue;
            if (std::string path = absolutePath(words[i + 1].value, directory); path.size() > 1)
                placed.push_back({&instruction, std::move(path)});
        }
    }
}

} // namespace

/// A later layer only hides a file; the image carries it all the same.
void checkDeletedLater(const LintContext &context, const Report &report)
{
    for (const StageIndex stage : context.shippedStages()) {
        std::vector<Placed> placed;
        for (const Instruction &instruction : context.instructionsOf(stage)) {
            if (instruction.keyword == Keyword::Run) {
                for (const ScriptCommand &command : context.commandsOf(instruction)) {
                    if (command.name() != "rm")
                        continue;
                    for (const ScriptWord *word : command.operands()) {
                        const std::string path
                            = absolutePath(word->value, context.workingDirectoryAt(instruction));
                        const auto found = std::ranges::find(placed, path, &Placed::path);
                        if (path.empty() || found == placed.end())
                            continue;
                        report({&instruction,
                                word->range,
                                {QT_TRANSLATE_NOOP(
                                     "lint",
                                     "Line %1 has put “%2” into a layer of its own: deleted here, it "
                                     "is hidden, not gone. Fetch, use and delete it in one RUN, or "
                                     "mount it."),
                                 {std::to_string(found->by->firstLine), word->value}}});
                    }
                }
            }
            const auto copy = copyStepOf(context, instruction);
            if (!copy || !isOfPackedFiles(*copy)) // Those are S39's.
                addPlaced(context, instruction, placed);
        }
    }
}

/// Changing an owner copies the file into the new layer: the image carries it twice.
void checkOwnerLayer(const LintContext &context, const Report &report)
{
    for (const StageIndex stage : context.shippedStages()) {
        std::vector<Placed> placed;
        for (const Instruction &instruction : context.instructionsOf(stage)) {
            if (instruction.keyword == Keyword::Copy || instruction.keyword == Keyword::Add) {
                addPlaced(context, instruction, placed);
                continue;
            }
            if (instruction.keyword != Keyword::Run)
                continue;
            for (const ScriptCommand &command : context.commandsOf(instruction)) {
                const bool isDeep = command.hasLetter('R') || command.has({"--recursive"});
                if ((command.name() != "chown" && command.name() != "chmod") || !isDeep)
                    continue;
                const auto operands = command.operands();
                for (std::size_t i = 1; i < operands.size(); ++i) {
                    const std::string path
                        = absolutePath(operands[i]->value, context.workingDirectoryAt(instruction));
                    const auto found = std::ranges::find_if(
                        placed, [&](const Placed &each) { return !path.empty() && liesIn(each.path, path); });
                    if (path == "/" || found == placed.end())
                        continue;
                    report({&instruction,
                            command.range,
                            {QT_TRANSLATE_NOOP(
                                 "lint",
                                 "This makes a second copy of what line %1 has put there: COPY takes "
                                 "--chown and --chmod."),
                             {std::to_string(found->by->firstLine)}}});
                }
            }
        }
    }
}

/// Cached by itself, the list is older with every build, until a package in it is gone.
void checkUpdateAlone(const LintContext &context, const Report &report)
{
    for (const Instruction &run : context.syntax().instructions) {
        if (run.keyword != Keyword::Run || !run.stage)
            continue;
        const ScriptCommand *update = nullptr;
        bool installs = false;
        for (const ScriptCommand &command : context.commandsOf(run)) {
            const PackageCommand *apt = context.packageOf(command);
            if (!apt || (apt->manager != PackageManager::Apt && apt->manager != PackageManager::Apk))
                continue;
            if (apt->isVerb("update"))
                update = apt->command;
            else
                installs = installs || apt->verb;
        }
        // A script of another name may install.
        if (update && !installs && context.commandsOf(run).size() == 1)
            report({&run,
                    update->range,
                    {QT_TRANSLATE_NOOP(
                         "lint",
                         "By itself in a layer, the package list stays in the cache and grows old: "
                         "update and install in one RUN."),
                     {}}});
    }
}

/// Without `set -e` the script goes on after a failure, and only its last command decides.
void checkScriptGoesOn(const LintContext &context, const Report &report)
{
    const Syntax &syntax = context.syntax();
    bool isSet = false;
    for (const Instruction &instruction : syntax.instructions) {
        if (instruction.keyword == Keyword::From)
            isSet = false;
        if (instruction.keyword == Keyword::Shell)
            isSet = true; // Whoever sets it knows what it does.
        if (instruction.keyword != Keyword::Run || isSet || instruction.heredocs.isEmpty())
            continue;
        for (const Heredoc &heredoc : syntax.heredocsOf(instruction)) {
            const std::string_view body = syntax.textOf(heredoc.body);
            const auto commands = context.commandsOf(instruction);
            if (!isShellScript(syntax, instruction, heredoc) || commands.size() < 2
                || body.find("set -") != std::string_view::npos || body.starts_with("#!")
                || syntax.joined(instruction, instruction.arguments).find("-e") != std::string::npos)
                continue;
            report({&instruction,
                    heredoc.mark,
                    {QT_TRANSLATE_NOOP(
                         "lint",
                         "If a command of this script fails, the next one runs all the same: begin it "
                         "with “set -e”."),
                     {}},
                    inserting({QT_TRANSLATE_NOOP("lint", "Begin with “set -e”"), {}}, heredoc.body.begin,
                              "set -e\n", FixSafety::AskFirst)});
        }
    }
}

} // namespace drydock
