// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/context/build_context.h"
#include "model/context/path_match.h"
#include "model/lint/copy_steps.h"
#include "model/lint/layer_mounts.h"
#include "model/lint/rules/content_rules.h"
#include "model/lint/stage_bases.h"

#include <algorithm>

namespace drydock {
namespace {

/// A folder that a RUN has filled and that people also have beside their Dockerfile.
struct Installed {
    const Instruction *run;
    std::string path;
    bool isAnywhere = false; ///< In the folder of each project below; `path` is what holds them all.

    std::string_view name() const { return nameOfPath(path); }
};

bool isSet(const LintContext &context, const Instruction &run, std::string_view variable)
{
    return context.variableAt(run, variable) != nullptr;
}

/// What `command` fills, relative to where it runs; empty if nothing that is known.
std::string filledBy(const LintContext &context, const Instruction &run, const ScriptCommand &command)
{
    const std::string_view name = command.name();
    const auto operands = command.operands();
    const std::string_view verb
        = operands.empty() ? std::string_view() : std::string_view(operands[0]->value);
    const std::string_view second
        = operands.size() < 2 ? std::string_view() : std::string_view(operands[1]->value);
    if (isOneOf(name, {"npm", "pnpm", "yarn", "bun"})) {
        const bool isElsewhere = command.has({"-g", "--global", "--prefix", "-C", "--cwd", "--dir"});
        const bool installs = isOneOf(verb, {"install", "ci", "i"}) || (name == "yarn" && operands.empty());
        return installs && !isElsewhere ? "node_modules" : "";
    }
    if (name == "uv" && verb == "sync")
        return isSet(context, run, "UV_PROJECT_ENVIRONMENT") ? "" : ".venv";
    if (name == "poetry" && verb == "install")
        return isSet(context, run, "POETRY_VIRTUALENVS_IN_PROJECT") ? ".venv" : "";
    if (name == "uv" && verb == "venv")
        return operands.size() > 1 ? std::string(second) : ".venv";
    if (name == "virtualenv" && !operands.empty())
        return std::string(verb);
    if (name.starts_with("python") && verb == "venv" && !second.empty()) // python -m venv …
        return std::string(second);
    if (name == "composer" && verb == "install")
        return "vendor";
    if (name == "go" && verb == "mod" && second == "vendor")
        return "vendor";
    if (name == "cargo" && (verb == "build" || (verb == "chef" && second == "cook")))
        return isSet(context, run, "CARGO_TARGET_DIR") || command.has({"--target-dir"}) ? "" : "target";
    if (name == "dotnet" && verb == "restore")
        return "obj";
    return {};
}

std::vector<Installed> installedBy(const LintContext &context, const Instruction &run)
{
    std::vector<Installed> found;
    std::optional<std::string> directory = context.workingDirectoryAt(run);
    for (const ScriptCommand &command : context.commandsOf(run)) {
        if (command.name() == "cd") {
            const auto operands = command.operands();
            const std::string path = operands.empty() ? "" : absolutePath(operands[0]->value, directory);
            directory = path.empty() ? std::nullopt : std::optional(path);
        }
        const std::string filled = filledBy(context, run, command);
        std::string path = filled.empty() || !directory ? "" : absolutePath(filled, directory);
        if (path.size() > 1 && !isMounted(context, run, path))
            found.push_back({&run, std::move(path), filled == "obj"});
    }
    return found;
}

/// `run` moves or deletes it, so that nothing is left to be laid over.
bool isTakenAway(const LintContext &context, const Instruction &run, const Installed &installed)
{
    return std::ranges::any_of(context.commandsOf(run), [&](const ScriptCommand &command) {
        return isOneOf(command.name(), {"mv", "rm"})
            && std::ranges::any_of(command.operands(), [&](const ScriptWord *word) {
                   return nameOfPath(word->value) == installed.name();
               });
    });
}

/// Plug'n'Play puts no node_modules anywhere, and is what Yarn does from version 2 on.
bool usesPlugAndPlay(const CopyStep &step)
{
    return std::ranges::any_of(step.sources, [](const CopiedSource &source) {
        return source.name().starts_with(".pnp") || source.name().starts_with(".yarn");
    });
}

enum class Beside : std::uint8_t {
    LeftOut,
    Unknown, ///< Not there now, or nobody knows.
    Sent,
};

/// What the folder of the Dockerfile has to say. \param path relative to it.
Beside besideAt(const BuildContext *folder, const std::string &path, bool isAnywhere)
{
    if (!folder)
        return Beside::Unknown;
    const DockerIgnore &rules = folder->ignoreFile().rules;
    if (!isAnywhere) {
        if (const auto entry = folder->find(path))
            return folder->entries()[*entry].isSent ? Beside::Sent : Beside::LeftOut;
        return rules.isIgnored(path) ? Beside::LeftOut : Beside::Unknown;
    }
    const bool isSent = std::ranges::any_of(folder->entries(), [&](const ContextEntry &entry) {
        return entry.isSent && entry.kind == EntryKind::Folder && nameOfPath(entry.path) == path;
    });
    return isSent ? Beside::Sent : rules.isIgnored("project/" + path) ? Beside::LeftOut : Beside::Unknown;
}

/// Whether `copy` lays the folder's own over `installed`.
Beside laidOver(const LintContext &context, const CopyStep &copy, const Installed &installed)
{
    const std::string &into = copy.destination;
    if (into.empty() || !liesIn(installed.path, into))
        return Beside::LeftOut;
    for (const Flag &flag : context.syntax().flagsOf(*copy.instruction)) {
        if (context.syntax().textOf(flag.name) == "--exclude"
            && context.syntax().textOf(flag.value).find(installed.name()) != std::string_view::npos)
            return Beside::LeftOut;
    }
    const std::string inside = installed.path.substr(into == "/" ? 1 : into.size() + 1);
    return besideAt(context.settings().folder.get(),
                    installed.isAnywhere ? std::string(installed.name()) : inside, installed.isAnywhere);
}

} // namespace

/// `COPY . .` takes what was installed on the host, for another system perhaps, and lays it over what the build has
/// installed.
void checkHostFolderOverInstalled(const LintContext &context, const Report &report)
{
    for (std::size_t i = 0; i < context.stageCount(); ++i) {
        std::vector<Installed> installed;
        for (const Instruction &instruction : context.instructionsOf({i})) {
            if (instruction.keyword == Keyword::Run) {
                for (Installed &each : installedBy(context, instruction))
                    installed.push_back(std::move(each));
                std::erase_if(installed,
                              [&](const Installed &each) { return isTakenAway(context, instruction, each); });
            }
            const auto copy = copyStepOf(context, instruction);
            if (!copy || !copy->isFromFolderOfBuild())
                continue;
            if (usesPlugAndPlay(*copy))
                break;
            if (!copy->takesAll())
                continue;
            std::string told;
            for (const Installed &each : installed) {
                const Beside beside = laidOver(context, *copy, each);
                if (beside == Beside::LeftOut || each.path == told)
                    continue;
                told = each.path;
                Finding finding {&instruction, instruction.arguments, {}};
                if (beside == Beside::Sent) {
                    finding.message = {
                        QT_TRANSLATE_NOOP("lint",
                                          "This lays the “%1” of the Dockerfile’s folder over the one that "
                                          "line %2 has made. Name it in .dockerignore."),
                        {std::string(each.name()), std::to_string(each.run->firstLine)}};
                } else {
                    finding.severity = Severity::Info;
                    finding.message = {
                        QT_TRANSLATE_NOOP("lint",
                                          "If there is a “%1” in the Dockerfile’s folder, this lays it over "
                                          "the one that line %2 has made. Name it in .dockerignore."),
                        {std::string(each.name()), std::to_string(each.run->firstLine)}};
                }
                report(std::move(finding));
            }
            installed.clear();
        }
    }
}

} // namespace drydock
