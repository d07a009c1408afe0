// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/split/split_recipe.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What a container of the stage starts, as recipes of compiled languages look at it.

namespace drydock {

/// A command that the container runs. CMD's words stand behind ENTRYPOINT's where both are exec form.
struct StartedCommand {
    const Instruction *instruction = nullptr; ///< The ENTRYPOINT or CMD that it begins in. Borrowed.
    std::vector<std::string> words; ///< From the program on, variables as written. Not empty.
    TextRange range; ///< Of the words in that instruction.
    std::optional<std::string> directory; ///< Where it runs; nothing if it hangs on something unknown.
    bool isWhole = false; ///< It is all that is started, and no shell has to read it.

    /// The program without its folder.
    std::string_view name() const;
    /// `name` is a word behind the program.
    bool has(std::string_view word) const;
    /// The word behind the first of `options`, or behind its `=`; empty if there is none.
    std::string option(std::initializer_list<std::string_view> options) const;
};

/// In the order of the file's ENTRYPOINT and CMD; empty if the base says it all.
std::vector<StartedCommand> startedCommands(const SplitStage &stage);

/// `word` as an absolute path: variables that the file sets are replaced. Empty if it cannot be told.
std::string pathOfWord(const SplitStage &stage, const StartedCommand &started, std::string_view word);

/// A file that a RUN has put elsewhere by cp, mv, install or ln.
struct PlacedFile {
    const BuildStep *step = nullptr; ///< Borrowed.
    std::string from; ///< Absolute; may hold wildcards.
    std::string to; ///< Absolute.
    bool mayBeFolder = false; ///< `to` may be a folder that the file was put into under its own name.

    /// Where it lies if `to` is a folder.
    std::string inside() const;
    /// It may lie there now.
    bool isAt(std::string_view path) const { return to == path || (mayBeFolder && inside() == path); }
};

/// In file order. What hangs on something unknown is left out.
std::vector<PlacedFile> placedFiles(const SplitStage &stage);
/// What `path` was made from by those; `path` itself if by none. Several moves are followed one after another.
std::string originOf(const std::vector<PlacedFile> &placed, std::string_view path);

/// The value of the first of `options`, `-o X` or `--out=X`, among the words of a RUN's command; empty if there is none.
std::string optionOf(const ScriptCommand &command, std::initializer_list<std::string_view> options);
/// The value that `name` has for the command: put in front of it, exported earlier in the script, set by ENV or ARG. None: it
/// is not set. Empty: set to what cannot be told.
std::optional<std::string> variableFor(const SplitStage &stage, const BuildStep &step, std::string_view name);
/// `text` of a RUN's command as an absolute path, variables replaced. Wildcards stay. Empty if it cannot be told.
std::string pathFor(const SplitStage &stage, const BuildStep &step, std::string_view text);

} // namespace drydock
