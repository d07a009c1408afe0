// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace drydock {

/// Who reads an environment variable (resources/knowledge/variables.toml).
enum class VariableUser : std::uint8_t {
    Either, ///< Or nobody knows.
    Build, ///< Compilers and package managers.
    Runtime, ///< Programs while they run.
};

VariableUser useOfVariable(std::string_view name);

} // namespace drydock
