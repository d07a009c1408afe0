// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/context/manifests/manifests.h"

#include <stop_token>
#include <string>
#include <vector>

namespace drydock {

/// A file that tells a continuous integration service what to do.
struct Workflow {
    std::string path;
    bool buildsImages = false;
    bool keepsMounts = false; ///< Its machine stays, or it saves what cache mounts hold.

    bool operator==(const Workflow &) const = default;
};

/// What rules ask of the files beside a Dockerfile: a few answers, worked out once from their contents. Small enough to be
/// compared.
struct FolderFacts {
    std::vector<std::string> goClients; ///< Go modules in use that talk to servers by TLS.
    std::vector<std::string> rustClients; ///< Crates that do, with the certificates of the system.
    bool bringsCertificates = false; ///< A library with root certificates in it is in use.
    bool bringsTimeZones = false; ///< A Go program has them compiled in.
    bool usesMaven = false;
    std::vector<std::string> jarPlugins; ///< Of Maven, that leave further jars beside the program's.
    std::string webOutput; ///< The folder where the only package of Node puts its pages; empty if not known.
    std::vector<Workflow> workflows; ///< In .github/workflows.

    bool operator==(const FolderFacts &) const = default;
};

/// Works them out of what the manifests say.
FolderFacts folderFactsOf(const Manifests &manifests);
/// What a workflow's text says.
Workflow readWorkflow(std::string path, std::string_view bytes);

/// Reads the manifests among the context's entries and the workflows. Runs nothing; what cannot be read does not count.
/// \param folder what the context was read from.
FolderFacts readFolderFacts(const std::string &folder, const BuildContext &context,
                            const std::stop_token &stop = {});
/// The same with manifests that have been read already.
FolderFacts readFolderFacts(const std::string &folder, const Manifests &manifests,
                            const std::stop_token &stop = {});

} // namespace drydock
