// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace drydock {

/// What a refactoring brings by its nature, each with the reason.
struct Brought {
    std::string_view refactoring;
    std::string_view rule;
};
inline constexpr Brought broughtByNature[] = {
    {"switch-base", "DL3008"}, // What the old base brought is installed, in whatever version there is.
    // The sources come over what is installed: the proposal assumes a .dockerignore.
    {"manifests-first", "S10"},
    // RUNs that follow one another count as one only if their mounts are the same.
    {"cache-mounts", "DL3059"},
    // The rule knows the cache of root alone.
    {"cache-mounts", "DL3042"},
    // Packages without versions, as in the stage that they come from.
    {"split-run", "DL3047"},
    {"split", "DL3008"},
    {"split", "DL3018"},
    {"split", "DL3015"},
    {"split", "DL3041"},
    // The line that looks for shared libraries is a pipe.
    {"split", "DL4006"},
    // What both stages need stands in both as it was written.
    {"split", "LegacyKeyValueFormat"},
    {"split", "DL3003"},
    {"split", "DL3007"},
    {"split", "DL3020"},
    {"split", "DL3045"},
    {"split", "S38"},
    {"split", "SecretsUsedInArgOrEnv"},
    {"split", "UndefinedVar"},
    {"split", "DL3059"},
    {"split", "S28"},
    {"split", "S34"},
    // Without the digest the tag counts again, and what is known of it.
    {"unpin", "S34"},
    {"unpin", "DL3007"},
    // RUNs of two stages come to stand together, and copies of one before what the other installs.
    {"inline-stage", "DL3059"},
    {"inline-stage", "S10"},
    // The file is one for several platforms now; what is not, is assumed to be fine.
    {"multi-arch", "S20"},
    // The user stays made when what follows changes.
    {"non-root", "DL3059"},
};

} // namespace drydock
