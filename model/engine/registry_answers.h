// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/image/image_facts.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What registries answer (distribution spec and OCI image-spec), read from bytes that nobody vouches for.

namespace drydock {

/// "linux/arm64/v8" in parts.
struct ImagePlatform {
    std::string os = "linux";
    std::string architecture = "amd64";
    std::string variant; ///< May be empty.

    std::string label() const; ///< "linux/arm64/v8"
    bool operator==(const ImagePlatform &) const = default;
};

/// A part of something, by its digest.
struct Descriptor {
    std::string digest; ///< "sha256:…"
    std::uint64_t bytes = 0;
    std::string mediaType;

    bool operator==(const Descriptor &) const = default;
};

struct PlatformManifest {
    ImagePlatform platform;
    Descriptor manifest;

    bool operator==(const PlatformManifest &) const = default;
};

/// A manifest, or an index of several.
struct RegistryManifest {
    std::vector<PlatformManifest> platforms; ///< Of an index; without attestations.
    std::optional<Descriptor> config; ///< Of one image.
    std::vector<Descriptor> layers; ///< Of one image, from the bottom.

    bool isIndex() const { return !config; }
    /// What a pull of this image transfers: its layers.
    std::uint64_t downloadBytes() const;
    /// The image for a platform: of its variant, or else of any. Null if there is none.
    const PlatformManifest *forPlatform(const ImagePlatform &platform) const;
};

/// The four kinds of manifests that are asked for. Without them a registry answers with an old kind and *another digest*.
inline constexpr std::string_view manifestTypes
    = "application/vnd.oci.image.index.v1+json, application/vnd.docker.distribution.manifest.list.v2+json, "
      "application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json";

/// \returns an Error for schema 1, and for what is neither a manifest nor an index.
Result<RegistryManifest> readManifest(std::string_view json);

/// An image's configuration: what it runs, and how it was made.
struct RegistryConfig {
    ImagePlatform platform;
    std::string created; ///< RFC 3339; may be empty.
    ImageConfig config;
    std::vector<HistoryEntry>
        history; ///< Oldest first. `bytes` is 0: a registry does not know what is unpacked.
    std::vector<bool> hasLayer; ///< For each entry of the history.
    std::vector<std::string> diffIds; ///< From the bottom.
};

Result<RegistryConfig> readRegistryConfig(std::string_view json);

/// The tags of one page of /tags/list; what is no tag is left out.
Result<std::vector<std::string>> readTags(std::string_view json);
/// Versions by number, newest first; then words; "latest" first of all. Each once.
void sortTags(std::vector<std::string> &tags);
/// The URL with rel="next" of a Link header (RFC 8288); empty if there is none.
std::string nextLink(std::string_view header);

/// "sha256:" and 64 digits.
bool isSha256(std::string_view digest);

/// What a registry says of how much may be asked of it.
struct RateLimit {
    std::optional<std::uint64_t> remaining;
    std::int64_t window = 0; ///< Seconds; 0: not said. At most a day.
};

/// "76;w=21600", of `ratelimit-remaining` and `ratelimit-limit`.
RateLimit readRateLimit(std::string_view limit, std::string_view remaining);

/// What to tell somebody about an answer that is none.
/// \param image what was asked for, as it stands in the file. \param body may hold the registry's own words.
Error registryError(int status, std::string_view body, const std::string &image, const std::string &host);

} // namespace drydock
