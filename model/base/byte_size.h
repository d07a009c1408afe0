// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace drydock {

/// "740 MB", "9.1 MB", "512 bytes", "1 byte": powers of 1000 as Docker counts, two digits that matter.
std::string byteSize(std::uint64_t bytes);

} // namespace drydock
