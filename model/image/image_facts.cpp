// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/image_facts.h"

#include <numeric>

namespace drydock {

std::uint64_t sizeOf(const std::vector<HistoryEntry> &history)
{
    return std::accumulate(history.begin(), history.end(), std::uint64_t {0},
                           [](std::uint64_t sum, const HistoryEntry &entry) { return sum + entry.bytes; });
}

} // namespace drydock
