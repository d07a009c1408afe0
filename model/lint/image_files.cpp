// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/image_files.h"

#include "model/base/one_of.h"
#include "model/context/build_context.h"
#include "model/context/path_match.h"
#include "model/lint/build_folder.h"
#include "model/lint/stage_bases.h"
#include "model/syntax/heredoc.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

bool writesSomewhere(const ScriptCommand &command)
{
    for (const ScriptWord &word : command.words) {
        const std::size_t arrow = word.value.find('>');
        // Version limits of packages are quoted, so that the shell sees no arrow in them.
        if (arrow != std::string::npos && word.value.find("/dev/null") == std::string::npos
            && word.value.find(">&") == std::string::npos)
            return true;
    }
    return false;
}

bool isTransparent(const LintContext &context, const ScriptCommand &command)
{
    const std::string_view name = command.name();
    if (name.empty()) // Only variables are set.
        return true;
    if (const PackageCommand *package = context.packageOf(command))
        return package->manager != PackageManager::Go
            && (package->manager != PackageManager::Npm
                || package->isAnyVerb({"install", "i", "ci", "cache"}))
            && (package->manager != PackageManager::Yarn || !package->isAnyVerb({"run", "build"}));
    if (isOneOf(name, {"echo", "printf", "cat"}))
        return !writesSomewhere(command);
    static constexpr std::array<std::string_view, 34> harmless {"set",
                                                                "cd",
                                                                "export",
                                                                "true",
                                                                ":",
                                                                "mkdir",
                                                                "chmod",
                                                                "chown",
                                                                "chgrp",
                                                                "adduser",
                                                                "addgroup",
                                                                "useradd",
                                                                "groupadd",
                                                                "usermod",
                                                                "groupmod",
                                                                "rm",
                                                                "rmdir",
                                                                "test",
                                                                "[",
                                                                "ldconfig",
                                                                "sleep",
                                                                "deluser",
                                                                "userdel",
                                                                "delgroup",
                                                                "setcap",
                                                                "strip",
                                                                "apt-mark",
                                                                "umask",
                                                                "ls",
                                                                "id",
                                                                "whoami",
                                                                "locale-gen",
                                                                "update-ca-certificates",
                                                                "install_packages"};
    return std::ranges::find(harmless, name) != harmless.end();
}

/// A name with the ending of a file.
bool looksLikeFile(std::string_view name)
{
    static constexpr std::array<std::string_view, 22> endings {
        ".jar",  ".war",  ".js",  ".mjs",  ".cjs", ".py",   ".sh",  ".rb",  ".php",  ".dll",  ".exe",
        ".json", ".yaml", ".yml", ".toml", ".txt", ".conf", ".crt", ".pem", ".html", ".lock", ".xml"};
    return std::ranges::any_of(endings, [name](std::string_view ending) { return name.ends_with(ending); });
}

/// The file that a compiler is told to write; empty if it may be a folder.
std::string outputOf(const LintContext &context, const Instruction &run, const ScriptCommand &command)
{
    const auto words = command.arguments();
    const auto operands = command.operands();
    const std::string_view name = command.name();
    const bool isGo = isOneOf(name, {"go", "tinygo"}) && !operands.empty() && operands[0]->value == "build";
    const bool isOther = isOneOf(name, {"gcc", "g++", "cc", "c++", "clang", "clang++", "rustc", "ghc"});
    // `./...` are several programs, which go into a folder.
    const bool isSeveral = std::ranges::any_of(
        operands, [](const ScriptWord *word) { return word->value.find("...") != std::string::npos; });
    if ((!isGo && !isOther) || isSeveral)
        return {};
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string_view output;
        if (words[i].value == "-o" && i + 1 < words.size())
            output = words[i + 1].value;
        else if (words[i].value.starts_with("-o="))
            output = std::string_view(words[i].value).substr(3);
        if (!output.empty() && !output.ends_with('/'))
            return absolutePath(expandedAt(context, run, output).value_or(""),
                                context.workingDirectoryAt(run));
    }
    return {};
}

/// `go build -o /out` writes into /out if that is a folder already.
bool isMadeFolder(const LintContext &context, const Instruction &instruction, std::string_view path)
{
    if (instruction.keyword == Keyword::Workdir)
        return absolutePath(context.syntax().joined(instruction, instruction.arguments),
                            context.workingDirectoryAt(instruction))
            == path;
    return std::ranges::any_of(context.commandsOf(instruction), [&](const ScriptCommand &command) {
        return command.name() == "mkdir"
            && std::ranges::any_of(command.operands(), [&](const ScriptWord *word) {
                   return absolutePath(word->value, context.workingDirectoryAt(instruction)) == path;
               });
    });
}

bool isFetchedOrUnpacked(const CopyStep &step, const CopiedSource &source)
{
    if (step.instruction->keyword != Keyword::Add)
        return false;
    return source.path.find("://") != std::string::npos || source.path.starts_with("git@")
        || std::ranges::any_of(std::array<std::string_view, 4> {".tar", ".tgz", ".tbz", ".txz"},
                               [&](std::string_view part) { return source.name().find(part) != part.npos; });
}

} // namespace

bool isTransparent(const LintContext &context, const Instruction &run)
{
    const auto commands = context.commandsOf(run);
    return !commands.empty() && std::ranges::all_of(commands, [&](const ScriptCommand &command) {
        return isTransparent(context, command);
    });
}

ImageFiles::ImageFiles(const LintContext &context)
    : m_context(context)
    , m_folder(buildFolderOf(context))
{
    for (const StageIndex stage : context.shippedStages()) {
        for (CopyStep &step : copyStepsOf(context, stage))
            m_steps.push_back(std::move(step));
    }
}

Presence ImageFiles::presenceOf(std::string_view path) const
{
    const std::string_view name = nameOfPath(path);
    for (const StageIndex stage : m_context.shippedStages()) {
        for (const Instruction &instruction : m_context.instructionsOf(stage)) {
            const bool isRun = instruction.keyword == Keyword::Run;
            const bool isMentioned
                = m_context.syntax().textOf(instruction.range).find(name) != std::string_view::npos;
            // A volume, or what a trigger brings, may hold anything.
            if (instruction.keyword == Keyword::Onbuild || instruction.keyword == Keyword::Volume
                || (isRun && (isMentioned || !isTransparent(m_context, instruction))))
                return Presence::Unknown;
        }
    }
    for (const CopyStep &step : m_steps) {
        for (const CopiedSource &source : step.sources) {
            if (step.destination.empty() || mayBring(step, source, path))
                return Presence::Unknown;
        }
    }
    return Presence::Absent;
}

bool ImageFiles::mayBring(const CopyStep &step, const CopiedSource &source, std::string_view path) const
{
    const std::string_view into = step.destination;
    if (!liesIn(path, into))
        return false;
    if (source.path.empty() || isFetchedOrUnpacked(step, source) || heredocOf(source.path)
        || hasWildcard(source.path))
        return true;
    // A file under its own name, or under a new one.
    if (path == step.pathInside(source) || (path == into && !step.isIntoFolder))
        return true;
    if (path == into)
        return false;
    return mayHoldFiles(step, source, path.substr(into == "/" ? 1 : into.size() + 1));
}

/// Whether the source may be a folder with `inside` in it.
bool ImageFiles::mayHoldFiles(const CopyStep &step, const CopiedSource &source, std::string_view inside) const
{
    if (step.stage)
        return !isBuiltFile(step.stage, absolutePath(source.path, "/")) && !looksLikeFile(source.name());
    if (step.from)
        return !looksLikeFile(source.name());
    if (!m_folder || !m_folder->isWhole())
        return step.takesAll() || !looksLikeFile(source.name());
    const std::string root = pathFrom("/", source.path).substr(1);
    const auto entry = m_folder->find(root);
    if (!root.empty() && !entry)
        return !looksLikeFile(source.name()); // The build stops there, or a script makes it first.
    if (entry && m_folder->entries()[*entry].kind == EntryKind::File)
        return false;
    const auto found = m_folder->find(joinedPath(root, inside));
    // What lies behind a link is not looked for.
    const bool hasLinks = std::ranges::any_of(
        m_folder->entries(), [](const ContextEntry &each) { return each.kind == EntryKind::Link; });
    return hasLinks || (found && m_folder->entries()[*found].isSent);
}

bool ImageFiles::isBuiltFile(StageIndex stage, std::string_view path) const
{
    if (path.empty())
        return false;
    const std::string_view above = folderOfPath(path);
    if (above == "/go/bin" || above.ends_with("/target/release"))
        return true;
    bool isWritten = false;
    for (; stage; stage = m_context.stage(stage).parent) {
        for (const Instruction &instruction : m_context.instructionsOf(stage)) {
            if (isMadeFolder(m_context, instruction, path))
                return false;
            if (instruction.keyword != Keyword::Run)
                continue;
            for (const ScriptCommand &command : m_context.commandsOf(instruction))
                isWritten = isWritten || outputOf(m_context, instruction, command) == path;
        }
    }
    return isWritten;
}

std::vector<std::string> ImageFiles::knownFiles() const
{
    std::vector<std::string> files;
    for (const CopyStep &step : m_steps) {
        for (const CopiedSource &source : step.sources) {
            const bool isFile = looksLikeFile(source.name())
                || (step.stage && isBuiltFile(step.stage, absolutePath(source.path, "/")));
            if (!isFile || step.destination.empty() || hasWildcard(source.path))
                continue;
            files.push_back(step.isIntoFolder ? step.pathInside(source) : step.destination);
        }
    }
    return files;
}

} // namespace drydock
