// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/image/file_layers.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// The texts of an archive by their names in it: manifests, configurations.
using SavedTexts = std::map<std::string, std::string, std::less<>>;

/// What belongs to one image of an archive.
struct SavedManifest {
    std::vector<std::string> tags;
    std::string config; ///< The name of its configuration in the archive.
    std::vector<std::string> layers; ///< Their names, from the bottom.
};

/// \param tag which image is meant; empty: the first. \returns an Error if the texts tell of no such image.
Result<SavedManifest> savedManifestOf(const SavedTexts &texts, std::string_view tag);

/// Gives `image` the configuration, history and diff ids of a configuration blob (OCI image-spec, config.md). The history gets
/// an entry for each of `image.layers` and each layer its entry: where the blob does not say which entries have a layer, its
/// history is replaced by one entry without words per layer. \returns an Error if it is no such blob.
Result<void> readSavedConfig(std::string_view json, ImageContents &image);

} // namespace drydock
