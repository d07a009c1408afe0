// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// One simple command of a shell script: `go build -o /app .`. Quotes are removed; variables, wildcards and
/// redirections are left as they are written.
using ShellCommand = std::vector<std::string>;

/// The simple commands of a script in order, as far as they can be told apart without running it: split at `;`,
/// `&`, `|`, line ends, parentheses and braces; comments dropped. Reading, not judging: what a shell would refuse
/// comes out somehow.
std::vector<ShellCommand> shellCommands(std::string_view script);

} // namespace drydock
