// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/http_client.h"
#include "model/engine/job.h"
#include "model/engine/registry_answers.h"
#include "model/engine/registry_desk.h"

#include <QObject>

#include <cstdint>
#include <string>
#include <vector>

namespace drydock {

/// An image of a registry, for one platform.
struct RegistryImage {
    std::string digest; ///< Of the index, if there is one: it holds for every platform.
    ImagePlatform platform;
    std::vector<ImagePlatform> platforms; ///< That the index offers; empty if there is no index.
    std::uint64_t downloadBytes = 0; ///< Packed, as a pull transfers them.
    std::vector<Descriptor> layers; ///< From the bottom.
    RegistryConfig config;
};

/// What a pull transfers for one platform.
struct PlatformDownload {
    ImagePlatform platform;
    std::uint64_t bytes = 0;

    bool operator==(const PlatformDownload &) const = default;
};

/// Registries of images, by the distribution API (version 2). Asks them only when it is told to, over https, with the logins
/// that docker has, and remembers what they said: manifests and configurations for ever, which image a tag is and which tags
/// there are for an hour.
///
/// References are taken as they stand in a file, variables replaced.
class RegistryClient final : public QObject {
    Q_OBJECT

public:
    /// \param http borrowed; must outlive this.
    RegistryClient(HttpClient &http, RegistryPlaces places, QObject *parent = nullptr);

    /// All tags of the repository, sorted: see sortTags(). At most 100,000.
    JobPtr<std::vector<std::string>> tags(const std::string &reference);
    /// What the tag names now: "sha256:…" of the index, or of the manifest where there is none.
    JobPtr<std::string> digest(const std::string &reference);
    /// \returns an Error if the image is not there for this platform.
    JobPtr<RegistryImage> image(const std::string &reference, const ImagePlatform &platform);
    /// For each of its platforms, at most 16: one question each.
    JobPtr<std::vector<PlatformDownload>> downloads(const std::string &reference);

private:
    RegistryDesk m_desk;
};

} // namespace drydock
