// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/knowledge/base_traits.h"
#include "model/lint/lint_context.h"

#include <optional>
#include <string>
#include <string_view>

namespace drydock {

/// The image that `stage` and its parents rest on, its variables replaced; empty if it hangs on something unknown.
std::string rootImageOf(const LintContext &context, StageIndex stage);

/// What is known of it; nothing if nothing is.
const std::optional<BaseTraits> &traitsOf(const LintContext &context, StageIndex stage);

/// ENTRYPOINT if there is one, else CMD: the instruction that says what the container runs. Null if neither the file nor
/// a parent stage has one.
const Instruction *programOf(const LintContext &context, StageIndex stage);

/// Whether a command turns sources into a program: `go build`, `cargo build`, `mvn package`, `make` …
bool isBuildStep(const ScriptCommand &command);
/// Of those, one whose result runs without the sources beside it.
bool isCompiling(const ScriptCommand &command);

/// An absolute path of COPY's destination or of a shell word, worked out against `directory`; empty if it holds a
/// variable or a wildcard.
std::string absolutePath(std::string_view path, const std::optional<std::string> &directory);
/// `path` is `folder` or lies in it. Both absolute, without a slash at the end but for the root.
bool liesIn(std::string_view path, std::string_view folder);

} // namespace drydock
