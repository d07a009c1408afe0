// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// What a *.csproj, *.fsproj or *.vbproj says.
struct DotnetProject {
    std::string sdk; ///< "Microsoft.NET.Sdk.Web"
    std::vector<std::string> targetFrameworks; ///< "net8.0"
    std::string assemblyName; ///< Empty: the file's name without its ending.
    std::string outputType; ///< "Exe", "Library" …
    bool isAot = false; ///< PublishAot
    bool isSelfContained = false;
    bool hasInvariantGlobalization = false; ///< Needs no ICU.
    std::vector<std::string> runtimeIdentifiers; ///< "linux-x64"
    std::vector<std::string> frameworks; ///< FrameworkReference: "Microsoft.AspNetCore.App"
    std::vector<std::string> packages; ///< PackageReference
    std::vector<std::string> projects; ///< ProjectReference: paths, with "/".
};

Result<DotnetProject> readDotnetProject(std::string_view bytes);

} // namespace drydock
