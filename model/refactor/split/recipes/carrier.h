// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/split/recipes/carry_over.h"
#include "model/refactor/split/runtime_needs.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// A path of a folder as one of a file.
inline std::string_view withoutSlash(std::string_view path)
{
    return path.size() > 1 && path.ends_with('/') ? path.substr(0, path.size() - 1) : path;
}

/// Nobody misses it in an image.
bool isTemporary(std::string_view path);

/// carryOver() in the making.
class Carrier {
public:
    Carrier(const SplitStage &stage, const CarryPlan &plan, SplitRecipe &recipe)
        : m_stage(stage)
        , m_plan(plan)
        , m_recipe(recipe)
        , m_notes(notesOf(stage, plan.known))
        , m_taken(plan.taken)
        , m_last(lastBuildRun(stage))
    { }

    void run()
    {
        if (!m_last)
            return;
        takeBuilt();
        keepVariables();
        for (const Instruction &instruction : m_stage.instructions()) {
            if (m_recipe.isRefused())
                return;
            if (instruction.keyword == Keyword::Run)
                readRun(instruction);
            if (&instruction == m_last)
                break;
        }
        for (const CopyStep &copy : m_stage.copies()) {
            if (m_recipe.isRefused())
                return;
            if (copy.instruction < m_last && !isSaidAgain(copy))
                readCopy(copy);
        }
        addFiles();
    }

private:
    void takeBuilt();
    void readRun(const Instruction &run);
    void readNote(const StepNote &note);
    void readWritten(const StepNote &note);
    void readLayout(const StepNote &note);
    std::optional<bool> isForNewStage(const StepNote &note, std::string_view path);
    std::string wordFor(const StepNote &note, std::string_view word) const;
    void keepVariables();
    bool isOfPackages(const StepNote &note, std::string_view path);
    void readCopy(const CopyStep &copy);
    void addFiles();
    bool isRepeatable(const Instruction &run, std::span<const StepNote> notes) const;
    std::span<const StepNote> notesOfRun(const Instruction &run) const;
    bool isCovered(std::string_view path) const;
    bool isNamed(std::string_view path) const;
    bool isTouched(const CopyStep &copy, std::string_view path) const;
    bool isSaidAgain(const CopyStep &copy) const;
    void keepDirectories(const Instruction &instruction);
    bool isNeededByBuild(const CopyStep &copy) const;
    bool isGone(std::size_t noteIndex, std::string_view path) const;
    std::string lineOf(const StepNote &note) const { return std::to_string(note.step->run->firstLine); }
    std::string textOf(const StepNote &note) const
    {
        return m_stage.syntax().joined(*note.step->run, note.step->command->range);
    }
    /// The command in a few words, for a sentence.
    static std::string nameOf(const StepNote &note)
    {
        const ScriptCommand &command = *note.step->command;
        std::string text(command.name());
        const auto operands = command.operands();
        if (!operands.empty() && operands[0]->value.size() <= 30)
            text += " " + operands[0]->value;
        return text;
    }
    void refuseUnknown(const StepNote &note)
    {
        m_recipe.refuse(
            {QT_TRANSLATE_NOOP(
                 "refactor",
                 "Nobody can tell where “%1” on line %2 leaves what the program needs. Give it a stage of "
                 "its own first, and copy what it makes from there."),
             {nameOf(note), lineOf(note)}},
            note.step->command->range);
    }
    /// Commands of one RUN stay together.
    void addLine(const Instruction &run, const std::string &text)
    {
        auto &lines = m_recipe.instead[m_stage.lint().indexOf(run).value];
        if (lines.empty())
            lines.push_back(asWritten(m_stage, "RUN") + text);
        else
            lines.back() += " && " + text;
    }
    void takeFile(std::string path) { m_found.push_back(std::move(path)); }

    struct Owner {
        std::string path;
        std::string name; ///< As --chown takes it.
        bool isRecursive = false;
    };

    const SplitStage &m_stage;
    const CarryPlan &m_plan;
    SplitRecipe &m_recipe;
    std::vector<StepNote> m_notes;
    std::vector<std::string> m_taken;
    const Instruction *m_last;
    std::vector<std::string> m_found; ///< Files that the runtime stage takes from the build stage.
    std::vector<Owner> m_owners; ///< By chown, in file order.
    const Instruction *m_saidRun = nullptr; ///< The RUN that the last assumption about a build is for.
    std::vector<std::string> m_touched; ///< Changed or made by RUNs that are not repeated.
};

} // namespace drydock
