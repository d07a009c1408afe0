// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/syntax.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// One `key=value` of a flag whose value is a comma-separated list (`--mount`, `--device`).
struct FlagOption {
    std::string field; ///< The whole field, quotes removed.
    std::string key; ///< In lower case.
    std::string value;
    bool hasValue = false; ///< There is a `=`.
    TextRange range; ///< Of the field.
    TextRange keyRange;
    TextRange valueRange; ///< Empty range at the end without a `=`.
};

/// Takes the value of `flag` apart (comma-separated values, RFC 4180 quoting, as BuildKit's csvvalue).
std::vector<FlagOption> flagOptions(const Syntax &syntax, const Instruction &instruction, const Flag &flag);

/// The option called by any of `names`, the last one given, or null.
const FlagOption *findOption(const std::vector<FlagOption> &options,
                             std::initializer_list<std::string_view> names);

} // namespace drydock
