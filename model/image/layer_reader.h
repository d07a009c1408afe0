// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/image/file_layers.h"
#include "model/image/tar_reader.h"

#include <string>

namespace drydock {

/// A layer as far as it could be read.
struct ReadLayer {
    std::vector<LayerEntry> entries;
    std::uint64_t bytes = 0;
    std::string fault; ///< libarchive's words if the layer is broken; else empty.
};

/// Reads the layer that the current entry of `outer` is. \param head its first bytes, which were read already; all of them if
/// there are less than 512. \pre the rest of the entry was not read yet.
ReadLayer readLayer(archive *outer, std::string head, ReadBudget &budget);

/// The entry of a layer for a name in its archive; a whiteout becomes what it says (OCI image-spec, layer.md). \returns false if
/// it is nothing that a container would see.
bool makeEntry(std::string name, LayerEntryKind kind, std::uint64_t bytes, LayerEntry &entry);

} // namespace drydock
