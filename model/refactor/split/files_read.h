// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/split/split_recipe.h"

#include <functional>
#include <string_view>
#include <vector>

namespace drydock {

/// What a compiled program may read while it runs, besides itself (REFACTORINGS §3.4, A3 and A4).
struct FilesRead {
    /// What the file copies by name and is no source (“COPY templates ./templates” says what is meant), and folders of the build
    /// context whose names speak for themselves.
    std::vector<RuntimeFile> files;
    std::vector<Assumption> assumptions; ///< That the rest of what is copied in is not read.
};

/// \param addsLines the build goes on behind the last copy, which does not stay where it is then.
/// \param isSource whether a file or folder of this name is read by the compiler alone.
FilesRead filesRead(const SplitStage &stage, const std::function<bool(std::string_view name)> &isSource,
                    bool addsLines = false);

} // namespace drydock
