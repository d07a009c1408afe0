// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string_view>

namespace drydock {

/// A byte of a variable's name, as shells and BuildKit have them: `[A-Za-z_][A-Za-z0-9_]*`.
inline bool isVariableNameByte(char c, bool isFirst)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (!isFirst && c >= '0' && c <= '9');
}

inline bool isVariableName(std::string_view name)
{
    return !name.empty() && isVariableNameByte(name.front(), true)
        && std::ranges::all_of(name, [](char c) { return isVariableNameByte(c, false); });
}

} // namespace drydock
