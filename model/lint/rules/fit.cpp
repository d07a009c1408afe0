// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/registry.h"
#include "model/lint/rules/fit_rules.h"

#include <array>

namespace drydock {

std::span<const Rule> fitRules()
{
    using enum RuleFamily;
    constexpr RuleSource source = RuleSource::Drydock;
    constexpr Severity error = Severity::Error;
    constexpr Severity warning = Severity::Warning;
    static constexpr std::array all {
        Rule {"S03", source, Runtime, error, checkOtherLibrary},
        Rule {"S04", source, Runtime, error, checkOlderLibrary},
        Rule {"S09", source, Runtime, error, checkUnknownUser},
        Rule {"S17", source, Layers, warning, checkDeveloperPackages},
        Rule {"S19", source, Bases, warning, checkDigestWithoutTag},
        Rule {"S20", source, Runtime, warning, checkHardCodedPlatform},
        Rule {"S25", source, Runtime, warning, checkHealthTool},
        Rule {"S34", source, Bases, warning, checkEndOfLife},
        Rule {"S43", source, Runtime, warning, checkOtherPython},
        Rule {"S44", source, Runtime, warning, checkDotnetDefaults},
    };
    return all;
}

} // namespace drydock
