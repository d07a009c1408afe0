// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
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

/// What stands between a command and the next one.
enum class ShellJoint : std::uint8_t {
    End, ///< Nothing: the script ends.
    Next, ///< `;`, a line end, a parenthesis or brace.
    And, ///< `&&`
    Or, ///< `||`
    Pipe, ///< `|` or `|&`
    Background, ///< `&`
};

/// A word of a command and where it stands in the script.
struct PlacedWord {
    std::string value; ///< Quotes removed.
    std::size_t begin = 0; ///< Offset in the script, quotes included.
    std::size_t end = 0;
};

/// A simple command with the places of its words.
struct PlacedCommand {
    std::vector<PlacedWord> words; ///< At least one.
    ShellJoint joint = ShellJoint::End; ///< Behind it.
};

/// shellCommands() with places.
std::vector<PlacedCommand> placedCommands(std::string_view script);

} // namespace drydock
