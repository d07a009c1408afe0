// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/lint_context.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Package managers and build tools that keep what they have fetched, and where.

namespace drydock {

enum class CacheTool : std::uint8_t {
    Apt,
    Apk,
    Dnf,
    Yum,
    Zypper,
    Pacman,
    Npm,
    Yarn,
    Pnpm,
    Bun,
    Pip,
    Uv,
    Poetry,
    Pipenv,
    Go,
    Cargo,
    Maven,
    Gradle,
    Sbt,
    Nuget,
    Composer,
    Bundler,
    Mix,
    Cabal,
};

/// The user that the commands of a RUN run as.
struct BuildUser {
    std::string home; ///< "/root"
    std::string number; ///< Empty for root.
    std::string group;
    bool isAssumed = false; ///< Nothing is known of the base; root is what bases usually have.

    bool isRoot() const { return number.empty(); }
};

/// Nothing if the number or the home of the user is not known.
std::optional<BuildUser> buildUserAt(const LintContext &context, const Instruction &run);

/// The tool whose cache `command` fills or reads.
std::optional<CacheTool> cacheToolOf(const ScriptCommand &command);
/// What people call it: “npm”.
std::string_view nameOf(CacheTool tool);

/// A folder that a tool keeps things in.
struct CachePlace {
    std::string path;
    bool isLocked = false; ///< Two builds at a time would disturb one another.
};

/// \returns the reason if they cannot be told.
Result<std::vector<CachePlace>> cachePlacesOf(const LintContext &context, const Instruction &run,
                                              CacheTool tool, const BuildUser &user);

/// What is built needs the folder itself, not only copies of what is in it: modules, jars, crates.
bool isStore(CacheTool tool);

/// `npm cache clean --force`, `apt-get clean` …: empties the cache of `tool` and does nothing else.
bool cleansCache(const ScriptCommand &command, CacheTool tool);
/// The option that turns the cache off: `--no-cache-dir`. Null if there is none.
const ScriptWord *cacheRefusal(const ScriptCommand &command, CacheTool tool);

} // namespace drydock
