// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/size_report.h"

#include <algorithm>

namespace drydock {

const StageSize *Measurement::ofStage(StageIndex stage) const
{
    const auto found = std::ranges::find(stages, stage, &StageSize::stage);
    return stage && found != stages.end() ? &*found : nullptr;
}

// FNV-1a with 64 bits (draft-eastlake-fnv).
std::string hashOf(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char each : text) {
        hash ^= static_cast<unsigned char>(each);
        hash *= 0x100000001b3U;
    }
    std::string result(16, '0');
    for (std::size_t i = result.size(); i-- > 0; hash /= 16)
        result[i] = "0123456789abcdef"[hash % 16];
    return result;
}

} // namespace drydock
