// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/context/build_context.h"
#include "model/context/manifests/dotnet_project.h"
#include "model/context/manifests/elixir_project.h"
#include "model/context/manifests/go_module.h"
#include "model/context/manifests/haskell_project.h"
#include "model/context/manifests/java_project.h"
#include "model/context/manifests/native_project.h"
#include "model/context/manifests/node_package.h"
#include "model/context/manifests/php_project.h"
#include "model/context/manifests/python_project.h"
#include "model/context/manifests/ruby_lock.h"
#include "model/context/manifests/rust_crate.h"

#include <cstddef>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// The facts of one file and where it lies.
template <typename Facts>
struct Found {
    std::string
        path; ///< Relative to the folder of the build. Of a GoPackage: the folder of its files, "" for the root.
    Facts facts;
};

/// How surely a manifest at this path speaks for the whole folder: 5 at the root, 3 one folder down, else 1.
int manifestWeight(std::string_view path);

/// What the manifests of a folder say: which languages, programs, versions and commands a build is about.
/// Each list is in the order of the context's entries, so the root comes before its folders' contents.
struct Manifests {
    std::vector<Found<GoModule>> goModules; ///< go.mod
    std::vector<Found<GoPackage>> goPackages; ///< Folders with .go files.
    std::vector<Found<NodePackage>> nodePackages; ///< package.json
    std::vector<Found<NodeLock>> nodeLocks; ///< package-lock.json, npm-shrinkwrap.json, pnpm-lock.yaml
    std::vector<Found<DenoConfig>> denoConfigs; ///< deno.json, deno.jsonc
    std::vector<Found<TypeScriptConfig>> typeScriptConfigs; ///< tsconfig*.json
    std::vector<Found<WebConfig>> webConfigs; ///< next.config.* and the like, angular.json
    std::vector<Found<PythonProject>> pythonProjects; ///< pyproject.toml, Pipfile
    std::vector<Found<PythonPackages>>
        pythonPackages; ///< requirements*.txt, environment.yml, poetry.lock, uv.lock
    std::vector<Found<MavenProject>> mavenProjects; ///< pom.xml
    std::vector<Found<GradleProject>> gradleProjects; ///< build.gradle, settings.gradle, each also with .kts
    std::vector<Found<DotnetProject>> dotnetProjects; ///< *.csproj, *.fsproj, *.vbproj
    std::vector<Found<RustCrate>> rustCrates; ///< Cargo.toml
    std::vector<Found<RustLock>> rustLocks; ///< Cargo.lock
    std::vector<Found<RustSettings>> rustSettings; ///< .cargo/config(.toml), rust-toolchain(.toml)
    std::vector<Found<PhpProject>> phpProjects; ///< composer.json
    std::vector<Found<RubyLock>> rubyLocks; ///< Gemfile.lock
    std::vector<Found<ElixirProject>> elixirProjects; ///< mix.exs
    std::vector<Found<CmakeProject>> cmakeProjects; ///< CMakeLists.txt
    std::vector<Found<Makefile>> makefiles; ///< Makefile, makefile, GNUmakefile
    std::vector<Found<HaskellProject>> haskellProjects; ///< *.cabal, package.yaml, stack.yaml

    std::vector<std::string>
        lockfiles; ///< Paths of lock files that are there, whether they were read or not.
    /// Paths of files whose being there says it all: artisan, bin/console, manage.py, wsgi.py, asgi.py, app.py,
    /// config/puma.rb, mvnw, gradlew, Gemfile, *.sln, vendor/modules.txt.
    std::vector<std::string> landmarks;

    /// Manifests that the .dockerignore leaves out: the build does not see them, so they say nothing about it.
    std::vector<std::string> hidden;
    struct Unread {
        std::string path;
        Error error; ///< Why not: too large, no permission, not valid.
    };
    std::vector<Unread> unread;
    bool isWhole = true; ///< False: there were too many, and some were not read.

    /// Is this lock file in this folder ("" for the root)? hasLockfile("web", "yarn.lock")
    bool hasLockfile(std::string_view folder, std::string_view name) const;
    bool hasLandmark(std::string_view path) const;
};

/// Reads the manifests among the context's entries, at most three folders deep and never in .git, node_modules,
/// vendor, target, dist, build, .venv, bin or obj. Only files are opened; nothing is run. A file that cannot be read
/// or understood is named in `unread`.
/// \param folder what the context was read from.
Manifests readManifests(const std::string &folder, const BuildContext &context,
                        const std::stop_token &stop = {});

} // namespace drydock
