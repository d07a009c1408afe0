// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace drydock {

/// "740 MB", "9.1 MB", "512 bytes", "1 byte": powers of 1000 as Docker counts, two digits that matter.
std::string byteSize(std::uint64_t bytes);

/// Reads what a person types for a size: "50MB", "1.5 GB", "512", "20MiB"; units of 1000, with an "i" of 1024. Nothing if it
/// is none, or more than 64 bits hold.
std::optional<std::uint64_t> readByteSize(std::string_view text);

} // namespace drydock
