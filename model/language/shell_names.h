// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/shell/variable_name.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// Where a text reads a variable.
struct NameUse {
    std::size_t begin = 0; ///< Of `$`, or of the name inside of `$(( ))`.
    std::size_t end = 0; ///< Behind the name or the closing brace.
    std::size_t nameBegin = 0;
    std::size_t nameEnd = 0;
};

/// How a text is read that may hold variables.
struct NameRules {
    char escape = '\\'; ///< Takes its meaning from the next character; '\0' if nothing does.
    bool hasQuotes = true; ///< Single quotes keep a `$` from being one.
    bool isShell = false; ///< Comments, `$(( ))`, `${#x}` and `$env:x` mean something.
};

/// The variables that `text` reads, those in the default of another (`${a:-$b}`) included, in the order of their names.
/// `$1`, `$?` and the like are none: they have no name to look up.
std::vector<NameUse> namesIn(std::string_view text, NameRules rules);

/// The names that a shell script sets itself: `x=1`, `export x=1`, `for x in`, `read x`.
std::set<std::string, std::less<>> namesSetIn(std::string_view script);

} // namespace drydock
