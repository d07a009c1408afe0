// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// What a pyproject.toml or a Pipfile says.
struct PythonProject {
    std::string name;
    std::string pythonVersion; ///< requires-python or the like, a range: ">=3.9".
    std::string buildBackend; ///< "hatchling.build"
    std::string tool; ///< "poetry", "uv", "pdm", "hatch" or "pipenv" if the file is made for it; else empty.
    std::vector<std::string> dependencies; ///< Package names, lower case, "-" for "_" and ".".
    std::map<std::string, std::string> scripts; ///< Programs that are installed, and what they call.
};

/// The packages of a requirements*.txt, an environment.yml, a poetry.lock or a uv.lock.
struct PythonPackages {
    std::vector<std::string> names; ///< As PythonProject::dependencies.
    std::vector<std::string> files; ///< requirements*.txt: others that it takes in with -r or -c.
};

Result<PythonProject> readPyproject(std::string_view bytes);
Result<PythonProject> readPipfile(std::string_view bytes);
Result<PythonPackages> readRequirements(std::string_view bytes);
Result<PythonPackages> readCondaEnvironment(std::string_view bytes);
Result<PythonPackages> readPythonLock(std::string_view bytes); ///< TOML: poetry.lock, uv.lock

/// The name of a package as indexes compare it, without version, extras and markers: "Foo_Bar[x]>=1" → "foo-bar".
std::string pythonPackageName(std::string_view requirement);

} // namespace drydock
