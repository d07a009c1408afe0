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

/// What of this kind is in `path`, or is it, at the end of `stage`. Leaves out what is known to be linked statically.
/// \param path absolute, without a slash at the end.
std::vector<Artifact> artifactsAt(const LintContext &context, StageIndex stage, std::string_view path);

} // namespace drydock
