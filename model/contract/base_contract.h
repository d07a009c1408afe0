// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contract/runtime_contract.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// What a stage on an image begins with.
struct BaseContract {
    RuntimeContract contract; ///< `argv`, `form` and `needsShell` are not worked out yet.
    bool mayHaveMoreVariables = false; ///< Than those of the contract.
    std::vector<std::string> shell; ///< That the shell form uses.
    /// ONBUILD of the image, which runs in the stage; RuntimeContract::triggers are those for whoever builds on the stage.
    std::vector<std::string> triggers;
};

/// \param reference variables replaced; empty: nothing is known.
BaseContract baseContractOf(std::string_view reference, const ImageSource *images);

/// The search path where an image sets none.
inline constexpr std::string_view defaultPath
    = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

} // namespace drydock
