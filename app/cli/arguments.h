// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/graph/stage_graph.h"
#include "model/layout/layout.h"
#include "model/lint/lint_settings.h"
#include "model/text/source_text.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {
struct Refactoring;
}

namespace drydock::cli {

enum class Format : std::uint8_t { Text, Json, Dot, Mermaid, Sarif, Checkstyle, Github, Diff };

/// What a command does; nothing else in the program lists the commands.
enum class Action : std::uint8_t { Graph, Check, Refactor, Parse, Layout, Sizes, Build, Compare, Verify };

/// It asks a container engine, which another program does: this one knows no Qt and no network.
bool needsEngine(Action action);

/// An option as help and parser know it.
struct Option {
    enum class For : std::uint8_t {
        All,
        Dockerfiles, ///< What reads Dockerfiles.
        ManyFiles,
        Check,
        Refactor,
        Rewriting, ///< What can rewrite a file: refactor, compare, verify.
        Folder, ///< What looks at the folder of the build: those and what builds.
        Layout,
        Engine, ///< What asks an engine.
        Images, ///< Of that, what takes images as well as Dockerfiles.
        Budget, ///< Of that, what knows a size.
        Pair, ///< Of that, what looks at two.
        Sizes,
        Registry, ///< What can ask a registry.
        Build,
        Verify,
    };

    For commands = For::All; ///< The commands that take it.
    std::string_view name; ///< "--target"
    std::string_view value; ///< "NAME"; empty if it takes none.
    std::string_view help; ///< One line.
};

struct Command {
    Action action;
    std::string_view name; ///< "graph"
    std::string_view usage; ///< Behind the name: "FILE…"
    std::string_view summary; ///< One line for the overview.
    std::string_view details; ///< Lines for its own help, each with its line end.
    std::vector<std::string_view> formats; ///< What --format takes; the first is the default.
};

/// All commands, in the order of the help.
std::span<const Command> commands();
/// All options, of every command.
std::span<const Option> options();
bool takes(const Command &command, const Option &option);

/// What `layout` is to do.
struct LayoutWish {
    std::optional<LayoutDirection> direction
        = LayoutDirection::LeftToRight; ///< Nothing: what fits the pane better.
    std::string previous; ///< File with the last layout, or empty.
    double paneWidth = 900;
    double paneHeight = 760;
};

/// What `check` is to do.
struct CheckWish {
    LintSettings settings; ///< From --rule and --only-buildkit.
    Severity least = Severity::Info; ///< What is shown.
    std::optional<Severity> failsFrom = Severity::Warning; ///< Nothing: findings never make the command fail.
    bool isFailGiven = false; ///< On the command line, which goes before a file.
    bool fixes = false; ///< Writes what can be mended safely.
    std::string
        config; ///< A `.hadolint.yaml`; empty: the one beside the Dockerfile or in the working directory.
};

/// What `refactor` is to do.
struct RefactorOrder {
    const Refactoring *refactoring = nullptr; ///< Null only if `lists`.
    bool lists = false; ///< Names all there are, with what each says to the file if there is one.
    bool writes = false;
    std::map<std::string, std::string, std::less<>> settings; ///< As RefactorWish::settings.
    std::vector<std::size_t> without; ///< Numbers of parts, from 1.
    std::optional<TextPosition> caret; ///< From --line; in the file, both from 0.
    bool hasColumn = false; ///< Of `caret`; if not, the line's first word is meant.
    std::string images; ///< A file of what `docker image inspect` prints, or empty.
    std::string context; ///< The folder of the build; empty: what lies beside the file says it.
};

/// What `sizes`, `build`, `compare` and `verify` are to do.
struct EngineOrder {
    std::string host; ///< Where the engine listens, as DOCKER_HOST; empty: as docker finds it.
    std::string dockerContext; ///< The name of a docker context; empty: as docker finds it.
    bool areImages = false; ///< The inputs name images, or archives of `docker save`.
    bool onlyLooks = false; ///< Builds nothing.
    bool listsFiles = false; ///< Reads the image's files: what is wasted.
    bool asksRegistry = false; ///< Asks registries about images, and no engine; also of `refactor`.
    std::vector<std::string> tags;
    std::map<std::string, std::string> secrets; ///< As BuildWish::secrets.
    std::vector<std::string> cacheFrom;
    std::vector<std::string> cacheTo;
    std::string builder;
    bool noCache = false;
    bool pull = false;
    std::optional<std::uint64_t> mostBytes; ///< A budget.
    std::string
        refactoring; ///< The second side is the file rewritten by it; empty: the second side is an input.
    std::string path = "/"; ///< What is asked for.
    std::optional<std::uint16_t> port; ///< Inside of the container.
    std::optional<int> status; ///< That has to be answered.
    int seconds = 60; ///< For each side.
    std::vector<std::string> command; ///< Instead of the image's.
};

/// The command line, understood.
struct Arguments {
    enum class Wish : std::uint8_t { Work, Help, Version };

    Wish wish = Wish::Work;
    const Command *command = nullptr; ///< For Help it may be null.
    std::vector<std::string> inputs; ///< At least one for Work.
    Format format = Format::Text;
    bool isFormatGiven = false;
    BuildOptions build;
    bool isPlatformGiven = false;
    unsigned jobs = 0; ///< 0: as many as there are cores.
    LayoutWish layout;
    CheckWish check;
    RefactorOrder refactor;
    EngineOrder engine;
};

/// The other program does it: it asks an engine or a registry.
bool needsNetwork(const Arguments &arguments);

/// \param words the command line behind the program's name.
/// \returns an Error, a sentence, if it makes no sense.
Result<Arguments> parseArguments(std::span<const std::string_view> words);

/// Help for one command, or the overview if `command` is null.
std::string helpText(const Command *command);

} // namespace drydock::cli
