// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/split/recipes/started.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

// What recipes of compiled languages have in common.

namespace drydock {

/// The image that a program runs on which was linked here: the same distribution and release, without what builds.
struct SystemBase {
    std::vector<RuntimeBase> bases;
    std::vector<Assumption> assumptions;
    UserText refusal; ///< Source empty if there is one.
};
/// \param needsSameRelease false: a newer release will do too if it is not known; the program links nothing but the C library.
SystemBase systemBaseOf(const SplitStage &stage, bool needsSameRelease = true);
/// A distribution as such: “debian”, “alpine”.
bool isPlainDistribution(std::string_view image);
/// The words behind FROM that name the base, for a finding.
TextRange baseWords(const SplitStage &stage);

/// An answer to the question which file the program is, and why one would give it.
using Candidates = std::vector<Choice::Answer>;
/// Offers `candidates` as choice “artifact”. \returns the person's answer; empty, with the recipe refused, if there is none.
std::string askedArtifact(SplitRecipe &recipe, const RefactorWish &wish, Candidates candidates, UserText why,
                          TextRange where);

/// Takes `path` along at its place, unless it is taken already.
void addFile(SplitRecipe &recipe, const std::string &path, UserText title, bool isOptional = false);
/// “The program, built on line 7”.
UserText programTitle(const BuildStep &step);
/// “What line 9 starts”.
UserText startedTitle(const StartedCommand &started);

/// Takes along what the file copies by name for the program: templates, configuration, things below /etc. Copies behind the build stay where they are.
void addData(const SplitStage &stage, SplitRecipe &recipe);
/// Takes along files that the words of a started command name and that the stage surely has: scripts, configuration.
/// \param skipped words that the recipe deals with itself.
void addNamedFiles(const SplitStage &stage, SplitRecipe &recipe, const StartedCommand &started,
                   const std::set<std::string> &skipped = {});
/// Likewise, for all that is started: the recipe's own program if it has one.
void addNamedFiles(const SplitStage &stage, SplitRecipe &recipe, const std::vector<StartedCommand> &all,
                   const std::set<std::string> &skipped = {});
/// Only those that a RUN surely makes without building: unpacked archives, folders.
void addMadeFiles(const SplitStage &stage, SplitRecipe &recipe, const std::vector<StartedCommand> &all);
/// Declares what goes with the old base and only served to build: its volumes, and a program of its own in front of CMD.
void declareOldBase(const SplitStage &stage, SplitRecipe &recipe);
/// The assumption that the program reads none of its sources while it runs, if the stage copies any.
void assumeNoSources(const SplitStage &stage, SplitRecipe &recipe);

/// A script of the build context: by its name, or because a COPY brings a file of that name.
bool isScriptPath(std::string_view path);

/// The RUN that makes the loader of the stage's distribution find what lies in /usr/local/lib.
std::string findsLocalLibraries(const SplitStage &stage);

/// The libraries that `program` is linked with, copied beside those of the base: choice “libraries”.
/// \returns false if the person wants packages instead.
bool addClosure(const SplitStage &stage, SplitRecipe &recipe, const RefactorWish &wish,
                const std::vector<std::string> &programs, bool isDefault = false);

} // namespace drydock
