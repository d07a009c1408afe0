// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/lint_context.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// A --mount of a RUN with a type and a target.
struct RunMount {
    const Flag *flag = nullptr; ///< Borrowed.
    std::string type; ///< "cache", "tmpfs" …
    std::string target; ///< As written.
};

/// Those of `run` (or of the RUN that it brings as an ONBUILD).
std::vector<RunMount> mountsOf(const LintContext &context, const Instruction &run);

/// A cache or tmpfs mount covers `path` or a folder above it in `run`, so that what is written there does not end up in
/// the layer.
bool isMounted(const LintContext &context, const Instruction &run, std::string_view path);

} // namespace drydock
