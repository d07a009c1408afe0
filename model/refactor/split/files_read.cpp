// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/files_read.h"

#include "model/base/one_of.h"
#include "model/context/build_context.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/split/runtime_needs.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

/// Folders that programs open while they run, by habit.
constexpr std::array<std::string_view, 12> usualFolders {"templates", "static",     "public",  "views",
                                                         "assets",    "migrations", "locales", "config",
                                                         "conf",      "certs",      "web",     "i18n"};

/// Everything of a project: nobody can tell by the name what is in there.
bool isWholeProject(const CopiedSource &source)
{
    const std::string_view name = source.name();
    return name.empty()
        || isOneOf(name, {".", "..", "*", "src", "app", "source", "server", "service", "backend"})
        || name.find_first_of("*?[") != std::string_view::npos;
}

bool isTaken(const std::vector<RuntimeFile> &files, std::string_view path)
{
    return std::ranges::any_of(files, [&](const RuntimeFile &file) { return liesIn(path, file.path); });
}

} // namespace

FilesRead filesRead(const SplitStage &stage, const std::function<bool(std::string_view name)> &isSource,
                    bool addsLines)
{
    FilesRead result;
    for (const CopyStep &copy : stage.copies()) {
        const Instruction &instruction = *copy.instruction;
        if (!addsLines && isBehindBuild(stage, instruction))
            continue; // It stays where it is, and that is the runtime stage.
        const std::string line = std::to_string(instruction.firstLine);
        bool isVague = false;
        for (const CopiedSource &source : copy.sources) {
            const bool isUnknown = source.path.empty() || copy.destination.empty();
            if (isSource(source.name()))
                continue;
            if (isUnknown || isWholeProject(source) || !copy.isFromFolderOfBuild()) {
                isVague = true;
                continue;
            }
            // The contents of a folder end up in the destination, a file does so under its name.
            const bool isFile = source.name().find('.', 1) != std::string_view::npos;
            if (!isFile && copy.destination == stage.workingDirectory()) {
                isVague = true;
                continue;
            }
            const std::string path = isFile && copy.isIntoFolder ? copy.pathInside(source) : copy.destination;
            if (path == "/" || isTaken(result.files, path))
                continue;
            result.files.push_back({path,
                                    path,
                                    {QT_TRANSLATE_NOOP("refactor", "“%1”, which line %2 copies by name"),
                                     {std::string(source.name()), line}},
                                    true,
                                    {}});
        }
        if (isVague && copy.isFromFolderOfBuild())
            result.assumptions.push_back(
                {{QT_TRANSLATE_NOOP(
                      "refactor",
                      "The program reads nothing of what line %1 copies while it runs, such as templates "
                      "or settings, but what is copied on."),
                  {line}},
                 instruction.range});
    }
    if (const BuildContext *folder = stage.lint().settings().folder.get()) {
        for (const std::string_view name : usualFolders) {
            const auto entry = folder->find(name);
            if (!entry || folder->entries()[*entry].kind != EntryKind::Folder
                || !folder->entries()[*entry].isSent)
                continue;
            const std::string place = stage.placeOf(name);
            if (place.empty() || isTaken(result.files, place))
                continue;
            result.files.push_back(
                {place,
                 place,
                 {QT_TRANSLATE_NOOP("refactor", "The folder “%1”: programs often read such ones"),
                  {std::string(name)}},
                 true,
                 {}});
        }
    }
    return result;
}

} // namespace drydock
