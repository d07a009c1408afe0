// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/registry.h"
#include "model/lint/rules/command_rules.h"
#include "model/lint/rules/copy_rules.h"
#include "model/lint/rules/package_rules.h"

#include <array>

namespace drydock {

std::span<const Rule> hadolintRules()
{
    using enum RuleFamily;
    constexpr RuleSource source = RuleSource::Hadolint;
    constexpr Severity info = Severity::Info;
    constexpr Severity warning = Severity::Warning;
    constexpr Severity error = Severity::Error;
    static constexpr std::array all {
        Rule {"DL1001", source, Language, info, checkIgnoreComments, {}, true},
        Rule {"DL3001", source, Shell, info, checkPointlessCommands},
        Rule {"DL3003", source, Shell, info, checkChangingDirectory},
        Rule {"DL3004", source, Shell, warning, checkSudo},
        Rule {"DL3006", source, Bases, warning, checkUntaggedBase, "S06"},
        Rule {"DL3007", source, Bases, warning, checkMovingTag},
        Rule {"DL3008", source, Packages, info, checkAptPins},
        Rule {"DL3009", source, Packages, info, checkAptLists, "S13"},
        Rule {"DL3010", source, Layers, info, checkArchiveCopied},
        Rule {"DL3013", source, Packages, info, checkPipPins},
        Rule {"DL3014", source, Packages, warning, checkAptAssumesYes},
        Rule {"DL3015", source, Packages, info, checkAptRecommends, "S29"},
        Rule {"DL3016", source, Packages, info, checkNpmPins},
        Rule {"DL3018", source, Packages, info, checkApkPins},
        Rule {"DL3019", source, Packages, info, checkApkCache},
        Rule {"DL3020", source, Layers, warning, checkAddForFiles},
        Rule {"DL3021", source, Layers, warning, checkSeveralSources},
        Rule {"DL3026", source, Bases, error, checkRegistry},
        Rule {"DL3027", source, Packages, warning, checkAptForPeople},
        Rule {"DL3028", source, Packages, info, checkGemPins},
        Rule {"DL3030", source, Packages, warning, checkYumAssumesYes},
        Rule {"DL3032", source, Packages, warning, checkYumClean},
        Rule {"DL3033", source, Packages, info, checkYumPins},
        Rule {"DL3034", source, Packages, warning, checkZypperAssumesYes},
        Rule {"DL3035", source, Packages, warning, checkZypperUpgrade},
        Rule {"DL3036", source, Packages, warning, checkZypperClean},
        Rule {"DL3037", source, Packages, info, checkZypperPins},
        Rule {"DL3038", source, Packages, warning, checkDnfAssumesYes},
        Rule {"DL3040", source, Packages, warning, checkDnfClean},
        Rule {"DL3041", source, Packages, info, checkDnfPins},
        Rule {"DL3042", source, Packages, info, checkPipCache},
        Rule {"DL3045", source, Layers, warning, checkRelativeDestination},
        Rule {"DL3046", source, Layers, warning, checkUserAdd},
        Rule {"DL3047", source, Shell, info, checkWgetProgress},
        Rule {"DL3048", source, Labels, info, checkLabelKey},
        Rule {"DL3049", source, Labels, info, checkLabelMissing},
        Rule {"DL3050", source, Labels, info, checkLabelSuperfluous},
        Rule {"DL3051", source, Labels, warning, checkLabelEmpty},
        Rule {"DL3052", source, Labels, warning, checkLabelUrl},
        Rule {"DL3053", source, Labels, warning, checkLabelTime},
        Rule {"DL3054", source, Labels, warning, checkLabelLicense},
        Rule {"DL3055", source, Labels, warning, checkLabelHash},
        Rule {"DL3056", source, Labels, warning, checkLabelVersion},
        Rule {"DL3057", source, Runtime, info, checkHealthcheckMissing, {}, true},
        Rule {"DL3058", source, Labels, warning, checkLabelEmail},
        Rule {"DL3059", source, Layers, info, checkConsecutiveRuns},
        Rule {"DL3060", source, Packages, info, checkYarnCache},
        Rule {"DL3062", source, Packages, info, checkGoPins},
        Rule {"DL3066", source, Runtime, info, checkUserByName},
        Rule {"DL4001", source, Shell, info, checkWgetAndCurl},
        Rule {"DL4005", source, Shell, warning, checkShellLink},
        Rule {"DL4006", source, Shell, info, checkPipeFailure},
    };
    return all;
}

} // namespace drydock
