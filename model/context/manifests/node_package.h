// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// What a package.json says.
struct NodePackage {
    std::string name;
    std::string type; ///< "module", "commonjs" or empty.
    std::string main;
    std::vector<std::string> programs; ///< Names under `bin`; the package's own name if `bin` is a path.
    std::map<std::string, std::string> scripts;
    std::vector<std::string> dependencies; ///< Names, in the order of the file.
    std::vector<std::string> devDependencies;
    std::string nodeVersion; ///< engines.node, a range: ">=18".
    std::string packageManager; ///< "pnpm@9.1.0"
    std::vector<std::string> workspaces; ///< Patterns of folders.
};

/// What a package-lock.json (version 2 or 3), npm-shrinkwrap.json, pnpm-lock.yaml, yarn.lock or bun.lock says.
struct NodeLock {
    std::string version; ///< lockfileVersion as written.
    /// Packages that run something when they are installed: they need a compiler or fetch a binary. package-lock.json
    /// and pnpm up to 8 say so, the others do not.
    std::vector<std::string> withInstallScript;
};

/// What a deno.json or deno.jsonc says.
struct DenoConfig {
    std::map<std::string, std::string> tasks;
    std::vector<std::string> imports; ///< Names of the import map.
};

/// What a tsconfig*.json says.
struct TypeScriptConfig {
    std::string outDir; ///< compilerOptions.outDir
    std::string rootDir;
};

/// What next.config.*, nuxt.config.*, vite.config.*, svelte.config.*, astro.config.* or angular.json says about where
/// a build ends up.
struct WebConfig {
    std::string output; ///< "standalone" or "export" (Next), "static" or "server" (Astro); else empty.
    std::string outDir; ///< outDir, distDir or outputPath; empty if not written.
    std::string adapter; ///< The package of an adapter that is imported: "@sveltejs/adapter-node".
};

Result<NodePackage> readNodePackage(std::string_view bytes);
Result<NodeLock> readPackageLock(std::string_view bytes); ///< JSON
Result<NodeLock> readPnpmLock(std::string_view bytes);
Result<DenoConfig> readDenoConfig(std::string_view bytes);
Result<TypeScriptConfig> readTypeScriptConfig(std::string_view bytes);
Result<WebConfig> readWebConfig(std::string_view bytes); ///< JavaScript or TypeScript
Result<WebConfig> readAngularConfig(std::string_view bytes); ///< JSON

} // namespace drydock
