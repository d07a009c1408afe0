// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/split/recipes/run_notes.h"
#include "model/refactor/split/split_recipe.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

// Where programs that are scripts run: the same interpreter, on the same release, without what builds need.

namespace drydock {

/// In which order an image spells what its tags are made of.
enum class SlimStyle : std::uint8_t {
    BeforeRelease, ///< python:3.12-slim-bookworm
    AfterRelease, ///< node:24-bookworm-slim
};

/// Which images have a slim sister, and how it is spelled.
struct SlimImages {
    std::vector<std::string_view> names;
    SlimStyle style = SlimStyle::BeforeRelease;
};

/// The base that is proposed for the runtime stage.
struct ScriptBase {
    std::string reference; ///< As it will stand behind FROM.
    std::string withValues; ///< The same with its variables replaced.
    bool isSlimmer = false; ///< Another image than the stage has.
    bool losesDigest = false;
    bool isUnclear = false; ///< It hangs on a variable of which the sister's tag cannot be made.
};

ScriptBase slimBaseOf(const SplitStage &stage, const SlimImages &images);

/// What follows for a recipe from such a base: the choice between it and the one that is there, and what has to be assumed of the
/// step from one to the other. Sets the refusal if it is unclear.
void takeBase(const SplitStage &stage, const ScriptBase &base, const RefactorWish &wish, SplitRecipe &recipe);

/// The bytes of packages that the file installs, leaves in the image, and does not need at run time.
std::uint64_t bytesOfBuildPackages(const SplitStage &stage);
/// A compiler or headers are among them.
bool leavesBuildPackages(const SplitStage &stage);

/// Refuses a recipe that would bring little: nothing is built, and nothing is installed that only a build needs.
void refuseLittleGain(const SplitStage &stage, SplitRecipe &recipe);

/// Packages of Debian that a slim base lacks and these packages of the language need.
/// \param language "python", "node" or "ruby".
void addNeedsOf(const SplitStage &stage, std::string_view language, const std::vector<std::string> &packages,
                SplitRecipe &recipe);

/// Packages of these names that the file installs stay in the build stage, on the assumption that the program calls none of them.
void leaveToBuild(const SplitStage &stage, std::initializer_list<std::string_view> names,
                  SplitRecipe &recipe);

/// The words of CMD, ENTRYPOINT and HEALTHCHECK, each word's last part of a path.
std::vector<std::string> wordsThatRun(const SplitStage &stage);
/// Any of `names` is among them.
bool runsAny(const SplitStage &stage, std::initializer_list<std::string_view> names);

/// Where a new line can stand ahead of `instruction` and the comments that belong to it.
std::size_t placeAhead(const Syntax &syntax, const Instruction &instruction);
/// Inserts `lines` ahead of an instruction of the build.
TextEdit insertedAhead(const Syntax &syntax, const Instruction &instruction,
                       const std::vector<std::string> &lines);

/// Adds a line to the end of the build stage, if `last` is its last instruction.
TextEdit appendedBehind(const Syntax &syntax, const Instruction &last, const std::string &line);

} // namespace drydock
