// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/image/image_facts.h"

#include <cstdint>
#include <string>
#include <vector>

namespace drydock {

/// What an entry of a layer is.
enum class LayerEntryKind : std::uint8_t {
    File,
    Folder,
    Link, ///< Symbolic; hard links are files of no bytes.
    Other, ///< Device, pipe.
    Removed, ///< `.wh.NAME`: what lower layers have under this path is gone.
    Emptied, ///< `.wh..wh..opq`: what lower layers have in this folder is gone.
};

/// One path in one layer.
struct LayerEntry {
    std::string path; ///< Without "/" in front; bytes as they stand in the archive.
    LayerEntryKind kind = LayerEntryKind::File;
    std::uint64_t bytes = 0; ///< File: its size.

    bool operator==(const LayerEntry &) const = default;
};

/// One layer of an image with all that is in it.
struct FileLayer {
    std::string diffId; ///< "sha256:…"; may be empty.
    std::string createdBy; ///< Of the history entry that made it; may be empty.
    std::size_t historyEntry = 0; ///< Which of ImageContents::history, oldest first.
    std::vector<LayerEntry> entries; ///< In the order of the archive.
    std::uint64_t bytes = 0; ///< Of its files together.

    bool operator==(const FileLayer &) const = default;
};

/// An image down to its files, as a saved archive tells.
struct ImageContents {
    std::vector<std::string> tags;
    ImageConfig config;
    std::vector<HistoryEntry> history; ///< Oldest first. Bytes are those of the layers.
    std::vector<FileLayer> layers; ///< From the bottom.

    bool operator==(const ImageContents &) const = default;
};

} // namespace drydock
