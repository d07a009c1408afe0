// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// What a go.mod says.
struct GoModule {
    std::string module; ///< "example.org/tools/server/v2"
    std::string goVersion; ///< "1.21"; empty if there is none.
    std::string toolchain; ///< "go1.21.3"
    std::vector<std::string> dependencies; ///< Module paths behind `require`.

    /// What `go build` calls the program: the last element of the module path that is no version ("server").
    std::string programName() const;
};

/// What the .go files of one folder say together.
struct GoPackage {
    bool isMain = false; ///< `package main`
    bool usesC = false; ///< `import "C"`: needs a C compiler and, at run time, a libc.
    bool embedsFiles = false; ///< `//go:embed`
    bool holdsTimeZones = false; ///< Imports time/tzdata.
};

Result<GoModule> readGoModule(std::string_view bytes);
/// Test files are to be left out by the caller.
Result<GoPackage> readGoSource(std::string_view bytes);

} // namespace drydock
