// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/user_text.h"
#include "model/engine/registry_answers.h"

#include <cstdint>
#include <string_view>

namespace drydock {

/// How big an image would be that nobody has pulled.
struct PullEstimate {
    ImagePlatform platform;
    std::uint64_t downloadBytes = 0; ///< What a pull transfers: exact.
    std::uint64_t unpackedBytes = 0; ///< An estimate: no registry tells.
    UserText basis; ///< What the estimate rests on.

    /// "3.6 MB to download, ≈ 7.9 MB unpacked"
    UserText inWords() const;
};

/// Takes the packed size as it is and guesses the unpacked one: by what the table of base images (base_sizes.toml) knows of
/// the image, or else 2.5 times as much, between alpine's 2.2 and golang's 3 there.
PullEstimate pullEstimateOf(std::string_view reference, const ImagePlatform &platform,
                            std::uint64_t downloadBytes);

} // namespace drydock
