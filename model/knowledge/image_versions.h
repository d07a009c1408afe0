// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/knowledge/image_answers.h"

#include <string>
#include <string_view>

namespace drydock {

/// A version that an image says of itself in a variable of its environment.
struct ImageVersion {
    std::string version; ///< "24.19.0"; empty if it says nothing or nobody knows which variable it is.
    std::string variable; ///< "NODE_VERSION"
    std::size_t least = 1; ///< How many numbers of it a tag has at least …
    std::size_t most = 3; ///< … and at most.
};

/// \param name as bareNameOf() gives it.
ImageVersion versionOf(std::string_view name, const ImageConfig &config);

/// "24.19" of "24.19.0" and 2. \pre isVersion(version)
std::string_view firstNumbers(std::string_view version, std::size_t count);

} // namespace drydock
