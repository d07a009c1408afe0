// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/split/split_stage.h"

#include <string>
#include <string_view>

// Files and folders that RUNs make without building anything.

namespace drydock {

/// The command that surely leaves something at `path`: cp, mv, install, ln, mkdir, git clone, tar -C, unzip -d. Null if none does.
const BuildStep *makerOfPath(const SplitStage &stage, std::string_view path);

/// The folder around `path` that a RUN has put there whole, such as a release: `mv rel/couchdb /opt`. Empty if there is none.
std::string placedFolderAround(const SplitStage &stage, std::string_view path);

/// The command that downloads or unpacks a folder with sources that `path` lies in: git clone, tar -C, unzip -d. Null if none does.
const BuildStep *downloadAround(const SplitStage &stage, std::string_view path);

/// What the stage installs as a package of the distribution brings the program `name`, as far as their names tell.
bool isOfPackage(const SplitStage &stage, std::string_view name);

} // namespace drydock
