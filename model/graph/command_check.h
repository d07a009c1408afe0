// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/graph/resolution.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace drydock {

/// What is worth telling about commands although BuildKit goes on (`convert.go`: reportUnmatchedVariables,
/// dispatchWorkdir).
struct CommandNotes {
    struct UndefinedVariable {
        std::string name;
        std::string suggestion; ///< " (did you mean x?)" or empty.
    };
    std::vector<UndefinedVariable> undefined; ///< Once per word that asks for it.
    std::optional<std::string>
        relativeDirectory; ///< A WORKDIR that is the first of its line of stages and not absolute.
};

/// What one stage's commands are checked against; the same for all of them.
struct CommandContext {
    const Syntax &syntax;
    const Resolution &resolution;
    const BuildOptions &options;
    std::size_t stage; ///< Index of the stage that is built.
    std::string stageName; ///< As BuildKit's messages call it.
    CommandNotes *notes = nullptr; ///< Receives what is worth telling; may be null.
};

/// What a command leaves behind for the next one.
struct CommandState {
    Environment environment; ///< ENV and ARG share one name space; the last writer wins.
    std::set<std::string, std::less<>> declared; ///< ARGs without a value.
    std::string workingDirectory = "/";
    bool isDirectorySet = false; ///< By a WORKDIR of this file.
};

/// Checks one command as BuildKit dispatches it (`convert.go`: dispatch) and takes over what it sets.
/// \returns BuildKit's sentence, empty if all is well. \param culprit receives the range to blame.
std::string checkCommand(const CommandContext &context, const Instruction &instruction, CommandState &state,
                         TextRange &culprit);

/// `path` seen from the directory `base`, with `.`, `..` and doubled slashes worked out (Go's path.Join and Clean); absolute.
std::string pathFrom(std::string_view base, std::string_view path);

/// The lines of an instruction as the build step reports them: one span a line.
std::vector<LineSpan> linesOf(const Instruction &instruction);

} // namespace drydock
