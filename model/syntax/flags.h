// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/logical_line.h"

#include <string>
#include <vector>

namespace drydock {

/// Takes the `--name=value` words off the front of an instruction (BuildKit `split_command.go`:
/// extractBuilderFlags; the escape there is always `\`).
/// \param begin where the arguments begin in `line`. \returns where they go on behind the flags.
std::size_t splitFlags(const LogicalLine &line, std::size_t begin, std::vector<Flag> &flags,
                       std::vector<Span> &spans);

/// A flag as BuildKit sees it: quotes and escapes removed. \param raw from the first dash.
std::string flagText(std::string_view raw);

} // namespace drydock
