// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/split/recipes/started.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// How cargo is asked to build, in a RUN or at the start of the container.
struct CargoCall {
    std::string verb; ///< build, install, run …
    std::string profile; ///< The folder below target/: "release", "debug".
    std::string triple; ///< Of --target; empty: the builder's own.
    std::string targetFolder; ///< Absolute; empty if it cannot be told.
    std::vector<std::string> programs; ///< --bin
    std::string package; ///< -p
    std::string root; ///< install --root, absolute.
};

/// build, install, run …
bool isCargoVerb(std::string_view word);

/// \param words behind `cargo`. \param step where it is called; null: by the container, in the stage's directory.
CargoCall cargoCallOf(const SplitStage &stage, const std::vector<std::string> &words, const BuildStep *step);

/// The programs that the manifests name for it.
std::vector<std::string> cargoProgramsOf(const SplitStage &stage, const CargoCall &call);

} // namespace drydock
