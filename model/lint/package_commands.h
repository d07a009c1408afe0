// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/shell/run_script.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace drydock {

/// Those of the system first.
enum class PackageManager : std::uint8_t { Apt, Apk, Yum, Dnf, Zypper, Pip, Npm, Yarn, Gem, Go };

/// A call of a package manager, understood: `apt-get -qq install -y --no-install-recommends curl=8.1`.
struct PackageCommand {
    PackageManager manager = PackageManager::Apt;
    const ScriptCommand *command = nullptr; ///< Borrowed.
    const ScriptWord *verb = nullptr; ///< `install`; null if there is none.
    std::vector<const ScriptWord *>
        packages; ///< What stands behind the verb and is no option and no option's value.

    bool isVerb(std::string_view word) const { return verb && verb->value == word; }
    bool isAnyVerb(std::initializer_list<std::string_view> words) const;
    /// apt, apk, dnf and the like; others install nothing into the system.
    bool isOfSystem() const { return manager <= PackageManager::Zypper; }
    /// It brings new packages: install, add, in, groupinstall …
    bool installs() const;
};

/// \returns nothing if `command` calls no package manager that is known here.
std::optional<PackageCommand> packageCommandOf(const ScriptCommand &command);

} // namespace drydock
