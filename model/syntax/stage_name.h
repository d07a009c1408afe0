// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string_view>

namespace drydock {

constexpr bool isStageNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

/// BuildKit takes it for the name of a stage (`validStageName` of instructions/parse.go).
/// \param lower in lower case, as BuildKit compares names.
inline bool isStageName(std::string_view lower)
{
    return !lower.empty() && lower.front() >= 'a' && lower.front() <= 'z'
        && std::ranges::all_of(lower, isStageNameCharacter);
}

} // namespace drydock
