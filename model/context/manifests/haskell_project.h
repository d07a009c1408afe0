// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// What a *.cabal, a package.yaml (hpack) or a stack.yaml says.
struct HaskellProject {
    std::string name;
    std::vector<std::string> programs; ///< Executables.
    std::vector<std::string> libraries; ///< extra-libraries
    std::string resolver; ///< stack.yaml: "lts-21.25"
};

Result<HaskellProject> readHaskell(std::string_view bytes);

} // namespace drydock
