// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/text_parts.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/split/recipes/carrier.h"

#include <algorithm>

namespace drydock {
/// A RUN that is not repeated has changed it, or what is in it.
bool Carrier::isTouched(const CopyStep &copy, std::string_view path) const
{
    return std::ranges::any_of(m_notes, [&](const StepNote &note) {
        if (note.step->run < copy.instruction || note.effect != StepEffect::Writes
            || m_recipe.repeated.contains(m_stage.lint().indexOf(*note.step->run).value))
            return false;
        return std::ranges::any_of(note.paths, [&](const std::string &touched) {
            const std::string_view plain = withoutSlash(touched);
            return liesIn(plain, path) || (liesIn(path, plain));
        });
    });
}

/// A later line copies all there is to the same folder.
bool Carrier::isSaidAgain(const CopyStep &copy) const
{
    if (!copy.isFromFolderOfBuild() || std::ranges::any_of(copy.sources, [](const CopiedSource &source) {
            return source.path.empty()
                || source.path.find('/', source.path.starts_with("./") ? 2 : 0) != std::string::npos;
        }))
        return false;
    return std::ranges::any_of(m_stage.copies(), [&](const CopyStep &later) {
        return later.instruction > copy.instruction && later.isFromFolderOfBuild() && later.takesAll()
            && !copy.destination.empty() && later.destination == copy.destination;
    });
}

/// What is said again means another folder than the runtime stage begins in: the WORKDIRs above it are said again, too.
void Carrier::keepDirectories(const Instruction &instruction)
{
    const auto all = m_stage.instructions();
    const Instruction *next = m_last + 1;
    const std::string said = next < all.data() + all.size() ? m_stage.directoryAt(*next).value_or("")
                                                            : m_stage.workingDirectory();
    if (m_stage.directoryAt(instruction).value_or("") == said)
        return;
    for (const Instruction &other : all) {
        if (&other < &instruction && other.keyword == Keyword::Workdir)
            m_recipe.repeated.insert(m_stage.lint().indexOf(other).value);
    }
}

/// Some RUN behind it works where it puts its files, or names them.
bool Carrier::isNeededByBuild(const CopyStep &copy) const
{
    // A program of another image, such as composer.
    if (copy.from)
        return true;
    std::vector<std::string_view> names {lastPart(copy.destination)};
    for (const CopiedSource &source : copy.sources)
        names.push_back(source.name());
    return std::ranges::any_of(m_notes, [&](const StepNote &note) {
        if (note.step->run < copy.instruction || note.effect == StepEffect::Nothing
            || note.effect == StepEffect::System)
            return false;
        if (!note.step->directory || liesIn(copy.destination, *note.step->directory)
            || liesIn(*note.step->directory, copy.destination))
            return true;
        return std::ranges::any_of(note.step->command->words, [&](const ScriptWord &word) {
            return std::ranges::any_of(names, [&](std::string_view name) {
                return name.empty() || word.value.find(name) != std::string::npos;
            });
        });
    });
}

void Carrier::readCopy(const CopyStep &copy)
{
    if (m_plan.isForBuild && m_plan.isForBuild(copy))
        return;
    if (copy.destination.empty()) {
        m_recipe.refuse(
            {QT_TRANSLATE_NOOP("refactor",
                               "Nobody can tell where line %1 copies to: a variable in it has no value."),
             {std::to_string(copy.instruction->firstLine)}},
            copy.instruction->range);
        return;
    }
    if (isCovered(copy.destination))
        return;
    const std::size_t index = m_stage.lint().indexOf(*copy.instruction).value;
    if (isTouched(copy, copy.destination)) {
        // As the build has left it, then.
        if (!copy.isIntoFolder && !copy.takesAll()) {
            takeFile(copy.destination);
            return;
        }
        if (!copy.takesAll() && std::ranges::none_of(copy.sources, [](const CopiedSource &source) {
                return source.name().empty() || source.name().find_first_of("*?[.") == std::string_view::npos
                    || source.name().find_first_of("*?[") != std::string_view::npos;
            })) {
            for (const CopiedSource &source : copy.sources)
                takeFile(copy.pathInside(source));
            return;
        }
        if (!isSystemFolder(copy.destination)) {
            m_taken.push_back(copy.destination);
            takeFile(copy.destination + "/");
            return;
        }
        // Modes of files that nobody can tell apart from the system's.
        m_recipe.refuse(
            {QT_TRANSLATE_NOOP(
                 "refactor",
                 "What line %1 copies is changed later on, and %2 is too much to be copied. Copy it to a "
                 "folder of its own first."),
             {std::to_string(copy.instruction->firstLine), copy.destination}},
            copy.instruction->range);
        return;
    }
    (isNeededByBuild(copy) ? m_recipe.repeated : m_recipe.moved).insert(index);
    keepDirectories(*copy.instruction);
}

} // namespace drydock
