// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/contract/runtime_contract.h"
#include "model/image/file_layers.h"
#include "model/image/size_report.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace drydock {

/// A number before and after.
struct BytesChange {
    std::uint64_t before = 0;
    std::uint64_t after = 0;

    /// after − before; the largest or least possible number if that does not fit.
    std::int64_t difference() const;
    /// -0.75 if three quarters are gone; nothing if there was nothing before.
    std::optional<double> share() const;

    bool operator==(const BytesChange &) const = default;
};

enum class FileChange : std::uint8_t { Added, Removed, Resized, Same };

struct FileDifference {
    std::string path;
    FileChange change = FileChange::Same;
    BytesChange bytes;

    bool operator==(const FileDifference &) const = default;
};

/// A layer of either image or of both.
struct LayerDifference {
    std::optional<std::size_t>
        before; ///< Into ImageContents::layers, or StageSize::layers of a MeasurementDifference.
    std::optional<std::size_t> after;
    BytesChange bytes;

    bool operator==(const LayerDifference &) const = default;
};

/// Two images file by file, as containers of them see it.
struct ImageDifference {
    /// What is added, removed or resized: the largest change first, then by path. Folders are left out.
    std::vector<FileDifference> files;
    std::size_t sameFiles = 0; ///< Of the same kind and size. Whether they hold the same, nobody has looked.
    BytesChange bytes; ///< Of all files that a container sees.
    std::vector<LayerDifference>
        layers; ///< From the bottom; pairs are the very same layer or of the same words.
};

ImageDifference differenceOf(const ImageContents &before, const ImageContents &after);

/// What a kind of layers weighs in two images.
struct CategoryDifference {
    LayerCategory category = LayerCategory::Other;
    BytesChange bytes;
};

/// Two measurements on one scale.
struct MeasurementDifference {
    std::vector<CategoryDifference>
        categories; ///< In the order of LayerCategory; those of no bytes are left out.
    std::vector<LayerDifference> layers; ///< From the bottom.
    BytesChange bytes; ///< Of the targets.
    std::uint64_t scale = 0; ///< The larger of both: the whole width of a bar.
};

/// \returns an Error if the numbers come from different kinds of stores, which count differently, or if a target was not built.
Result<MeasurementDifference> differenceOf(const Measurement &before, const Measurement &after);

/// What whoever runs the images notices, in words.
std::vector<ContractDifference> differencesOf(const ImageConfig &before, const ImageConfig &after);

} // namespace drydock
