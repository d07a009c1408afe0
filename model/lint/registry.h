// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/check_options.h"
#include "model/lint/rule.h"

#include <span>
#include <vector>

namespace drydock {

/// All rules: BuildKit's in the order in which it asks them, then hadolint's, then Drydock's own.
std::span<const Rule> rules();

// The lists, in rules/{buildkit,hadolint,image,layers,fit}.cpp.
std::span<const Rule> buildKitRules();
std::span<const Rule> hadolintRules();
std::span<const Rule> imageRules(); ///< Drydock's, about what the image is and whether it runs.
std::span<const Rule> layerRules(); ///< Drydock's, about what ends up in layers and how fast they are built.
std::span<const Rule> fitRules(); ///< Drydock's, about whether stages fit their bases and one another.

/// The rule with this id or alias, case not counting; null if none.
const Rule *ruleCalled(std::string_view name);

/// How severe a finding of `rule` is under `settings`; nothing if the rule is off.
std::optional<Severity> severityOf(const Rule &rule, const LintSettings &settings);

/// Adds `stronger` to `choices`: what both speak about, under whatever name, is as `stronger` says. Names of no rule
/// are left out.
void choose(SeverityChoices &choices, const SeverityChoices &stronger);

/// The findings of all rules that neither the settings, nor the file, nor a comment above the instruction silences, in
/// the order of the rules. Each range lies inside the text.
std::vector<Diagnostic> runRules(const LintContext &context, const CheckOptions &options);

} // namespace drydock
