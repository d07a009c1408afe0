// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/check_options.h"
#include "model/lint/rule.h"

#include <span>
#include <vector>

namespace drydock {

/// All rules, in the order in which BuildKit asks them.
std::span<const Rule> rules();

/// The findings of all rules that neither the file nor a comment above the instruction silences, in the order of
/// the rules.
std::vector<Diagnostic> runRules(const Syntax &syntax, const CheckOptions &options);

} // namespace drydock
