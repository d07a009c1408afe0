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

bool isProgram(ArtifactKind kind)
{
    return kind == ArtifactKind::GoProgram || kind == ArtifactKind::Program;
}

std::string_view operandOf(const ScriptCommand &command, std::size_t index)
{
    const auto operands = command.operands();
    return index < operands.size() ? std::string_view(operands[index]->value) : std::string_view();
}

} // namespace

StageArtifacts::StageArtifacts(const LintContext &context, StageIndex stage)
    : m_context(context)
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
    m_isGoDynamic = !m_isMusl || hasAlpineCompiler(context, stage);
    eachBefore(context, stage, nullptr, [&](const Instruction &instruction) {
        if (!context.isRun(instruction))
            return;
        for (const ScriptCommand &command : context.commandsOf(instruction))
            read(instruction, command);
    });
}

void StageArtifacts::read(const Instruction &run, const ScriptCommand &command)
{
    readMove(run, command);
    if (!m_isStatic) {
        readGo(run, command);
        readCompiler(run, command);
    }
    readNode(run, command);
    readPython(run, command);
}

void StageArtifacts::readGo(const Instruction &run, const ScriptCommand &command)
{
    if (!isGoBuild(command) || !m_isGoDynamic || isLinkedStatically(command)
        || isCgoOff(m_context, run, command))
        return;
    const Artifact artifact {ArtifactKind::GoProgram, &run, &command, true};
    if (std::string output = goOutputOf(m_context, run, command); !output.empty())
        m_candidates.push_back({artifact, Place::Folder, std::move(output)});
    else
        m_candidates.push_back({artifact, Place::BesideGo, m_context.workingDirectoryAt(run).value_or("")});
}

void StageArtifacts::readCompiler(const Instruction &run, const ScriptCommand &command)
{
    const std::string_view name = command.name();
    Artifact artifact {ArtifactKind::Program, &run, &command, true};
    if (name == "cargo" && isOneOf(operandOf(command, 0), {"build", "install", "rustc"})) {
        // rustup's own target for Alpine links statically.
        if (!m_isMusl || !m_isOfficialRust || m_isDynamicRust)
            m_candidates.push_back({artifact, Place::Cargo, optionOf(run, command, "--root")});
    } else if (isOneOf(name, {"gcc", "g++", "cc", "c++", "clang", "clang++"})) {
        m_candidates.push_back({artifact, Place::Folder, optionOf(run, command, "-o")});
    } else if (m_hasCompiler
               && (name == "ninja" || name == "make"
                   || (name == "cmake" && command.has({"--build", "--install"})))) {
        // What a makefile makes nobody knows; a program is most likely.
        artifact.isCompiled = false;
        m_candidates.push_back({artifact, Place::Make, {}});
    }
}

void StageArtifacts::readNode(const Instruction &run, const ScriptCommand &command)
{
    const std::string_view name = command.name();
    const std::string_view verb = operandOf(command, 0);
    const bool isInstall
        = (isOneOf(name, {"npm", "pnpm", "bun"}) && isOneOf(verb, {"install", "ci", "i", "add"}))
        || (name == "yarn" && (verb.empty() || isOneOf(verb, {"install", "add"})));
    if (!isInstall || command.has({"-g", "--global", "--ignore-scripts"}))
        return;
    const bool isNamed = std::ranges::any_of(
        command.operands(), [](const ScriptWord *word) { return isNativeNodePackage(word->value); });
    m_candidates.push_back(
        {{ArtifactKind::NodePackages, &run, &command, isNamed}, Place::Folder, placeOf(run, "node_modules")});
}

void StageArtifacts::readPython(const Instruction &run, const ScriptCommand &command)
{
    const std::string_view name = command.name();
    const auto operands = command.operands();
    const auto hasOperand = [&](std::string_view word) {
        return std::ranges::any_of(operands, [word](const ScriptWord *each) { return each->value == word; });
    };
    const bool isVenv = (name.starts_with("python") && hasOperand("venv")) || name == "virtualenv"
        || (name == "uv" && hasOperand("venv"));
    const PackageCommand *package = m_context.packageOf(command);
    const Artifact artifact {ArtifactKind::PythonPackages, &run, &command, false};
    if (isVenv && !operands.empty()) {
        m_candidates.push_back({artifact, Place::Folder, placeOf(run, operands.back()->value)});
    } else if (package && package->manager == PackageManager::Pip && package->installs()) {
        std::string folder;
        for (const std::string_view option : {"--prefix", "--target", "-t", "--root"}) {
            if (folder.empty())
                folder = optionOf(run, command, option);
        }
        if (folder.empty() && command.has({"--user"}))
            folder = "/root/.local";
        const Place place = folder.empty() ? Place::SitePackages : Place::Folder;
        m_candidates.push_back({artifact, place, std::move(folder)});
    } else if ((name == "uv" && hasOperand("sync")) || (name == "poetry" && hasOperand("install"))) {
        m_candidates.push_back({artifact, Place::Folder, placeOf(run, ".venv")});
    }
}

void StageArtifacts::readMove(const Instruction &run, const ScriptCommand &command)
{
    const auto operands = command.operands();
    if (!isOneOf(command.name(), {"cp", "mv", "install"}) || operands.size() < 2)
        return;
    const std::string_view from = operands[operands.size() - 2]->value;
    m_moved.push_back({placeOf(run, operands.back()->value),
                       holds(from, "release") || holds(from, "debug") || holds(from, "target")});
}

std::string StageArtifacts::placeOf(const Instruction &run, std::string_view path) const
{
    std::string result = absolutePath(path, m_context.workingDirectoryAt(run));
    while (result.size() > 1 && result.ends_with('/'))
        result.pop_back();
    return result;
}

/// The value of an option that names a file or folder; empty if it is not there.
std::string StageArtifacts::optionOf(const Instruction &run, const ScriptCommand &command,
                                     std::string_view option) const
{
    const auto words = command.arguments();
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i].value;
        if (word == option && i + 1 < words.size())
            return placeOf(run, words[i + 1].value);
        if (word.starts_with(option) && word.substr(option.size()).starts_with('='))
            return placeOf(run, word.substr(option.size() + 1));
    }
    return {};
}

StageArtifacts::Movement StageArtifacts::movementTo(std::string_view path) const
{
    Movement result;
    for (const Moved &moved : m_moved) {
        if (!areOneInOther(moved.to, path))
            continue;
        result.isMoved = true;
        result.isOfCargo = result.isOfCargo || moved.isOfCargo;
    }
    return result;
}

bool StageArtifacts::isAt(const Candidate &candidate, std::string_view path, const Movement &movement)
{
    switch (candidate.place) {
    case Place::Folder:
        return areOneInOther(path, candidate.folder);
    case Place::BesideGo:
        return movement.isMoved || liesIn(path, "/go/bin")
            || (!candidate.folder.empty() && path.substr(0, path.rfind('/')) == candidate.folder);
    case Place::Cargo:
        return movement.isOfCargo || holds(path, "/release") || holds(path, "/target")
            || holds(path, "cargo/bin") || areOneInOther(path, candidate.folder);
    case Place::Make:
        return movement.isMoved || isOneOf(path, {"/usr/local", "/usr/local/bin"})
            || (liesIn(path, "/usr/local/bin") && !holds(path, "node") && !holds(path, "go"));
    case Place::SitePackages:
        return holds(path, "site-packages") || holds(path, "/lib/python");
    }
    return false;
}

std::vector<Artifact> StageArtifacts::at(std::string_view path) const
{
    std::vector<Artifact> result;
    if (m_candidates.empty())
        return result;
    const Movement movement = movementTo(path);
    const bool isOnlyData = isData(path);
    for (const Candidate &candidate : m_candidates) {
        const Artifact &artifact = candidate.artifact;
        const bool isThere = std::ranges::any_of(result, [&](const Artifact &other) {
            return other.kind == artifact.kind && other.isCompiled == artifact.isCompiled;
        });
        if (!isThere && !(isOnlyData && isProgram(artifact.kind)) && isAt(candidate, path, movement))
            result.push_back(artifact);
    }
    return result;
}

} // namespace drydock
