// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace drydock {

/// A `# name=value` line. Views into the line.
struct DirectiveText {
    std::string_view name; ///< As written.
    std::string_view value;
};

/// \param line from its '#', without the line end. \returns nothing if the line has not the form of a
/// directive or names none that BuildKit knows (`directives.go`: syntax, escape, check).
std::optional<DirectiveText> directiveIn(std::string_view line);

} // namespace drydock
