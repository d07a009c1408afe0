// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/package_worlds.h"

namespace drydock {

std::optional<PackageWorld> worldOf(PackageManager manager)
{
    switch (manager) {
    case PackageManager::Apt:
        return PackageWorld::Apt;
    case PackageManager::Apk:
        return PackageWorld::Apk;
    case PackageManager::Yum:
    case PackageManager::Dnf:
        return PackageWorld::Dnf;
    default:
        return std::nullopt;
    }
}

} // namespace drydock
