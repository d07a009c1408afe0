// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the program can do, as data: the parser and the help read the same tables.
#include "app/cli/arguments.h"

#include <algorithm>

namespace drydock::cli {

namespace {

constexpr std::size_t helpColumn = 30;

void addRow(std::string &out, const std::string &left, std::string_view right)
{
    out += "  " + left;
    out += left.size() + 2 < helpColumn ? std::string(helpColumn - left.size() - 2, ' ')
                                        : "\n" + std::string(helpColumn, ' ');
    out += right;
    out += "\n";
}

constexpr std::string_view aboutFiles
    = "\n"
      "A FILE may be a folder: Dockerfile, Dockerfile.*, *.Dockerfile, *.dockerfile,\n"
      "Containerfile and Containerfile.* in it and below are read, but not in hidden\n"
      "folders, node_modules and behind links to folders. “-” is standard input.\n";

constexpr std::string_view aboutExitCodes
    = "\n"
      "Exit codes:\n"
      "  0   every file was read, and BuildKit accepts them all\n"
      "  1   BuildKit would refuse a file (its output is complete all the same),\n"
      "      check found something from the severity of --fail-on on, refactor is\n"
      "      blocked, an image is larger than --max-size, or what runs differs\n"
      "  2   the command line makes no sense\n"
      "  3   a file could not be read or makes no sense; the others were worked on\n"
      "  4   the engine or registry cannot be reached, or the build failed\n";

} // namespace

std::span<const Command> commands()
{
    static const Command all[] = {
        {Action::Graph,
         "graph",
         "FILE…",
         "Show the stages of a Dockerfile and what each needs.",
         "text     for reading\n"
         "json     one object per line and file: nodes, edges, problems, byte ranges\n"
         "dot      for Graphviz:  drydock-cli graph --format dot F | dot -Tsvg\n"
         "mermaid  for a ```mermaid block in Markdown; one file at a time\n",
         {"text", "json", "dot", "mermaid"}},
        {Action::Check,
         "check",
         "FILE…",
         "Say what is wrong with Dockerfiles, and mend what can be mended safely.",
         "text        a line for each finding: place, severity, sentence, rule\n"
         "json        one object per line and file: findings with byte ranges and fixes\n"
         "sarif       SARIF 2.1.0, one report for all files\n"
         "checkstyle  XML, one report for all files\n"
         "github      annotations for a workflow's log\n",
         {"text", "json", "sarif", "checkstyle", "github"}},
        {Action::Refactor,
         "refactor",
         "NAME FILE",
         "Rewrite a Dockerfile: show what would change, why, and what that rests on.",
         "text     verdict, reason, what is assumed, what can be chosen, and the change\n"
         "diff     the change alone, for patch\n"
         "json     one object: \"verdict\" (safe, assumes, blocked), \"reason\", \"line\",\n"
         "         \"assumptions\", \"text\" (the whole new file), \"parts\", \"choices\", …\n"
         "\n"
         "“drydock-cli refactor --list” names what there is; with a FILE it says what\n"
         "each would do to it. Nothing is written without --write; if the change is\n"
         "blocked, nothing is written and the exit code is 1.\n",
         {"text", "json", "diff"}},
        {Action::Sizes,
         "sizes",
         "FILE",
         "Say what every stage of a Dockerfile weighs, built by a container engine.",
         "text     a table of the stages, and of the layers of the one that is built\n"
         "json     one object: \"stages\" with \"bytes\" (unpacked), \"layers\" with lines, …\n"
         "\n"
         "With --image, FILE is an image that the engine has, or an archive that\n"
         "“docker save” has written, for which no engine is needed. With --registry\n"
         "too: its digest, what a pull transfers for each platform, and all tags.\n",
         {"text", "json"}},
        {Action::Build,
         "build",
         "FILE",
         "Build a Dockerfile and follow the steps by their lines.",
         "text     a line for each step, with its log if it fails\n"
         "json     one object per line: steps as they change, and the outcome\n",
         {"text", "json"}},
        {Action::Compare,
         "compare",
         "BEFORE [AFTER]",
         "Build two Dockerfiles, or one as it is and refactored, and compare sizes.",
         "text     both sizes, and what has gone or come: by layer, and at run time\n"
         "json     one object: \"before\", \"after\", \"rows\", \"contract\"\n"
         "\n"
         "With --refactor NAME there is one file, and AFTER is what the refactoring\n"
         "makes of it. With --image, both are images or saved archives.\n",
         {"text", "json"}},
        {Action::Verify,
         "verify",
         "FILE [AFTER]",
         "Run what a Dockerfile builds, ask it for a page, and compare two of them.",
         "text     what each did, and what differs\n"
         "json     one object: \"runs\", \"differences\", \"isSame\"\n"
         "\n"
         "Containers get 256 MB, 256 processes and a port on 127.0.0.1, and are removed.\n"
         "With --refactor NAME there is one file; with --image, both are images.\n",
         {"text", "json"}},
        {Action::Parse,
         "parse",
         "FILE…",
         "Print what BuildKit's parser sees, one JSON object per line and file.",
         "json     instructions with lines, flags, arguments and heredocs; stages with\n"
         "         bases and edges; BuildKit's error message, if any. Files found in\n"
         "         the only FILE, if that is a folder, are named from there.\n",
         {"json"}},
        {Action::Layout,
         "layout",
         "GRAPH.json",
         "Place the boxes of a graph and route its arrows.",
         "json     {\"ms\", \"direction\", \"nodes\": [{\"id\", \"x\", \"y\", \"w\", \"h\", …}],\n"
         "         \"edges\": [{\"id\", \"source\", \"target\", \"points\": [[x, y], …], …}]};\n"
         "         x and y are the middle of a box. GRAPH.json is of the format\n"
         "         drydock-layout-graph/1: \"nodes\" with \"id\", \"kind\", \"w\" and \"h\",\n"
         "         \"edges\" with \"id\", \"source\" and \"target\", \"nodesep\", \"ranksep\".\n",
         {"json"}},
    };
    return all;
}

std::span<const Option> options()
{
    static constexpr Option all[] = {
        {Option::For::All, "--format", "FORMAT", "How to print it."},
        {Option::For::Dockerfiles, "--target", "NAME", "Build this stage instead of the last one."},
        {Option::For::Dockerfiles, "--build-arg", "NAME=VALUE",
         "Set an ARG; without =VALUE from the environment."},
        {Option::For::Dockerfiles, "--build-context", "NAME=PLACE",
         "A named build context; only its name matters here."},
        {Option::For::Dockerfiles, "--platform", "PLATFORM", "Build for this platform [linux/amd64]."},
        {Option::For::ManyFiles, "--jobs", "N", "Work on N files at once [number of cores]."},
        {Option::For::Check, "--fix", "", "Write what can be mended safely; “-” prints it."},
        {Option::For::Check, "--rule", "ID=SEVERITY",
         "off, info, warning or error for a rule; may be repeated."},
        {Option::For::Check, "--show", "SEVERITY", "Show findings from this severity on [info]."},
        {Option::For::Check, "--fail-on", "SEVERITY",
         "Exit with 1 from this severity on, or never [warning]."},
        {Option::For::Check, "--config", "FILE",
         "Settings in hadolint's form [.hadolint.yaml if there is one]."},
        {Option::For::Check, "--only-buildkit", "", "What “docker build --check” says and no more."},
        {Option::For::Refactor, "--list", "", "Say what can be done, or what can be done to FILE."},
        {Option::For::Refactor, "--write", "", "Change the file; what is assumed goes to standard error."},
        {Option::For::Rewriting, "--set", "KEY=VALUE", "Answer what there is to choose; may be repeated."},
        {Option::For::Refactor, "--without", "N", "Leave out the part of this number; may be repeated."},
        {Option::For::Refactor, "--line", "N[:COLUMN]", "The stage or instruction that is meant."},
        {Option::For::Folder, "--context", "DIR",
         "The folder of the build [the file's, if it shows to be it]."},
        {Option::For::Refactor, "--images", "FILE", "What “docker image inspect IMAGE…” says of the images."},
        {Option::For::Engine, "--host", "URL", "Where the engine listens [as docker finds it]."},
        {Option::For::Engine, "--docker-context", "NAME", "The docker context that says so."},
        {Option::For::Engine, "--secret", "ID=PLACE", "A secret of the build: a file, or env:NAME."},
        {Option::For::Engine, "--cache-from", "PLACE", "Where the builder may find its cache."},
        {Option::For::Engine, "--builder", "NAME", "The builder of docker buildx."},
        {Option::For::Engine, "--no-cache", "", "Build every step anew."},
        {Option::For::Engine, "--pull", "", "Ask the registry for newer base images."},
        {Option::For::Build, "--tag", "NAME", "Name the image; may be repeated."},
        {Option::For::Build, "--cache-to", "PLACE", "Where the builder leaves its cache."},
        {Option::For::Images, "--image", "", "The arguments are images or saved archives."},
        {Option::For::Budget, "--max-size", "SIZE", "Exit with 1 if the image is larger: 50MB."},
        {Option::For::Sizes, "--files", "", "Read the image's files: what is wasted, and by which lines."},
        {Option::For::Sizes, "--no-build", "", "Only look at what was built before."},
        {Option::For::Registry, "--registry", "", "Ask the registry of the images, and no engine."},
        {Option::For::Pair, "--refactor", "NAME", "Compare the file with itself, refactored."},
        {Option::For::Verify, "--path", "PATH", "What to ask for [/]."},
        {Option::For::Verify, "--port", "PORT", "The port inside of the container [the one exposed]."},
        {Option::For::Verify, "--expect", "STATUS", "The status that has to be answered."},
        {Option::For::Verify, "--timeout", "SECONDS", "How long each may take [60]."},
        {Option::For::Verify, "--command", "WORD", "Run this instead; repeat it for each word."},
        {Option::For::Layout, "--direction", "lr|tb|auto", "Which way the arrows run [lr]."},
        {Option::For::Layout, "--pane", "WxH", "What auto fits the drawing into [900x760]."},
        {Option::For::Layout, "--previous", "LAYOUT.json", "Keep boxes where this layout has them."},
        {Option::For::All, "--help", "", "Show this help."},
        {Option::For::All, "--version", "", "Show the version."},
    };
    return all;
}

bool needsEngine(Action action)
{
    return action == Action::Sizes || action == Action::Build || action == Action::Compare
        || action == Action::Verify;
}

bool needsNetwork(const Arguments &arguments)
{
    return needsEngine(arguments.command->action) || arguments.engine.asksRegistry;
}

bool takes(const Command &command, const Option &option)
{
    const Action action = command.action;
    switch (option.commands) {
    case Option::For::All:
        return true;
    case Option::For::Dockerfiles:
        return action != Action::Layout;
    case Option::For::ManyFiles:
        return action == Action::Graph || action == Action::Check || action == Action::Parse;
    case Option::For::Check:
        return action == Action::Check;
    case Option::For::Refactor:
        return action == Action::Refactor;
    case Option::For::Rewriting:
        return action == Action::Refactor || action == Action::Compare || action == Action::Verify;
    case Option::For::Folder:
        return action == Action::Refactor || needsEngine(action);
    case Option::For::Layout:
        return action == Action::Layout;
    case Option::For::Engine:
        return needsEngine(action);
    case Option::For::Images:
        return needsEngine(action) && action != Action::Build;
    case Option::For::Budget:
        return needsEngine(action) && action != Action::Verify;
    case Option::For::Pair:
        return action == Action::Compare || action == Action::Verify;
    case Option::For::Sizes:
        return action == Action::Sizes;
    case Option::For::Registry:
        return action == Action::Sizes || action == Action::Refactor;
    case Option::For::Build:
        return action == Action::Build;
    case Option::For::Verify:
        return action == Action::Verify;
    }
    return false;
}

std::string helpText(const Command *command)
{
    std::string out;
    if (command) {
        out = "Usage: drydock-cli " + std::string(command->name) + " " + std::string(command->usage)
            + " [OPTION…]\n\n" + std::string(command->summary)
            + "\n\nFormats; the first is used if none is asked for:\n";
        std::string_view rest = command->details;
        while (!rest.empty()) {
            const std::size_t length = rest.find('\n') + 1;
            out += (length > 1 ? "  " : "") + std::string(rest.substr(0, length));
            rest.remove_prefix(length);
        }
    } else {
        out = "Usage: drydock-cli COMMAND FILE… [OPTION…]\n\n"
              "Reads Dockerfiles the way BuildKit does. Only sizes, build, compare and verify\n"
              "ask a container engine, and only --registry asks a registry.\n\nCommands:\n";
        for (const Command &each : commands())
            addRow(out, std::string(each.name), each.summary);
    }
    out += "\nOptions:\n";
    for (const Option &option : options()) {
        if (command && !takes(*command, option))
            continue;
        addRow(out, std::string(option.name) + (option.value.empty() ? "" : " " + std::string(option.value)),
               option.help);
    }
    if (!command || takes(*command, {Option::For::ManyFiles, {}, {}, {}}))
        out += aboutFiles;
    return out + std::string(aboutExitCodes);
}

} // namespace drydock::cli
