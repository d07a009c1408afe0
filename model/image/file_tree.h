// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/image/file_layers.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace drydock {

/// What a node of a FileTree stands for.
enum class FileNodeKind : std::uint8_t {
    Image,
    Layer,
    Folder,
    File, ///< Or a link, a device.
    Removed, ///< In a layer: a whiteout.
    Others, ///< Several small ones together.
};

/// A node with all that is below it.
struct FileNode {
    FileNodeKind kind = FileNodeKind::File;
    /// The last part of its path; of layers createdBy; empty for Image and Others. Bytes as they stand in the archive.
    std::string name;
    std::uint64_t bytes = 0; ///< Of all files below it.
    std::size_t files = 0; ///< How many entries of layers it stands for, folders left out.
    std::size_t layer = 0; ///< Into ImageContents::layers. Of folders of a finalTreeOf(): of one of them.
    std::size_t parent = 0; ///< Into FileTree::nodes; of the first node 0.
    std::size_t firstChild = 0; ///< Children stand side by side.
    std::size_t childCount = 0;
};

/// Files with the sums of their bytes. The first node is the image; parents stand before their children.
struct FileTree {
    std::vector<FileNode> nodes;

    /// The largest first, then by name; Others come last.
    std::span<const FileNode> childrenOf(std::size_t node) const;
    /// "usr/lib/x", without image and layer. Empty for those.
    std::string pathOf(std::size_t node) const;
};

/// What is put together into one node.
struct FoldRule {
    std::size_t mostChildren = 200; ///< Of a folder; what is beyond becomes Others. 0: no end.
    double leastShare = 0; ///< Of the whole tree; smaller ones become Others if there are two or more.
};

/// What a container sees: image ▸ folder ▸ file.
FileTree finalTreeOf(const ImageContents &image, const FoldRule &rule = {});
/// What is stored: image ▸ layer, from the bottom ▸ folder ▸ file. Layers are never put together or sorted.
FileTree layerTreeOf(const ImageContents &image, const FoldRule &rule = {});

} // namespace drydock
