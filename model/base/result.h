// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/user_text.h"

#include <tl/expected.hpp>

#include <string>

namespace drydock {

/// Why something did not happen, for a person.
struct Error {
    UserText text; ///< One sentence.
    std::string detail; ///< Words of the system or of BuildKit; may be empty.
};

/// A T or the reason why there is none. (`std::expected` once GCC 12 is no longer supported.)
template <typename T>
using Result = tl::expected<T, Error>;

} // namespace drydock
