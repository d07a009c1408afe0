// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/rule.h"

// hadolint's rules about other commands in a RUN.

namespace drydock {

void checkPointlessCommands(const LintContext &context, const Report &report);
void checkChangingDirectory(const LintContext &context, const Report &report);
void checkSudo(const LintContext &context, const Report &report);
void checkUserAdd(const LintContext &context, const Report &report);
void checkWgetProgress(const LintContext &context, const Report &report);
void checkWgetAndCurl(const LintContext &context, const Report &report);
void checkShellLink(const LintContext &context, const Report &report);
void checkPipeFailure(const LintContext &context, const Report &report);
void checkConsecutiveRuns(const LintContext &context, const Report &report);

} // namespace drydock
