// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/manifests/rust_crate.h"

#include "model/context/manifests/data_tree.h"
#include "model/context/manifests/text_scan.h"
#include "model/syntax/characters.h"

namespace drydock {

Result<RustCrate> readCargoToml(std::string_view bytes)
{
    const Result<DataTree> tree = parseToml(bytes);
    if (!tree)
        return tl::unexpected(tree.error());
    RustCrate result;
    result.name = tree->textAt({"package", "name"});
    result.edition = tree->textAt({"package", "edition"});
    result.rustVersion = tree->textAt({"package", "rust-version"});
    result.defaultRun = tree->textAt({"package", "default-run"});
    for (const DataTree &program : tree->at({"bin"}).items)
        addOnce(result.programs, program.textAt({"name"}));
    result.members = tree->textsAt({"workspace", "members"});
    result.dependencies = tree->at({"dependencies"}).keys;
    result.hasReleaseProfile = tree->at({"profile"}).has("release");
    return result;
}

Result<RustLock> readCargoLock(std::string_view bytes)
{
    const Result<DataTree> tree = parseToml(bytes);
    if (!tree)
        return tl::unexpected(tree.error());
    RustLock result;
    for (const DataTree &package : tree->at({"package"}).items) {
        const std::string name = package.textAt({"name"});
        if (name.ends_with("-sys"))
            addOnce(result.nativeCrates, name);
        result.holdsCertificates = result.holdsCertificates || name.starts_with("webpki-root");
    }
    return result;
}

Result<RustSettings> readRustSettings(std::string_view bytes)
{
    RustSettings result;
    // The old rust-toolchain is nothing but the channel.
    const std::string_view text = trimmed(bytes);
    if (!text.empty() && text.find_first_of("[=\n") == std::string_view::npos) {
        result.channel = text;
        return result;
    }
    const Result<DataTree> tree = parseToml(bytes);
    if (!tree)
        return tl::unexpected(tree.error());
    const std::vector<std::string> targets = tree->textsAt({"build", "target"});
    result.target = targets.empty() ? std::string() : targets.front();
    result.targetDir = tree->textAt({"build", "target-dir"});
    result.channel = tree->textAt({"toolchain", "channel"});
    return result;
}

} // namespace drydock
