// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/image/file_layers.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace drydock {

/// An entry and the layer that brings it. Borrowed from an ImageContents.
struct PlacedEntry {
    const LayerEntry *entry = nullptr;
    std::size_t layer = 0;
};

/// Why an entry of a lower layer is not to be seen any more.
enum class LossKind : std::uint8_t {
    Replaced, ///< By another entry of the same path.
    Removed, ///< By a whiteout, also of a folder above it; or a folder gave way to something else.
};

/// Called for each entry that a later layer hides. \param by the layer that does it. \param replacement null if it was removed.
using LossListener = std::function<void(const PlacedEntry &lost, std::size_t by, LossKind kind,
                                        const LayerEntry *replacement)>;

/// Puts the layers of `image` on top of each other as a container sees them (OCI image-spec, layer.md: whiteouts of a layer
/// hide what is in lower layers only, wherever they stand in their own; a folder upon a folder keeps what is in it).
/// \returns what is to be seen at the end, in the order of paths byte by byte. Borrows `image`.
std::vector<PlacedEntry> finalFilesOf(const ImageContents &image, const LossListener &listener = {});

} // namespace drydock
