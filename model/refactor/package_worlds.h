// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/knowledge/packages.h"
#include "model/lint/package_commands.h"

#include <optional>

namespace drydock {

/// Whose packages a package manager installs; nothing for those of languages and for zypper, whose names nobody has listed.
std::optional<PackageWorld> worldOf(PackageManager manager);

} // namespace drydock
