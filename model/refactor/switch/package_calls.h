// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/knowledge/packages.h"
#include "model/refactor/switch/changes.h"

#include <set>
#include <string>
#include <string_view>

namespace drydock {

/// From one world's packages to another's.
struct PackageMove {
    PackageWorld from = PackageWorld::Apt;
    PackageWorld to = PackageWorld::Apt;
    std::string release; ///< Of the new base, as translated() takes it.
};

/// Rewrites what a RUN asks of the package manager.
void movePackages(const LintContext &context, const Instruction &run, const PackageMove &move,
                  Changes &changes);

/// `apk add --no-cache a b` and the like, as an instruction.
std::string installLine(PackageWorld world, const std::vector<std::string> &names);

} // namespace drydock
