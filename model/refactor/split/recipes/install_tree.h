// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/split/recipes/started.h"

#include <optional>
#include <string>

namespace drydock {

/// `make install`, `cmake --install`, `ninja install`, `meson install`: what it puts where.
struct InstallStep {
    const BuildStep *step = nullptr; ///< Borrowed.
    std::string
        prefix; ///< Absolute; /usr/local if no word says another. Empty: it hangs on something unknown.
    std::string stagedBelow; ///< DESTDIR, absolute; empty: none.
    bool isStageable = false; ///< It is known to heed DESTDIR: autoconf, CMake and Meson do.
};

/// The last one of the stage; nothing if there is none. \param count how many there are.
std::optional<InstallStep> lastInstall(const SplitStage &stage, std::size_t &count);

/// A line that installs again, below `folder`; empty if it cannot be told how.
std::string stagedInstallLine(const SplitStage &stage, const InstallStep &install, const std::string &folder);

} // namespace drydock
