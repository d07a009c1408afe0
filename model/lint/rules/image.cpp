// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/registry.h"
#include "model/lint/rules/content_rules.h"
#include "model/lint/rules/runtime_rules.h"

#include <array>

namespace drydock {

std::span<const Rule> imageRules()
{
    using enum RuleFamily;
    constexpr RuleSource source = RuleSource::Drydock;
    constexpr Severity info = Severity::Info;
    constexpr Severity warning = Severity::Warning;
    constexpr Severity error = Severity::Error;
    static constexpr std::array all {
        Rule {"S01", source, Runtime, error, checkStaticBaseDynamicGo},
        Rule {"S02", source, Layers, warning, checkSdkAsRuntime},
        Rule {"S05", source, Layers, warning, checkBuildDirectoryCopied, "DL3067"},
        Rule {"S07", source, Runtime, error, checkInterpreterTwice},
        Rule {"S08", source, Runtime, error, checkShellMissing},
        Rule {"S12", source, Runtime, info, checkPortMissing},
        Rule {"S18", source, Runtime, warning, checkProductionTooEarly},
        Rule {"S21", source, Security, warning, checkRunsAsRoot, "DL3002"},
        Rule {"S23", source, Runtime, error, checkProgramMissing},
        Rule {"S24", source, Stages, error, checkUnknownSource, "DL3022"},
        Rule {"S26", source, Runtime, error, checkCertificatesMissing},
        Rule {"S27", source, Runtime, warning, checkTimeZonesMissing},
        Rule {"S33", source, Security, warning, checkSecretFile},
        Rule {"S35", source, Stages, info, checkDeadStage},
        Rule {"S36", source, Stages, info, checkShadowedImage},
        Rule {"S37", source, Stages, info, checkStageNumber},
        Rule {"S38", source, Bases, warning, checkOutdatedBase},
        Rule {"S40", source, Runtime, warning, checkDevelopmentServer},
        Rule {"S41", source, Runtime, error, checkWebOutputMissing},
        Rule {"S42", source, Runtime, warning, checkSeveralJars},
        Rule {"S45", source, Bases, info, checkPlatformMissing},
    };
    return all;
}

} // namespace drydock
