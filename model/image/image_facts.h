// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/knowledge/image_answers.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// One line of `docker history`: what an instruction left behind.
struct HistoryEntry {
    std::string id; ///< Of the image after it; "<missing>" for most.
    std::string createdBy; ///< The builder's words for the instruction; "" for imported images.
    std::string comment;
    std::int64_t created = 0; ///< Seconds since 1970.
    std::uint64_t bytes = 0; ///< Unpacked.
    std::vector<std::string> tags;

    bool operator==(const HistoryEntry &) const = default;
};

/// What an engine says of an image that it has.
struct ImageFacts {
    std::string id; ///< "sha256:…": of the configuration, or of the manifest in a containerd store.
    std::vector<std::string> tags; ///< "alpine:3.18"
    std::vector<std::string> digests; ///< "alpine@sha256:…"
    std::string created; ///< RFC 3339; may be empty.
    std::string os;
    std::string architecture;
    std::string variant;
    std::uint64_t reportedBytes
        = 0; ///< The field `Size`: means another thing in each store; never shown as the size.
    std::vector<std::string> layers; ///< RootFS.Layers: diff ids from the bottom.
    ImageConfig config;
};

/// `GET /images/{name}/history`, which comes newest first. \returns oldest first.
Result<std::vector<HistoryEntry>> readHistory(std::string_view json);
/// `GET /images/{name}/json`, of any API version: what is missing, null or new is no error.
Result<ImageFacts> readImageFacts(std::string_view json);

/// The size of an image: the sum of its history, the one number that means unpacked bytes in every store (in a containerd
/// store in blocks of 4 KiB).
std::uint64_t sizeOf(const std::vector<HistoryEntry> &history);

} // namespace drydock
