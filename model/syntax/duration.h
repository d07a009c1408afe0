// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace drydock {

/// A length of time as Go writes it: "1h30m", "5s", "250ms".
struct Duration {
    std::int64_t nanoseconds = 0;
    std::string error; ///< Go's own sentence ("time: missing unit in duration \"5\""); empty if all is well.
};

/// Go's time.ParseDuration. An empty text is 0, as BuildKit treats it.
Duration parseDuration(std::string_view text);

} // namespace drydock
