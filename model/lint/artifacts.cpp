// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/artifacts.h"

#include "model/base/one_of.h"
#include "model/lint/go_builds.h"
#include "model/lint/stage_bases.h"
#include "model/lint/stage_contents.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

bool holds(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

bool areOneInOther(std::string_view a, std::string_view b)
{
    return !a.empty() && !b.empty() && (liesIn(a, b) || liesIn(b, a));
}

/// Data by its name or its place.
bool isData(std::string_view path)
{
    const std::string_view name = path.substr(path.rfind('/') + 1);
    const std::size_t dot = name.rfind('.');
    const bool hasEnding = dot != std::string_view::npos && dot > 0;
    if (hasEnding && !isOneOf(name.substr(dot), {".so", ".node", ".bin"}))
        return true;
    return liesIn(path, "/etc") || liesIn(path, "/usr/share") || holds(path, "/ssl") || holds(path, "/static")
        || holds(path, "/templates") || holds(path, "/public") || holds(path, "/assets");
}

/// Packages that are compiled for the platform when they are installed, or bring something that was.
bool isNativeNodePackage(std::string_view word)
{
    static constexpr std::array<std::string_view, 16> names {
        "sharp",    "bcrypt",   "canvas", "sqlite3",   "better-sqlite3", "argon2", "node-sass", "bufferutil",
        "kerberos", "node-gyp", "re2",    "leveldown", "@swc/core",      "prisma", "grpc",      "zeromq"};
    const std::size_t version = word.find('@', 1);
    return std::ranges::find(names, word.substr(0, version)) != names.end();
}

/// Asks a linker or compiler for a program that needs no library. `-crt-static` turns that off.
bool asksForStatic(std::string_view text)
{
    for (std::size_t at = text.find("-static"); at != std::string_view::npos;
         at = text.find("-static", at + 1)) {
        if (!text.substr(0, at).ends_with("-crt"))
            return true;
    }
    return holds(text, "linux-musl") || holds(text, "musl-gcc") || holds(text, "musl-tools");
}

class ArtifactSearch {
public:
    ArtifactSearch(const LintContext &context, StageIndex stage, std::string_view path)
        : m_context(context)
        , m_stage(stage)
        , m_path(path)
    {
        eachBefore(context, stage, nullptr, [&](const Instruction &instruction) {
            const std::string_view text = context.syntax().textOf(instruction.range);
            m_isStatic = m_isStatic || asksForStatic(text);
            m_isDynamicRust = m_isDynamicRust || holds(text, "-crt-static");
            m_hasCompiler = m_hasCompiler || holds(text, "build-essential") || holds(text, "build-base")
                || holds(text, "g++") || holds(text, "gcc") || holds(text, "clang");
        });
        const std::string root = rootImageOf(context, stage);
        m_isOfficialRust = root.starts_with("rust:") || root.starts_with("docker.io/library/rust:");
        const auto &traits = traitsOf(context, stage);
        m_isMusl = traits && traits->libc == Libc::Musl;
    }

    std::vector<Artifact> run()
    {
        eachBefore(m_context, m_stage, nullptr, [&](const Instruction &instruction) {
            if (!m_context.isRun(instruction))
                return;
            for (const ScriptCommand &command : m_context.commandsOf(instruction)) {
                goProgram(instruction, command);
                program(instruction, command);
                nodePackages(instruction, command);
                pythonPackages(instruction, command);
            }
        });
        return std::move(m_found);
    }

private:
    void add(ArtifactKind kind, const Instruction &run, const ScriptCommand &command, bool isCompiled)
    {
        m_found.push_back({kind, &run, &command, isCompiled});
    }

    std::string place(const Instruction &run, std::string_view path) const
    {
        std::string result = absolutePath(path, m_context.workingDirectoryAt(run));
        while (result.size() > 1 && result.ends_with('/'))
            result.pop_back();
        return result;
    }

    void goProgram(const Instruction &run, const ScriptCommand &command)
    {
        if (!isGoBuild(command) || isCgoOff(m_context, run, command) || isLinkedStatically(command)
            || isData(m_path) || m_isStatic || (m_isMusl && !hasAlpineCompiler(m_context, m_stage)))
            return;
        const std::string output = goOutputOf(m_context, run, command);
        // Without -o it is called like its folder and lies where the command runs.
        const auto directory = m_context.workingDirectoryAt(run);
        const bool isBesides = directory && m_path.substr(0, m_path.rfind('/')) == *directory;
        const bool isIt = output.empty() ? isMoved({}) || liesIn(m_path, "/go/bin") || isBesides
                                         : areOneInOther(output, m_path);
        if (isIt)
            add(ArtifactKind::GoProgram, run, command, true);
    }

    void program(const Instruction &run, const ScriptCommand &command)
    {
        if (m_isStatic || isData(m_path))
            return;
        const std::string_view name = command.name();
        const auto operands = command.operands();
        const std::string_view verb
            = operands.empty() ? std::string_view() : std::string_view(operands[0]->value);
        if (name == "cargo" && isOneOf(verb, {"build", "install", "rustc"})) {
            // rustup's own target for Alpine links statically.
            if (m_isMusl && m_isOfficialRust && !m_isDynamicRust)
                return;
            const bool isOfCargo = holds(m_path, "/release") || holds(m_path, "/target")
                || holds(m_path, "cargo/bin") || isMoved({"release", "debug", "target"})
                || areOneInOther(m_path, optionOf(run, command, "--root"));
            if (isOfCargo)
                add(ArtifactKind::Program, run, command, true);
        } else if (isOneOf(name, {"gcc", "g++", "cc", "c++", "clang", "clang++"})) {
            if (areOneInOther(m_path, optionOf(run, command, "-o")))
                add(ArtifactKind::Program, run, command, true);
        } else if (m_hasCompiler
                   && (name == "ninja" || name == "make"
                       || (name == "cmake" && command.has({"--build", "--install"})))) {
            // What a makefile makes nobody knows; a program is most likely.
            const bool isInstalled = isOneOf(m_path, {"/usr/local", "/usr/local/bin"})
                || (liesIn(m_path, "/usr/local/bin") && !holds(m_path, "node") && !holds(m_path, "go"));
            if (isInstalled || isMoved({}))
                add(ArtifactKind::Program, run, command, false);
        }
    }

    void nodePackages(const Instruction &run, const ScriptCommand &command)
    {
        const auto operands = command.operands();
        const std::string_view verb
            = operands.empty() ? std::string_view() : std::string_view(operands[0]->value);
        const bool isInstall = (isOneOf(command.name(), {"npm", "pnpm", "bun"})
                                && isOneOf(verb, {"install", "ci", "i", "add"}))
            || (command.name() == "yarn" && (verb.empty() || isOneOf(verb, {"install", "add"})));
        if (!isInstall || command.has({"-g", "--global", "--ignore-scripts"}))
            return;
        const auto directory = m_context.workingDirectoryAt(run);
        const std::string folder = place(run, "node_modules");
        if (!directory || !areOneInOther(folder, m_path))
            return;
        const bool isNamed = std::ranges::any_of(
            operands, [](const ScriptWord *word) { return isNativeNodePackage(word->value); });
        add(ArtifactKind::NodePackages, run, command, isNamed);
    }

    void pythonPackages(const Instruction &run, const ScriptCommand &command)
    {
        const std::string_view name = command.name();
        const auto operands = command.operands();
        const auto hasOperand = [&](std::string_view word) {
            return std::ranges::any_of(operands,
                                       [word](const ScriptWord *each) { return each->value == word; });
        };
        const bool isVenv = (name.starts_with("python") && hasOperand("venv")) || name == "virtualenv"
            || (name == "uv" && hasOperand("venv"));
        const PackageCommand *package = m_context.packageOf(command);
        const bool isPip = package && package->manager == PackageManager::Pip && package->installs();
        if (isVenv && !operands.empty()) {
            if (areOneInOther(m_path, place(run, operands.back()->value)))
                add(ArtifactKind::PythonPackages, run, command, false);
        } else if (isPip) {
            std::string folder;
            for (const std::string_view option : {"--prefix", "--target", "-t", "--root"}) {
                if (folder.empty())
                    folder = optionOf(run, command, option);
            }
            if (folder.empty() && command.has({"--user"}))
                folder = "/root/.local";
            const bool isIt = folder.empty() ? holds(m_path, "site-packages") || holds(m_path, "/lib/python")
                                             : areOneInOther(m_path, folder);
            if (isIt)
                add(ArtifactKind::PythonPackages, run, command, false);
        } else if ((name == "uv" && hasOperand("sync")) || (name == "poetry" && hasOperand("install"))) {
            if (areOneInOther(m_path, place(run, ".venv")))
                add(ArtifactKind::PythonPackages, run, command, false);
        }
    }

    /// The value of an option that names a file or folder; empty if it is not there.
    std::string optionOf(const Instruction &run, const ScriptCommand &command, std::string_view option) const
    {
        const auto words = command.arguments();
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::string_view word = words[i].value;
            if (word == option && i + 1 < words.size())
                return place(run, words[i + 1].value);
            if (word.starts_with(option) && word.substr(option.size()).starts_with('='))
                return place(run, word.substr(option.size() + 1));
        }
        return {};
    }

    /// Some `cp`, `mv` or `install` brings what is named so to the path. \param names one of them is in its source; none: any.
    bool isMoved(std::initializer_list<std::string_view> names) const
    {
        bool found = false;
        eachBefore(m_context, m_stage, nullptr, [&](const Instruction &run) {
            if (!m_context.isRun(run))
                return;
            for (const ScriptCommand &command : m_context.commandsOf(run)) {
                const auto operands = command.operands();
                if (!isOneOf(command.name(), {"cp", "mv", "install"}) || operands.size() < 2)
                    continue;
                const std::string_view from = operands[operands.size() - 2]->value;
                const bool isNamed = names.size() == 0
                    || std::ranges::any_of(names,
                                           [from](std::string_view each) { return holds(from, each); });
                found = found || (isNamed && areOneInOther(place(run, operands.back()->value), m_path));
            }
        });
        return found;
    }

    const LintContext &m_context;
    StageIndex m_stage;
    std::string_view m_path;
    bool m_isStatic = false;
    bool m_isDynamicRust = false;
    bool m_isOfficialRust = false;
    bool m_isMusl = false;
    bool m_hasCompiler = false;
    std::vector<Artifact> m_found;
};

} // namespace

std::vector<Artifact> artifactsAt(const LintContext &context, StageIndex stage, std::string_view path)
{
    return ArtifactSearch(context, stage, path).run();
}

} // namespace drydock
