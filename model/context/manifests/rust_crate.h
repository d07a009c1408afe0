// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// What a Cargo.toml says.
struct RustCrate {
    std::string name; ///< package.name; empty for a workspace without a package.
    std::string edition;
    std::string rustVersion;
    std::string defaultRun;
    std::vector<std::string>
        programs; ///< Names of [[bin]]. Without any, `src/main.rs` makes one called like the crate.
    std::vector<std::string> members; ///< Folders of the workspace; patterns.
    std::vector<std::string> dependencies;
    bool hasReleaseProfile
        = false; ///< [profile.release]: its binaries may already be stripped or optimised for size.
};

/// What a Cargo.lock says.
struct RustLock {
    std::vector<std::string> nativeCrates; ///< Crates that end in "-sys": they bind to a library of C.
    bool holdsCertificates = false; ///< A crate with root certificates in it: webpki-roots.
};

/// What .cargo/config.toml or rust-toolchain(.toml) says.
struct RustSettings {
    std::string target; ///< build.target: binaries end up in target/<target>/.
    std::string targetDir; ///< build.target-dir
    std::string channel; ///< Of the toolchain: "stable", "1.75".
};

Result<RustCrate> readCargoToml(std::string_view bytes);
Result<RustLock> readCargoLock(std::string_view bytes);
Result<RustSettings> readRustSettings(std::string_view bytes);

} // namespace drydock
