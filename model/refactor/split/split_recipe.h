// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/refactoring.h"
#include "model/refactor/split/split_stage.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// A file or folder that the program needs, taken from where the build left it.
struct RuntimeFile {
    std::string
        path; ///< Absolute, in the build stage. A slash at the end: what is in this folder. May hold wildcards.
    /// Absolute. The same path wherever that is possible, so that nothing that names it has to change. A slash at the end:
    /// into this folder.
    std::string destination;
    UserText title; ///< Of its Part: “The program, made on line 7”.
    bool isOptional = false; ///< A person may leave it out.
    std::string owner; ///< For --chown; empty: as it is in the build stage.
};

/// An image to run the program on.
struct RuntimeBase {
    std::string reference; ///< As it will stand behind FROM; may hold variables of ARGs above the first FROM.
    UserText about; ///< Why one would take it.
};

/// What one language says to the question how its program is built here and run there. Filled in by the functions below; the
/// rest, from the instructions that move to the words of CMD, is the same for all (split.cpp).
struct SplitRecipe {
    /// The first one is what is proposed. The answer that a person gave (setting “base”) is `base`.
    std::vector<RuntimeBase> bases;
    std::string base; ///< The reference that is used: chosenBase().
    std::string baseWithValues; ///< `base` with its variables replaced, if it has any and they are known.
    const std::string &knownBase() const { return baseWithValues.empty() ? base : baseWithValues; }

    std::vector<Part> buildChanges; ///< Inside the build stage, such as CGO_ENABLED=0.
    /// New instructions at the end of the build stage, without line end; such as `RUN npm prune --omit=dev`.
    std::vector<std::string> buildLines;
    /// More stages between build and runtime, whole, from FROM to the last line, LF between the lines.
    std::vector<std::string> stages;
    /// New instructions of the runtime stage ahead of its copies, in the file's own words otherwise: `ENV PATH=…`.
    std::vector<std::string> runtimeLines;
    /// New instructions of the runtime stage right behind its copies: `RUN ldconfig`. The base has to have a shell.
    std::vector<std::string> finishLines;
    /// RUNs of the runtime stage behind its copies that read a folder of the build stage and do not keep it.
    struct BoundRun {
        std::string folder; ///< Absolute, the same in both stages.
        std::string command;
    };
    std::vector<BoundRun> boundRuns;
    /// Instructions of the file that both stages need, in file order: repeated in the runtime stage as they are.
    std::set<std::size_t> repeated;
    /// Instructions of the file that the runtime stage needs and the build stage does not.
    std::set<std::size_t> moved;
    /// With tellsAll: new instructions of the runtime stage where it would repeat this one of the file.
    std::map<std::size_t, std::vector<std::string>> instead;
    std::vector<RuntimeFile> files; ///< At least one unless it is refused, or there are boundRuns.
    /// Packages of the new base's distribution that the program needs besides those that the file installs.
    std::vector<std::string> packages;
    std::vector<std::string_view>
        buildTools; ///< Commands of RUN that leave nothing for run time but `files`.
    /// Packages that the file installs and only the build needs, whatever the tables say of them.
    std::set<std::string> buildPackages;
    /// The recipe has judged each command of each RUN, and what is repeated or moved has to keep its order: what the file does
    /// ahead of the last RUN comes before `files`.
    bool tellsAll = false;
    bool needsSystemData = true; ///< Root certificates and time zones of the old base come along.
    bool keepsLibraries = true; ///< Packages that stand for headers bring their libraries along.
    bool keepsPackages
        = true; ///< Runtime packages that the file installs are carried over (REFACTORINGS 3.6).

    /// What is started instead of the file's words, exec form; ENTRYPOINT and CMD of the file go then. Nothing: as it is.
    std::optional<std::vector<std::string>> program;

    std::vector<Assumption> assumptions;
    std::vector<Choice> choices; ///< Besides “base”.
    std::set<DeclaredChange> declared; ///< Besides what goes with the old base.
    std::uint64_t artifactLeast = 0; ///< What is copied weighs about that many bytes …
    std::uint64_t artifactMost = 0; ///< … to that many.

    UserText refusal; ///< Why it cannot be done, and the way out. Source empty if it can.
    TextRange where; ///< Refused: the words that stand in the way.

    bool isRefused() const { return !refusal.source.empty(); }
    /// The first reason counts. \returns false, for those who are asked whether it went well.
    bool refuse(UserText reason, TextRange range);
    /// Takes a file or folder along at its own place.
    void take(const std::string &path, UserText title);
};

/// \returns the person's answer if there is one, else the first of `bases`. \pre bases are not empty.
std::string chosenBase(const std::vector<RuntimeBase> &bases, const RefactorWish &wish);

/// A recipe that is a no. \param where the words that stand in the way.
SplitRecipe refusedRecipe(UserText reason, TextRange where = {});

// One for each language, in split/recipes/. REFACTORINGS §4.
SplitRecipe splitBun(const SplitStage &stage, const RefactorWish &wish);
SplitRecipe splitDeno(const SplitStage &stage, const RefactorWish &wish);
SplitRecipe splitGo(const SplitStage &stage, const RefactorWish &wish);
SplitRecipe splitNode(const SplitStage &stage, const RefactorWish &wish);
SplitRecipe splitOther(const SplitStage &stage,
                       const RefactorWish &wish); ///< A person says what the program is.
SplitRecipe splitPhp(const SplitStage &stage, const RefactorWish &wish);
SplitRecipe splitPython(const SplitStage &stage, const RefactorWish &wish);
SplitRecipe splitRuby(const SplitStage &stage, const RefactorWish &wish);
SplitRecipe splitMaven(const SplitStage &stage, const RefactorWish &wish);
SplitRecipe splitJavac(const SplitStage &stage, const RefactorWish &wish);
SplitRecipe splitGradle(const SplitStage &stage, const RefactorWish &wish);
SplitRecipe splitSbt(const SplitStage &stage, const RefactorWish &wish);
SplitRecipe splitDotnet(const SplitStage &stage, const RefactorWish &wish);
SplitRecipe splitRust(const SplitStage &stage, const RefactorWish &wish);
SplitRecipe splitNative(const SplitStage &stage, const RefactorWish &wish);
SplitRecipe splitElixir(const SplitStage &stage, const RefactorWish &wish);
SplitRecipe splitHaskell(const SplitStage &stage, const RefactorWish &wish);
SplitRecipe splitSwift(const SplitStage &stage, const RefactorWish &wish);
SplitRecipe splitDart(const SplitStage &stage, const RefactorWish &wish);

} // namespace drydock
