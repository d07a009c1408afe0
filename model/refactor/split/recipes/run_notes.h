// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/split/split_stage.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

// What the commands of a stage's RUNs leave in the image, as far as words can tell. Programs that are scripts need more of
// that than compiled ones.

namespace drydock {

enum class StepEffect : std::uint8_t {
    Nothing, ///< Leaves nothing: asks, cleans up, sets options of the shell.
    System, ///< Packages of the distribution come or go.
    Packages, ///< Packages of the language. The recipe knows where they end up.
    Again, ///< Changes what the base has: makes users, switches modules on. To be run on the new base again.
    Link, ///< Makes a symbolic link, which COPY would follow.
    Layout, ///< Makes a folder, or says who may do what with `paths`.
    Writes, ///< Leaves `paths`.
    Builds, ///< Leaves something in its directory, and nothing elsewhere if it behaves.
    Unknown, ///< May leave anything anywhere.
};

/// What one command does.
struct StepNote {
    const BuildStep *step = nullptr; ///< Borrowed.
    StepEffect effect = StepEffect::Unknown;
    std::vector<std::string> paths; ///< Absolute. A slash at the end: a folder, or what is in it.
    std::string owner; ///< Layout by chown: who has it then.
    std::string movedFrom; ///< Writes by mv: what is there no more.
};

/// What a recipe knows of the commands of its language; nothing: what all know.
using KnownSteps = std::function<std::optional<StepNote>(const BuildStep &)>;

/// One note for each step of the stage.
std::vector<StepNote> notesOf(const SplitStage &stage, const KnownSteps &known);

/// `text` as an absolute path, its variables replaced; empty if it cannot be told.
std::string placeOfWord(const SplitStage &stage, const BuildStep &step, std::string_view text);

/// The value of the first of `options` that `step` has: `-d DIR`, `--dir=DIR`. Empty if there is none.
std::string optionValue(const BuildStep &step, std::initializer_list<std::string_view> options);

/// The user that `run` is run by; empty: the base's.
std::string userAt(const SplitStage &stage, const Instruction &run);
/// As far as the text says: the base's user counts as root.
bool runsAsRoot(const SplitStage &stage, const Instruction &run);

/// `keyword` as the stage writes its keywords, and a blank.
std::string asWritten(const SplitStage &stage, std::string_view keyword);

/// A folder that belongs to the distribution or the base: never to be copied as a whole.
bool isSystemFolder(std::string_view path);

} // namespace drydock
