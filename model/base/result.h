// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/user_text.h"

#include <tl/expected.hpp>

#include <string>
#include <utility>
#include <vector>

namespace drydock {

/// Why something did not happen, for a person.
struct Error {
    UserText text; ///< One sentence.
    std::string detail; ///< Words of the system or of BuildKit; may be empty.
};

/// A T or the reason why there is none. (`std::expected` once GCC 12 is no longer supported.)
template <typename T>
using Result = tl::expected<T, Error>;

/// A "no" with its reason. \param sentence marked with QT_TRANSLATE_NOOP; one sentence for a person.
inline tl::unexpected<Error> refusal(const char *sentence, std::vector<std::string> arguments = {})
{
    return tl::unexpected<Error>(Error {{sentence, std::move(arguments)}, {}});
}

} // namespace drydock
