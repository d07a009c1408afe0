// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/lint_context.h"

#include <string>

// What can be told of a `go build`.

namespace drydock {

/// `go build` or `go install`.
bool isGoBuild(const ScriptCommand &command);

/// cgo is turned off for `build`: in front of the command, by an earlier `export`, or by ENV or ARG.
bool isCgoOff(const LintContext &context, const Instruction &run, const ScriptCommand &build);

/// The options ask for a program that links nothing dynamically.
bool isLinkedStatically(const ScriptCommand &build);

/// An Alpine stage has a C compiler, so cgo is on by default (Go 1.20 turns it off where there is none).
bool hasAlpineCompiler(const LintContext &context, StageIndex stage);

/// The file that `go build` writes, as far as `-o` says it; empty if it does not.
std::string goOutputOf(const LintContext &context, const Instruction &run, const ScriptCommand &build);

} // namespace drydock
