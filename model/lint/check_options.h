// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/syntax.h"

#include <set>
#include <string>
#include <string_view>

namespace drydock {

/// What `# check=…` asks for (BuildKit `linter.go`: ParseLintOptions): on top for the whole file, or in the
/// comment above an instruction for that one.
struct CheckOptions {
    std::set<std::string, std::less<>> skipped; ///< Rule names.
    bool skipsAll = false;
    std::set<std::string, std::less<>> experimental; ///< Rules that are asked for although they are on trial.
    bool isAllExperimental = false;
    bool isError = false; ///< A warning makes the build fail.
    std::string error; ///< BuildKit's message if the options make no sense.

    bool skips(std::string_view rule) const { return skipsAll || skipped.contains(rule); }
    bool wantsExperimental(std::string_view rule) const
    {
        return isAllExperimental || experimental.contains(rule);
    }
};

CheckOptions parseCheckOptions(std::string_view text);

/// Of the whole file. BuildKit reads this directive with another reader than `escape`: one `#!` line may stand
/// above it, blanks before the `#` may not (`directives.go`: ParseDirective).
CheckOptions checkOptionsOf(const Syntax &syntax);

/// Of the comment right above `instruction`.
CheckOptions checkOptionsOf(const Syntax &syntax, const Instruction &instruction);

} // namespace drydock
