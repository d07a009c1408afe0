// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/split/recipes/carrier.h"
#include "model/shell/pattern.h"

#include <algorithm>
#include <array>

namespace drydock {
bool isTemporary(std::string_view path)
{
    static constexpr std::array<std::string_view, 8> folders {
        "/tmp", "/var/tmp", "/var/cache", "/var/lib/apt", "/root/.cache", "/root/.npm", "/dev", "/proc"};
    return std::ranges::any_of(folders, [&](std::string_view folder) { return liesIn(path, folder); });
}

std::span<const StepNote> Carrier::notesOfRun(const Instruction &run) const
{
    const auto isOf = [&](const StepNote &note) { return note.step->run == &run; };
    const auto first = std::ranges::find_if(m_notes, isOf);
    const auto end = std::find_if_not(first, m_notes.end(), isOf);
    return {first, end};
}

bool Carrier::isCovered(std::string_view path) const
{
    return std::ranges::any_of(m_taken,
                               [&](const std::string &folder) { return liesIn(withoutSlash(path), folder); });
}

/// Folders that a build writes into are taken whole.
void Carrier::takeBuilt()
{
    for (const StepNote &note : m_notes) {
        if (note.effect != StepEffect::Builds || m_plan.isBuildTold
            || (m_plan.isRootTold && note.step->directory == "/"))
            continue;
        if (!note.step->directory) {
            refuseUnknown(note);
            return;
        }
        std::string folder = *note.step->directory;
        // A part of the program's own folder: the program's folder.
        const std::string &home = m_stage.workingDirectory();
        if (!isSystemFolder(home) && liesIn(folder, home))
            folder = home;
        const bool isSaid = m_saidRun == note.step->run && isCovered(folder);
        m_saidRun = note.step->run;
        if (isSaid)
            continue;
        if (!isSystemFolder(folder)) {
            m_recipe.assumptions.push_back(
                {{QT_TRANSLATE_NOOP(
                      "refactor",
                      "“%1” on line %2 leaves what the program needs in %3, and nothing elsewhere."),
                  {nameOf(note), lineOf(note), folder}},
                 note.step->command->range});
        } else {
            m_recipe.refuse(
                {QT_TRANSLATE_NOOP(
                     "refactor",
                     "“%1” on line %2 works in %3, and that is too much to be copied. Set a WORKDIR "
                     "of its own for the program first."),
                 {nameOf(note), lineOf(note), folder}},
                note.step->command->range);
            return;
        }
        if (!isCovered(folder)) {
            m_taken.push_back(folder);
            takeFile(folder + "/");
        }
    }
}

/// The same words do the same on the new base, ahead of what is copied.
bool Carrier::isRepeatable(const Instruction &run, std::span<const StepNote> notes) const
{
    bool doesAnything = false;
    for (const StepNote &note : notes) {
        const std::string_view name = note.step->command->name();
        const bool isHarmless
            = isOneOf(name, {"set", "cd", "echo", "printf", "cat", "true", ":", "export", "umask", "rm", ""});
        switch (note.effect) {
        case StepEffect::Nothing:
            if (!isHarmless)
                return false;
            continue;
        case StepEffect::Again:
        case StepEffect::Link:
        case StepEffect::Layout:
            break;
        case StepEffect::Writes:
            if (isOneOf(name, {"curl", "wget", "git", "tar", "unzip", "mv", "cp", "install"}))
                return false;
            break;
        default:
            return false;
        }
        doesAnything = true;
        for (const std::string &path : note.paths) {
            if (isCovered(path) || std::ranges::any_of(m_touched, [&](const std::string &other) {
                    return liesIn(withoutSlash(path), other) || liesIn(other, withoutSlash(path));
                }))
                return false;
        }
    }
    return doesAnything && runsAsRoot(m_stage, run);
}

void Carrier::readRun(const Instruction &run)
{
    const auto notes = notesOfRun(run);
    if (notes.empty()) {
        m_recipe.refuse({QT_TRANSLATE_NOOP("refactor", "Nobody can tell what line %1 leaves in the image."),
                         {std::to_string(run.firstLine)}},
                        run.range);
        return;
    }
    if (isRepeatable(run, notes)) {
        m_recipe.repeated.insert(m_stage.lint().indexOf(run).value);
        if (std::ranges::any_of(notes, [](const StepNote &note) { return !note.paths.empty(); }))
            keepDirectories(run);
        return;
    }
    for (const StepNote &note : notes) {
        if (m_recipe.isRefused())
            return;
        readNote(note);
    }
}

bool Carrier::isGone(std::size_t noteIndex, std::string_view path) const
{
    for (std::size_t i = noteIndex + 1; i < m_notes.size(); ++i) {
        const StepNote &note = m_notes[i];
        if (note.movedFrom == path)
            return true;
        if (note.step->command->name() != "rm")
            continue;
        for (const ScriptWord *word : note.step->command->operands()) {
            const std::size_t star = word->value.find_first_of("*?");
            const std::size_t slash = word->value.rfind('/');
            if (star == std::string::npos) {
                const std::string removed = placeOfWord(m_stage, *note.step, word->value);
                if (!removed.empty() && liesIn(path, removed))
                    return true;
                continue;
            }
            if (slash != std::string::npos && star < slash)
                continue;
            const std::string folder = slash == std::string::npos
                ? note.step->directory.value_or("")
                : placeOfWord(m_stage, *note.step, std::string_view(word->value).substr(0, slash));
            const std::string_view pattern
                = std::string_view(word->value).substr(slash == std::string::npos ? 0 : slash + 1);
            const std::size_t end = path.rfind('/');
            std::string badEscape;
            const auto compiled = ShellPattern::compile(pattern, badEscape);
            if (!folder.empty() && compiled && path.substr(0, end == 0 ? 1 : end) == folder
                && compiled->matchAtStart(path.substr(end + 1), true) == path.size() - end - 1)
                return true;
        }
    }
    return false;
}

/// The program is told of it, by its words or by a variable.
bool Carrier::isNamed(std::string_view path) const
{
    const auto names = [path](std::string_view text) {
        return text.starts_with('/') && text != "/"
            && (liesIn(text, path) || liesIn(path, withoutSlash(text)));
    };
    const RuntimeContract &contract = m_stage.contract();
    return std::ranges::any_of(contract.argv, names)
        || std::ranges::any_of(contract.environment, [&](const auto &each) { return names(each.second); });
}

void Carrier::readNote(const StepNote &note)
{
    switch (note.effect) {
    case StepEffect::Nothing:
    case StepEffect::System:
    case StepEffect::Packages:
    case StepEffect::Builds:
        return;
    case StepEffect::Unknown:
        refuseUnknown(note);
        return;
    case StepEffect::Again:
    case StepEffect::Link: {
        const std::string path = note.paths.empty() ? std::string() : note.paths.front();
        if (note.effect == StepEffect::Link && isCovered(path))
            return;
        const std::string text = textOf(note);
        const bool isConditional = note.step->command->program != 0
            || isOneOf(note.step->command->words.front().value, {"if", "then", "do", "else"});
        const bool hasPlace = note.effect == StepEffect::Again
            || (!path.empty() && isSystemFolder(path.substr(0, std::max<std::size_t>(path.rfind('/'), 1))));
        if (isConditional || text.find('$') != std::string::npos || !hasPlace) {
            refuseUnknown(note);
            return;
        }
        addLine(*note.step->run, text);
        return;
    }
    case StepEffect::Layout:
        readLayout(note);
        return;
    case StepEffect::Writes:
        readWritten(note);
        return;
    }
}

/// Says where packages come from. \returns whether it is so, and the recipe is refused then.
bool Carrier::isOfPackages(const StepNote &note, std::string_view path)
{
    if (!liesIn(path, "/etc/apt") && !liesIn(path, "/etc/apk"))
        return false;
    m_recipe.refuse(
        {QT_TRANSLATE_NOOP(
             "refactor",
             "Line %1 changes where packages come from, and the new stage would have to know it too. "
             "Move that into a stage of its own that both build on."),
         {lineOf(note)}},
        note.step->command->range);
    return true;
}

void Carrier::readWritten(const StepNote &note)
{
    const auto index = static_cast<std::size_t>(&note - m_notes.data());
    for (const std::string &path : note.paths) {
        const std::string_view plain = withoutSlash(path);
        if (isOfPackages(note, plain))
            return;
        if ((isTemporary(plain) && !isNamed(plain)) || isGone(index, plain))
            continue;
        m_touched.emplace_back(plain);
        if (isCovered(plain))
            continue;
        if (isSystemFolder(plain)) {
            refuseUnknown(note);
            return;
        }
        takeFile(path);
    }
}

void Carrier::addFiles()
{
    for (const std::string &found : m_found) {
        const std::string_view plain = withoutSlash(found);
        const auto holdsIt
            = [plain](std::string_view folder) { return folder != plain && liesIn(plain, folder); };
        const bool isThere = std::ranges::any_of(m_recipe.files, [&](const RuntimeFile &file) {
            return withoutSlash(file.path) == plain || holdsIt(withoutSlash(file.path));
        });
        if (isThere || std::ranges::any_of(m_found, [&](const std::string &other) {
                return holdsIt(withoutSlash(other));
            }))
            continue;
        RuntimeFile file;
        file.path = plain;
        file.destination = file.path;
        file.title = {QT_TRANSLATE_NOOP("refactor", "%1, as the build leaves it"), {file.path}};
        m_recipe.files.push_back(std::move(file));
    }
    for (RuntimeFile &file : m_recipe.files) {
        for (const Owner &owner : m_owners) {
            if (file.destination == owner.path || (owner.isRecursive && liesIn(file.destination, owner.path)))
                file.owner = owner.name;
        }
    }
}

void carryOver(const SplitStage &stage, const CarryPlan &plan, SplitRecipe &recipe)
{
    recipe.tellsAll = true;
    Carrier(stage, plan, recipe).run();
}

} // namespace drydock
