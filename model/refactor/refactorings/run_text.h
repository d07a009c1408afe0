// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/lint_context.h"
#include "model/text/edit_set.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Changes inside of a RUN. Each is nothing where the text has no safe place for it.

namespace drydock {

/// A flag behind the keyword and the flags that are there, on a line of its own: `RUN --mount=… \`. Several at the same place
/// come out as several lines.
std::optional<TextEdit> flagAdded(const LintContext &context, const Instruction &run,
                                  const std::string &flag);

/// The command as the last one of the text or of the here-document.
std::optional<TextEdit> commandAppended(const LintContext &context, const Instruction &run,
                                        const std::string &command);

/// Takes the command `index` of commandsOf(run) out of its chain of `&&` or `;`. Not if it is the only one, if something else
/// hangs on it, or if a comment stands beside it.
std::optional<TextEdit> commandRemoved(const LintContext &context, const Instruction &run, std::size_t index);

/// commandRemoved() for several. Nothing if it cannot be done for one, or if none would be left.
std::optional<std::vector<TextEdit>> commandsRemoved(const LintContext &context, const Instruction &run,
                                                     const std::vector<std::size_t> &indexes);

/// What stands between two places of a RUN, as the shell sees it, trimmed.
std::string textBetween(const LintContext &context, const Instruction &run, std::size_t begin,
                        std::size_t end);

/// A RUN in shell form without a here-document whose commands are all joined by `&&` and nothing else.
bool isPlainChain(const LintContext &context, const Instruction &run);

/// The blanks in front of the continued lines of `run`; four if it has none.
std::string continuationIndent(const Syntax &syntax, const Instruction &run);

/// The end of a line that goes on below: ` \` and the line end.
std::string continuationEnd(const Syntax &syntax, const Instruction &run);

} // namespace drydock
