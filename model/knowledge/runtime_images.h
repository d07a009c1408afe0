// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/knowledge/packages.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What runs a program that another image has built (resources/knowledge/runtime_images.toml).

namespace drydock {

/// An image to run on.
struct RuntimeImage {
    std::string reference; ///< Empty: the image that builds is one that runs as well.
    bool isOther = false; ///< Somebody else built it, or it lies on another distribution.
};

/// Nothing if the table does not know the image, or if its tag does not say the version.
/// \param reference of the image that builds, variables replaced. \param kind of .NET: “aspnet”, “runtime” or “runtime-deps”.
std::optional<RuntimeImage> runtimeImageFor(std::string_view reference, std::string_view kind = {});
/// The image that runs programs for this version of Java: `eclipse-temurin:17-jre`. Empty if there is none.
std::string javaRuntimeImage(std::string_view major);

/// Whether packages of this release (“buster”) can no longer be installed from where its images look for them.
bool isArchived(std::string_view release);
/// Libraries that programs built in `image` need from there. \param image as the tables spell names.
std::vector<std::string> librariesOfCompiler(std::string_view image);
/// Packages that a program in `language` (“elixir”) asks for.
std::vector<std::string> packagesOfLanguage(std::string_view language, PackageWorld world);
/// The package of Debian with the headers that `crate` links; empty if it brings its library along or is not known.
std::string packageOfCrate(std::string_view crate);

} // namespace drydock
