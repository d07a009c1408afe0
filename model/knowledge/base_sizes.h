// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace drydock {

/// What an image takes for linux/amd64, in bytes (resources/knowledge/base_sizes.toml).
struct BaseSize {
    std::uint64_t least = 0; ///< Unpacked.
    std::uint64_t most = 0;
    std::uint64_t packedLeast = 0; ///< What a pull transfers.
    std::uint64_t packedMost = 0;
};

/// Nothing if the table does not have it. \param reference as parseImageReference() takes it, variables replaced.
std::optional<BaseSize> baseSizeOf(std::string_view reference);

/// When the table was true, year-month-day.
std::string baseSizesDate();

} // namespace drydock
