// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/user_text.h"
#include "model/syntax/keyword.h"

#include <span>
#include <string_view>
#include <vector>

namespace drydock {

/// A value that can be suggested.
struct WordChoice {
    std::string_view word;
    const char *about; ///< A few words, marked for translation in "language"; may be empty.
};

/// What a flag is for.
struct FlagWords {
    std::string_view name; ///< Without the dashes, as in flagsKnownTo().
    const char *about; ///< One sentence, marked for translation in "language".
    std::span<const WordChoice> values;
};

/// \returns nothing known (empty name) for a flag that the instruction does not have. \param name without dashes.
FlagWords flagWords(Keyword keyword, std::string_view name);

/// A key of `--mount`.
struct MountKeyWords {
    std::string_view key; ///< The spelling that is suggested.
    std::string_view alias; ///< Others that mean the same, blanks between; may be empty.
    std::string_view types; ///< Of mounts that take it, blanks between.
    bool isSwitch; ///< Makes sense without a value.
    const char *about; ///< One sentence, marked for translation in "language".
    std::span<const WordChoice> values;
};

std::span<const MountKeyWords> mountKeys();
/// Any spelling, any case; null if there is no such key.
const MountKeyWords *mountKeyNamed(std::string_view key);
/// Whether a mount of `type` takes the key (BuildKit `commands_runmount.go`).
bool suits(const MountKeyWords &key, std::string_view type);

/// Words that signals go by, users that images bring, and so on, for instructions that take one value.
std::span<const WordChoice> valuesOf(Keyword keyword);
/// What `os/arch` can be.
std::span<const WordChoice> platforms();
/// What LABEL keys are agreed upon (opencontainers image-spec, annotations).
std::span<const WordChoice> labelKeys();

} // namespace drydock
