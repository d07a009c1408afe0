// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/shell/commands.h"
#include "model/syntax/syntax.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// A word of a RUN's shell text.
struct ScriptWord {
    std::string value; ///< Quotes removed; variables as written.
    TextRange range; ///< In the file, quotes included; may run over a line continuation.
};

/// A simple command of a RUN with the place of every word in the file.
struct ScriptCommand {
    std::vector<ScriptWord> words; ///< At least one.
    std::size_t program = 0; ///< Index of the word that names the program; size of `words` if there is none.
    ShellJoint joint = ShellJoint::End; ///< Behind it.
    TextRange range; ///< From the first word to the last.

    /// The program without its folder: "apt-get" for `/usr/bin/apt-get`. Empty if there is none.
    std::string_view name() const;
    /// The words behind the program.
    std::span<const ScriptWord> arguments() const;
    /// The arguments that do not begin with a dash.
    std::vector<const ScriptWord *> operands() const;
    /// The argument that is one of `options` or begins with one of them and `=`; null if none.
    const ScriptWord *option(std::initializer_list<std::string_view> options) const;
    bool has(std::initializer_list<std::string_view> options) const { return option(options) != nullptr; }
    /// A single-letter option, alone or among others: 'y' is in `-qy`.
    bool hasLetter(char letter) const;
};

/// The commands of a RUN, of an ONBUILD RUN's inner instruction, CMD, ENTRYPOINT or HEALTHCHECK: of its shell
/// text, of a here-document that the shell reads, of `["sh", "-c", "…"]`; the JSON form is one command.
std::vector<ScriptCommand> scriptOf(const Syntax &syntax, const Instruction &instruction);

/// Whether the here-document of `instruction` is a script for the shell, not data for a command: it is all there is
/// on the line, and its first line calls no other interpreter.
bool isShellScript(const Syntax &syntax, const Instruction &instruction, const Heredoc &heredoc);

} // namespace drydock
