// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/lint_context.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

enum class ArtifactKind : std::uint8_t {
    GoProgram, ///< With cgo.
    Program, ///< Of Rust, C, C++ …
    NodePackages, ///< node_modules
    PythonPackages, ///< A virtual environment, site-packages.
};

/// Something that a stage makes and that runs only beside the C library, or the Python, that it was made with.
struct Artifact {
    ArtifactKind kind = ArtifactKind::Program;
    const Instruction *run = nullptr; ///< That makes it. Borrowed.
    const ScriptCommand *command = nullptr; ///< Borrowed.
    /// NodePackages, PythonPackages: some of them are known to be compiled. Programs: it is known that this is one.
    bool isCompiled = false;
};

/// What a stage and its parents make of this kind, and where. Borrows the context.
class StageArtifacts {
public:
    StageArtifacts(const LintContext &context, StageIndex stage);

    /// What is in `path` at the end of the stage, or is it: at most one of each kind that is known to be compiled, and one
    /// that is not. Leaves out what is linked statically. \param path absolute, without a slash at the end.
    std::vector<Artifact> at(std::string_view path) const;

private:
    /// How a path is recognised.
    enum class Place : std::uint8_t {
        Folder, ///< By `folder`.
        BesideGo, ///< A Go program called like its folder.
        Cargo, ///< Below target/.
        Make, ///< Where makefiles install, or where something was moved.
        SitePackages,
    };
    struct Candidate {
        Artifact artifact;
        Place place = Place::Folder;
        std::string folder; ///< Absolute; empty if it is not known.
    };
    struct Moved {
        std::string to; ///< Absolute; empty if it is not known.
        bool isOfCargo = false;
    };
    struct Movement {
        bool isMoved = false;
        bool isOfCargo = false;
    };

    void read(const Instruction &run, const ScriptCommand &command);
    void readGo(const Instruction &run, const ScriptCommand &command);
    void readCompiler(const Instruction &run, const ScriptCommand &command);
    void readNode(const Instruction &run, const ScriptCommand &command);
    void readPython(const Instruction &run, const ScriptCommand &command);
    void readMove(const Instruction &run, const ScriptCommand &command);
    std::string placeOf(const Instruction &run, std::string_view path) const;
    std::string optionOf(const Instruction &run, const ScriptCommand &command, std::string_view option) const;
    Movement movementTo(std::string_view path) const;
    static bool isAt(const Candidate &candidate, std::string_view path, const Movement &movement);

    const LintContext &m_context;
    bool m_isStatic = false;
    bool m_isDynamicRust = false;
    bool m_isOfficialRust = false;
    bool m_isMusl = false;
    bool m_hasCompiler = false;
    bool m_isGoDynamic = true; ///< cgo is on by default.
    std::vector<Candidate> m_candidates;
    std::vector<Moved> m_moved;
};

} // namespace drydock
