// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/registry.h"
#include "model/lint/rules/content_rules.h"
#include "model/lint/rules/layer_rules.h"

#include <array>

namespace drydock {

std::span<const Rule> layerRules()
{
    using enum RuleFamily;
    constexpr RuleSource source = RuleSource::Drydock;
    constexpr Severity info = Severity::Info;
    constexpr Severity warning = Severity::Warning;
    constexpr Severity error = Severity::Error;
    static constexpr std::array all {
        Rule {"S10", source, Layers, warning, checkHostFolderOverInstalled},
        Rule {"S11", source, Cache, warning, checkSourcesBeforeManifests},
        Rule {"S14", source, Cache, warning, checkCleaningCacheMount},
        Rule {"S15", source, Layers, warning, checkDeletedLater},
        Rule {"S16", source, Layers, warning, checkOwnerLayer},
        Rule {"S28", source, Packages, warning, checkBuildPackagesShipped},
        Rule {"S30", source, Cache, warning, checkUpdateAlone},
        Rule {"S31", source, Cache, error, checkCacheOverShipped},
        Rule {"S32", source, Cache, info, checkCacheMountLost},
        Rule {"S39", source, Layers, warning, checkPackedThenDeleted},
        Rule {"S48", source, Shell, warning, checkScriptGoesOn},
        Rule {"S49", source, Runtime, error, checkBrokenArray},
        Rule {"S50", source, Security, info, checkUnverifiedDownload},
        Rule {"S51", source, Security, info, checkPipedIntoShell},
        Rule {"S52", source, Security, warning, checkWritableByAll},
        Rule {"S53", source, Security, warning, checkRemoteShellPort},
        Rule {"S54", source, Context, warning, checkMissingSource},
    };
    return all;
}

} // namespace drydock
