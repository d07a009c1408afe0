// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/registry.h"

#include "model/lint/rules/rules.h"

#include <array>

namespace drydock {

std::span<const Rule> rules()
{
    static constexpr std::array<Rule, 15> all {{
        {"NoEmptyContinuation", checkNoEmptyContinuation},
        {"StageNameCasing", checkStageNameCasing},
        {"FromAsCasing", checkFromAsCasing},
        {"MaintainerDeprecated", checkMaintainerDeprecated},
        {"ReservedStageName", checkReservedStageName},
        {"DuplicateStageName", checkDuplicateStageName},
        {"ConsistentInstructionCasing", checkConsistentInstructionCasing},
        {"RedundantTargetPlatform", checkRedundantTargetPlatform},
        {"FromPlatformFlagConstDisallowed", checkFromPlatformFlagConst},
        {"LegacyKeyValueFormat", checkLegacyKeyValueFormat},
        {"SecretsUsedInArgOrEnv", checkSecretsUsedInArgOrEnv},
        {"JSONArgsRecommended", checkJsonArgsRecommended},
        {"MultipleInstructionsDisallowed", checkMultipleInstructions},
        {"ExposeProtoCasing", checkExposeProtoCasing},
        {"ExposeInvalidFormat", checkExposeInvalidFormat},
    }};
    return all;
}

std::vector<Diagnostic> runRules(const Syntax &syntax, const CheckOptions &options)
{
    std::vector<Diagnostic> found;
    for (const Rule &rule : rules()) {
        if (options.skips(rule.id))
            continue;
        rule.check(syntax, [&](const Instruction &instruction, TextRange range, std::string message) {
            if (!instruction.docComments.isEmpty() && checkOptionsOf(syntax, instruction).skips(rule.id))
                return;
            found.push_back({std::string(rule.id),
                             Severity::Warning,
                             range,
                             std::move(message),
                             {{instruction.firstLine, instruction.lastLine}}});
        });
    }
    return found;
}

} // namespace drydock
