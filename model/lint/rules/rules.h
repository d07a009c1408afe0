// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/rule.h"

// BuildKit's checks that can be told from the text alone (`linter/ruleset.go` has their words,
// `dockerfile2llb/validations.go` and `instructions/parse.go` their triggers).

namespace drydock {

// stage_rules.cpp
void checkStageNameCasing(const LintContext &context, const Report &report);
void checkFromAsCasing(const LintContext &context, const Report &report);
void checkReservedStageName(const LintContext &context, const Report &report);
void checkDuplicateStageName(const LintContext &context, const Report &report);
void checkRedundantTargetPlatform(const LintContext &context, const Report &report);
void checkFromPlatformFlagConst(const LintContext &context, const Report &report);

// instruction_rules.cpp
void checkNoEmptyContinuation(const LintContext &context, const Report &report);
void checkMaintainerDeprecated(const LintContext &context, const Report &report);
void checkConsistentInstructionCasing(const LintContext &context, const Report &report);
void checkLegacyKeyValueFormat(const LintContext &context, const Report &report);
void checkSecretsUsedInArgOrEnv(const LintContext &context, const Report &report);
void checkJsonArgsRecommended(const LintContext &context, const Report &report);
void checkMultipleInstructions(const LintContext &context, const Report &report);
void checkExposeProtoCasing(const LintContext &context, const Report &report);
void checkExposeInvalidFormat(const LintContext &context, const Report &report);

// variable_rules.cpp
void checkUndefinedArgInFrom(const LintContext &context, const Report &report);
void checkInvalidDefaultArgInFrom(const LintContext &context, const Report &report);
void checkUndefinedVar(const LintContext &context, const Report &report);
void checkWorkdirRelativePath(const LintContext &context, const Report &report);

// description_rules.cpp
void checkInvalidDefinitionDescription(const LintContext &context, const Report &report);

} // namespace drydock
