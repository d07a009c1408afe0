// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/split/recipes/run_notes.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The commands of Python's package managers and where they put what they install.

namespace drydock {

/// `python`, `python3`, `python3.12`.
bool isPythonProgram(std::string_view name);

/// What a command of the ecosystem does; nothing for others.
std::optional<StepNote> pythonNoteFor(const BuildStep &step);

/// What the RUNs of a stage install, and where to. Steps are borrowed.
struct PythonInstalls {
    const BuildStep *first = nullptr; ///< The first that installs anything; null if none does.
    const BuildStep *firstSystem = nullptr; ///< The first that installs into the interpreter's own folders.
    const BuildStep *editable = nullptr; ///< Leaves sources where they are, and points there.
    std::vector<std::string> environments; ///< Folders of their own that packages are in.
    std::vector<std::string> names; ///< Of packages that stand in the file.
    bool readsFiles = false; ///< Others stand in requirements.
    bool isPlainPip = true; ///< What goes into the interpreter's folders goes there by pip alone.

    UserText refusal; ///< Nobody can tell where something goes. Source empty if everybody can.
    TextRange where;
};

PythonInstalls pythonInstallsOf(const SplitStage &stage);

} // namespace drydock
