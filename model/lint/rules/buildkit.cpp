// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/registry.h"
#include "model/lint/rules/layer_rules.h"
#include "model/lint/rules/rules.h"

#include <array>

namespace drydock {

std::span<const Rule> buildKitRules()
{
    using enum RuleFamily;
    constexpr RuleSource source = RuleSource::BuildKit;
    constexpr Severity warning = Severity::Warning;
    static constexpr std::array<Rule, 21> all {{
        {"NoEmptyContinuation", source, Language, warning, checkNoEmptyContinuation},
        {"StageNameCasing", source, Language, warning, checkStageNameCasing},
        {"FromAsCasing", source, Language, warning, checkFromAsCasing},
        {"MaintainerDeprecated", source, Language, warning, checkMaintainerDeprecated, "DL4000"},
        {"ReservedStageName", source, Stages, warning, checkReservedStageName, "DL3063"},
        {"DuplicateStageName", source, Stages, warning, checkDuplicateStageName, "DL3024"},
        {"ConsistentInstructionCasing", source, Language, warning, checkConsistentInstructionCasing},
        {"RedundantTargetPlatform", source, Bases, warning, checkRedundantTargetPlatform, "DL3065"},
        {"FromPlatformFlagConstDisallowed", source, Bases, warning, checkFromPlatformFlagConst, "DL3029"},
        {"LegacyKeyValueFormat", source, Language, warning, checkLegacyKeyValueFormat},
        {"SecretsUsedInArgOrEnv", source, Security, warning, checkSecretsUsedInArgOrEnv, "DL3064"},
        {"JSONArgsRecommended", source, Runtime, warning, checkJsonArgsRecommended, "DL3025 S22"},
        {"MultipleInstructionsDisallowed", source, Language, warning, checkMultipleInstructions,
         "DL3012 DL4003 DL4004"},
        {"ExposeProtoCasing", source, Language, warning, checkExposeProtoCasing},
        {"ExposeInvalidFormat", source, Language, warning, checkExposeInvalidFormat},
        {"UndefinedArgInFrom", source, Bases, warning, checkUndefinedArgInFrom, "S47"},
        {"InvalidDefaultArgInFrom", source, Bases, warning, checkInvalidDefaultArgInFrom},
        {"WorkdirRelativePath", source, Language, warning, checkWorkdirRelativePath, "DL3000"},
        {"UndefinedVar", source, Language, warning, checkUndefinedVar, "DL3044"},
        {"InvalidDefinitionDescription",
         source,
         Language,
         warning,
         checkInvalidDefinitionDescription,
         {},
         true},
        {"CopyIgnoredFile", source, Context, warning, checkCopyIgnoredFile, "S46"},
    }};
    return all;
}

} // namespace drydock
