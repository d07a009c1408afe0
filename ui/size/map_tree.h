// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/image/file_tree.h"
#include "ui/size/compared_size.h"
#include "ui/size/segments.h"

#include <QString>

#include <vector>

namespace drydock::ui {

/// Stage ▸ layer ▸ directory ▸ file with the words and colours that treemap and icicle show. Node 0 is the stage.
struct MapTree {
    /// What a person calls a layer, and what it is.
    struct Layer {
        QString name; ///< Its instruction.
        LayerCategory category = LayerCategory::Other;
        std::uint64_t wasted = 0; ///< Bytes of it that no container sees.
    };

    FileTree files;
    QString stage;
    std::vector<Layer> layers; ///< As ImageContents::layers.

    std::size_t size() const { return files.nodes.size(); }
    /// Plain text without control characters.
    QString nameOf(std::size_t node) const;
    /// "/usr/lib/x"; the name of stages and layers.
    QString placeOf(std::size_t node) const;
    /// Of the stage itself: Base.
    LayerCategory categoryOf(std::size_t node) const;
    /// Known of layers only; not more than its bytes.
    std::uint64_t wastedOf(std::size_t node) const;
    /// The node and all above it, the stage first.
    std::vector<std::size_t> pathTo(std::size_t node) const;
};

/// \param size of the same image. \param waste by layer of `size`.
MapTree makeMapTree(const ImageContents &files, const ComparedSize &size, const WasteByLayer &waste);

/// Which of the layers of `size` a layer of a file list is; their count if none.
std::size_t layerOf(const FileLayer &layer, const StageSize &size);

/// `bytes` as text to show: what would move the pen or turn the line round becomes a sign.
QString printable(std::string_view bytes);

} // namespace drydock::ui
