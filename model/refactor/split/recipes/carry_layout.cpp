// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Folders, owners and modes. COPY takes over what is in a folder, but nothing of the folder itself: who has it and who may write
// to it has to be said again.
#include "model/base/one_of.h"
#include "model/knowledge/variables.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/split/recipes/carrier.h"

#include <algorithm>

namespace drydock {
namespace {

bool isPlainWord(std::string_view word)
{
    return !word.empty() && std::ranges::all_of(word, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || std::string_view("/._-+:@=,*?").find(c) != std::string_view::npos;
    });
}

} // namespace

/// A word as it can stand in another RUN of the same stage; empty if it cannot.
std::string Carrier::wordFor(const StepNote &note, std::string_view word) const
{
    const std::string text = expandedAt(m_stage.lint(), *note.step->run, word).value_or("");
    return isPlainWord(text) ? text : std::string();
}

/// Whether a command on `path` has to be said in the runtime stage. Nothing, and a refusal, if that cannot be told.
std::optional<bool> Carrier::isForNewStage(const StepNote &note, std::string_view path)
{
    const auto index = static_cast<std::size_t>(&note - m_notes.data());
    const bool isMaking = note.step->command->name() == "mkdir";
    if ((isTemporary(path) && !isNamed(path)) || isGone(index, path))
        return false;
    if (isSystemFolder(path)) {
        if (!isMaking && (note.step->command->hasLetter('R') || path == "/")) {
            refuseUnknown(note);
            return std::nullopt;
        }
        return !isMaking;
    }
    if (std::ranges::find(m_taken, path) != m_taken.end())
        return !isMaking;
    // What is in a folder that is taken, and files that are taken, keep what they have.
    return !isCovered(path) && std::ranges::none_of(m_found, [path](const std::string &found) {
        return withoutSlash(found) == path;
    });
}

void Carrier::readLayout(const StepNote &note)
{
    const ScriptCommand &command = *note.step->command;
    const bool isMaking = command.name() == "mkdir";
    const bool isRecursive = command.hasLetter('R') || command.has({"--recursive"});
    const bool isOwner = isOneOf(command.name(), {"chown", "chgrp"});
    if (command.program != 0) { // Behind `then` or the like.
        refuseUnknown(note);
        return;
    }
    std::string text(command.name());
    std::string places;
    std::size_t paths = 0;
    bool isWord = isMaking; // The mode or the owner comes first.
    for (const ScriptWord &word : command.arguments()) {
        const bool isMode = isMaking && command.has({"-m"}) && paths == 0
            && word.value.find_first_not_of("01234567") == std::string::npos;
        if (word.value.starts_with('-') || !isWord || isMode) {
            isWord = isWord || !word.value.starts_with('-');
            const std::string plain = wordFor(note, word.value);
            if (plain.empty()) {
                refuseUnknown(note);
                return;
            }
            // Of a folder that is taken, COPY sets the owner of all that is in it.
            text += " " + plain;
            continue;
        }
        if (paths >= note.paths.size())
            break;
        const std::string &path = note.paths[paths++];
        const std::string_view folder = withoutSlash(path);
        if (isOfPackages(note, folder))
            return;
        const std::optional<bool> isFor = isForNewStage(note, folder);
        if (!isFor)
            return;
        if (isOwner && command.name() == "chown") {
            if (const std::string owner = wordFor(note, note.owner); !owner.empty())
                m_owners.push_back({std::string(folder), owner, isRecursive});
        }
        if (!*isFor)
            continue;
        // A pattern stays as it is written, if it does not hang on the folder.
        const bool isPattern = word.value.find_first_of("*?") != std::string::npos;
        const std::string place = isPattern ? (word.value.starts_with('/') ? wordFor(note, word.value) : "")
                                            : std::string(folder);
        if (!isPlainWord(place)) {
            refuseUnknown(note);
            return;
        }
        const bool isTaken = std::ranges::find(m_taken, place) != m_taken.end();
        if (isTaken && place != m_stage.workingDirectory())
            addLine(*note.step->run, "mkdir -p " + place);
        places += " " + place;
    }
    if (places.empty())
        return;
    if (isMaking && !runsAsRoot(m_stage, *note.step->run))
        text += places + " && chown " + wordFor(note, userAt(m_stage, *note.step->run));
    addLine(*note.step->run, text + places);
}

/// What a build or an installer may have read as well as the program does: said in both stages.
void Carrier::keepVariables()
{
    const bool isBuilt = std::ranges::any_of(
        m_notes, [](const StepNote &note) { return note.effect == StepEffect::Builds; });
    for (const VariableSetting &setting : m_stage.lint().settingsOf(m_stage.index())) {
        const Instruction &instruction = m_stage.syntax().at(setting.instruction);
        if (setting.keyword == Keyword::Env && &instruction < m_last
            && (setting.name == "NODE_ENV"
                || (isBuilt && useOfVariable(setting.name) == VariableUser::Runtime)))
            m_recipe.repeated.insert(setting.instruction.value);
    }
}

} // namespace drydock
