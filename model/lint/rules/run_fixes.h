// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/fixes.h"
#include "model/lint/lint_context.h"

// Fixes inside the shell text of a RUN.

namespace drydock {

/// ` word` behind `place`, a word of the command.
std::vector<Fix> addingOption(const ScriptWord &place, std::string_view word,
                              FixSafety safety = FixSafety::Safe);

/// ` && command` behind the last command of `run`. Empty where the end of the text is not the end of its last command: a
/// here-document, an array, a comment, a background job.
std::vector<Fix> appendingCommand(const LintContext &context, const Instruction &run,
                                  std::string_view command, FixSafety safety = FixSafety::Safe);

} // namespace drydock
