// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// What a CMakeLists.txt says, looked through and not run. Names with a variable in them are kept as written.
struct CmakeProject {
    std::string name; ///< project(name …)
    std::vector<std::string> programs; ///< add_executable(name …)
    std::vector<std::string> installed; ///< install(TARGETS …)
    std::vector<std::string> packages; ///< find_package(Name …)
    std::vector<std::string> libraries; ///< target_link_libraries(x …), without PUBLIC and the like.
};

/// What a Makefile says.
struct Makefile {
    std::vector<std::string>
        targets; ///< In the order of the file, without those that begin with "." and patterns.
    std::vector<std::string> outputs; ///< What stands behind `-o`, as written.
    std::vector<std::string> libraries; ///< `-lz` → "z"

    bool hasTarget(std::string_view name) const;
};

Result<CmakeProject> readCmake(std::string_view bytes);
Result<Makefile> readMakefile(std::string_view bytes);

} // namespace drydock
