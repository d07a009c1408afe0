// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/user_text.h"
#include "model/graph/stage_graph.h"
#include "model/knowledge/image_answers.h"
#include "model/syntax/syntax.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// The parts of a contract.
enum class ContractPart : std::uint8_t {
    Program, ///< argv
    Variables, ///< The environment.
    WorkingDirectory,
    User,
    Ports,
    Volumes,
    StopSignal,
    Healthcheck,
    Labels,
    Triggers, ///< ONBUILD
};

/// How a program is started.
enum class StartForm : std::uint8_t {
    None, ///< Nothing says what to start.
    Exec, ///< The words as they are.
    Shell, ///< A shell runs a text.
};

/// What whoever runs the image of a stage can rely on: the image's configuration as `docker inspect` would show it after
/// the build (OCI image-spec, config.md), as far as the text and what is known of the base tell.
struct RuntimeContract {
    std::vector<std::string> entrypoint; ///< Shell form: the shell, its options and one text.
    std::vector<std::string> command; ///< CMD, likewise. Empty behind an ENTRYPOINT that resets the base's.
    std::vector<std::string> argv; ///< What is started: both together; a shell-form ENTRYPOINT ignores CMD.
    StartForm form = StartForm::None; ///< Of the program: of ENTRYPOINT if there is one, else of CMD.
    std::map<std::string, std::string> environment;
    std::string workingDirectory = "/";
    std::string user; ///< As written, variables replaced; empty: root.
    std::set<std::string> ports; ///< "8080/tcp"
    std::set<std::string> volumes;
    std::string stopSignal; ///< Empty: SIGTERM.
    std::vector<std::string>
        healthcheck; ///< As ImageConfig::healthcheck, options of HEALTHCHECK first ("--interval=30s").
    std::map<std::string, std::string> labels;
    std::vector<std::string> triggers; ///< ONBUILD instructions as written, without the keyword.

    std::set<std::string>
        fromBase; ///< Names of the variables of `environment` that the base sets and the file does not.
    /// The program, the health check or a part of them is run by a shell: shell form, or the first word is one or a script.
    bool needsShell = false;
    /// What the base brings is known. If not, the parts in `open` may have more to them than stands here.
    bool isBaseKnown = false;
    std::string
        baseDate; ///< Of the table that says so, year-month-day; empty if the engine does or nobody does.
    std::set<ContractPart> open;
    /// Variables that the base sets, or may set, to what nobody knows. Where one is used, its value stands as it is
    /// written: "${NODE_VERSION}".
    std::set<std::string> unknownVariables;

    bool operator==(const RuntimeContract &) const = default;
};

/// \param images who knows more than the tables; may be null.
/// \pre `graph` is makeStageGraph(syntax, options); `stage` is one of its stages.
RuntimeContract contractOf(const Syntax &syntax, const StageGraph &graph, const BuildOptions &options,
                           StageIndex stage, const ImageSource *images = nullptr);

/// The contract of an image as it is: what a stage on it begins with. Compared with that of another image it tells what has to
/// be written out when the base changes. \param reference variables replaced.
RuntimeContract contractOfImage(std::string_view reference, const ImageSource *images = nullptr);

/// One thing that differs, in words: “Port 8080 is no longer exposed.”
struct ContractDifference {
    ContractPart part = ContractPart::Program;
    UserText text;
    std::string key; ///< Variables, Ports, Volumes, Labels: which one.

    bool operator==(const ContractDifference &) const = default;
};

/// The key of the one difference that stands for all variables of RuntimeContract::unknownVariables that go with the old base.
inline constexpr const char *variablesOfOldBase = "(old base)";

/// In the order of ContractPart, then of names. Empty if whoever runs the image notices nothing.
std::vector<ContractDifference> differencesOf(const RuntimeContract &before, const RuntimeContract &after);

/// A line for each part that is set: “Program: /app serve”, “Ports: 8080/tcp” …
std::vector<UserText> inWords(const RuntimeContract &contract);

} // namespace drydock
