// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/refactorings/manifest_files.h"

#include "model/context/build_context.h"
#include "model/context/manifests/manifests.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/refactorings/proposals.h"

#include <algorithm>

namespace drydock {
namespace {

void addFile(std::vector<ManifestCopy> &copies, const std::string &path)
{
    const std::size_t slash = path.rfind('/');
    const std::string below = slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
    for (ManifestCopy &copy : copies) {
        if (copy.below == below && (below.empty() || copy.words.front().starts_with(below))) {
            if (std::ranges::find(copy.words, path) == copy.words.end())
                copy.words.push_back(path);
            return;
        }
    }
    copies.push_back({{path}, below});
}

} // namespace

void ManifestFiles::refuse(UserText reason, TextRange where)
{
    m_reasons.push_back(blocked(std::move(reason), where));
}

const BuildContext *ManifestFiles::folder() const
{
    return m_lint.settings().folder.get();
}

bool ManifestFiles::isThere(std::string_view path) const
{
    const auto found = folder() ? folder()->find(path) : std::nullopt;
    return found && folder()->entries()[*found].isSent;
}

/// The files that `tool` reads, or a refusal.
bool ManifestFiles::collect(const ManifestTool &tool, const CopyStep &copy,
                            const std::vector<std::string> &files, const Instruction &reader,
                            std::vector<ManifestCopy> &copies)
{
    const std::string line = lineOf(reader);
    std::vector<std::string> words;
    if (tool.name == "pip") {
        for (const std::string &file : files) {
            const std::string path = absolutePath(file, copy.destination);
            if (path.empty() || !liesIn(path, copy.destination)) {
                refuse({QT_TRANSLATE_NOOP("refactor",
                                          "Line %1: “%2” is not among the files that line %3 copies."),
                        {line, file, lineOf(*copy.instruction)}},
                       reader.arguments);
                return false;
            }
            const std::string inside = path.substr(copy.destination == "/" ? 1 : copy.destination.size() + 1);
            addFile(copies, inside);
            for (const std::string &included : includesOf(inside))
                addFile(copies, included);
        }
    } else if (folder()) {
        if (!collectFromFolder(tool, reader, copies))
            return false;
    } else {
        ManifestCopy each;
        for (const std::string_view word : tool.needed)
            each.words.emplace_back(word);
        copies.push_back(std::move(each));
    }
    if (!tool.installed.empty() && folder() && isThere(tool.installed)) {
        refuse({QT_TRANSLATE_NOOP(
                    "refactor",
                    "“%1” lies in the folder and would be copied over what line %2 installs: leave it out by "
                    ".dockerignore first."),
                {std::string(tool.installed), line}},
               copy.instruction->arguments);
        return false;
    }
    if (!checkScripts(tool, reader))
        return false;
    m_proposal.assumptions.push_back(
        {{QT_TRANSLATE_NOOP("refactor",
                            "What line %1 installs hangs on the manifests of %2 alone, not on "
                            "the sources."),
          {line, std::string(tool.name)}},
         reader.arguments});
    if (!folder() && tool.name != "pip")
        m_proposal.assumptions.push_back(
            {{QT_TRANSLATE_NOOP("refactor", "“%1” lies at the root of the folder of the build."),
              {std::string(tool.needed.front())}},
             copy.instruction->arguments});
    if (!tool.installed.empty() && !folder())
        m_proposal.assumptions.push_back(
            {{QT_TRANSLATE_NOOP("refactor", ".dockerignore leaves “%1” out."), {std::string(tool.installed)}},
             copy.instruction->arguments});
    return true;
}

bool ManifestFiles::collectFromFolder(const ManifestTool &tool, const Instruction &reader,
                                      std::vector<ManifestCopy> &copies)
{
    ManifestCopy each;
    for (const std::string_view file : tool.perhaps) {
        if (isThere(file))
            each.words.emplace_back(file);
    }
    if (tool.name == "dotnet") {
        for (const ContextEntry &entry : folder()->entries()) {
            const std::string_view path = entry.path;
            const bool isProject = path.ends_with(".csproj") || path.ends_with(".fsproj")
                || path.ends_with(".sln") || path.ends_with(".slnx") || path.ends_with(".props")
                || path.ends_with(".targets") || path.ends_with("nuget.config")
                || path.ends_with("NuGet.config") || path.ends_with("global.json")
                || path.ends_with("packages.lock.json");
            if (isProject && entry.isSent && entry.kind == EntryKind::File)
                addFile(copies, entry.path);
        }
        if (copies.empty()) {
            refuse({QT_TRANSLATE_NOOP("refactor",
                                      "No project file lies in the folder that line %1 could restore."),
                    {lineOf(reader)}},
                   reader.arguments);
            return false;
        }
        return true;
    }
    // The first of the list is the manifest; without it the command would fail.
    if (each.words.empty() || each.words.front() != tool.perhaps.front()) {
        refuse({QT_TRANSLATE_NOOP("refactor", "“%1” does not lie at the root of the folder."),
                {std::string(tool.perhaps.front())}},
               reader.arguments);
        return false;
    }
    copies.push_back(std::move(each));
    for (const std::string_view sub : tool.folders) {
        if (isThere(sub))
            copies.push_back({{std::string(sub)}, std::string(sub) + "/"});
    }
    return true;
}

std::vector<std::string> ManifestFiles::includesOf(const std::string &file) const
{
    std::vector<std::string> found;
    if (!m_context.manifests)
        return found;
    for (const auto &each : m_context.manifests->pythonPackages) {
        if (each.path != file)
            continue;
        const std::size_t slash = file.rfind('/');
        for (const std::string &included : each.facts.files) {
            const std::string path = absolutePath(
                included, "/" + (slash == std::string::npos ? std::string() : file.substr(0, slash)));
            if (!path.empty())
                found.push_back(path.substr(1));
        }
    }
    return found;
}

/// Scripts that run when packages are installed may want the sources.
bool ManifestFiles::checkScripts(const ManifestTool &tool, const Instruction &reader)
{
    if (!m_context.manifests || tool.installed != "node_modules")
        return true;
    const auto commands = m_lint.commandsOf(reader);
    if (std::ranges::any_of(commands,
                            [](const ScriptCommand &command) { return command.has({"--ignore-scripts"}); }))
        return true;
    for (const auto &package : m_context.manifests->nodePackages) {
        if (package.path != "package.json")
            continue;
        for (const char *script : {"preinstall", "install", "postinstall", "prepare"}) {
            if (!package.facts.scripts.contains(script))
                continue;
            refuse({QT_TRANSLATE_NOOP(
                        "refactor",
                        "package.json has a script “%1”, which runs with line %2 and may need the sources: "
                        "install with --ignore-scripts and run it later."),
                    {script, lineOf(reader)}},
                   reader.arguments);
            return false;
        }
        if (!package.facts.workspaces.empty()) {
            refuse({QT_TRANSLATE_NOOP(
                        "refactor",
                        "package.json has workspaces, each with a manifest of its own: copy these by hand."),
                    {}},
                   reader.arguments);
            return false;
        }
    }
    return true;
}

} // namespace drydock
