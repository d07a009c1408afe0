// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/rule.h"

// BuildKit's checks that can be told from the text alone (`linter/ruleset.go` has their words,
// `dockerfile2llb/validations.go` and `instructions/parse.go` their triggers).

namespace drydock {

// stage_rules.cpp
void checkStageNameCasing(const Syntax &syntax, const Report &report);
void checkFromAsCasing(const Syntax &syntax, const Report &report);
void checkReservedStageName(const Syntax &syntax, const Report &report);
void checkDuplicateStageName(const Syntax &syntax, const Report &report);
void checkRedundantTargetPlatform(const Syntax &syntax, const Report &report);
void checkFromPlatformFlagConst(const Syntax &syntax, const Report &report);

// instruction_rules.cpp
void checkNoEmptyContinuation(const Syntax &syntax, const Report &report);
void checkMaintainerDeprecated(const Syntax &syntax, const Report &report);
void checkConsistentInstructionCasing(const Syntax &syntax, const Report &report);
void checkLegacyKeyValueFormat(const Syntax &syntax, const Report &report);
void checkSecretsUsedInArgOrEnv(const Syntax &syntax, const Report &report);
void checkJsonArgsRecommended(const Syntax &syntax, const Report &report);
void checkMultipleInstructions(const Syntax &syntax, const Report &report);
void checkExposeProtoCasing(const Syntax &syntax, const Report &report);
void checkExposeInvalidFormat(const Syntax &syntax, const Report &report);

} // namespace drydock
