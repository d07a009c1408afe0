// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

// Smaller sisters of images (resources/knowledge/base_variants.toml).

namespace drydock {

/// Which there are of an image. Templates of tags are words: "version", "release", "flavour" stand for parts of the old tag, others
/// for themselves; "=name": another image. Empty: there is none.
struct BaseVariants {
    std::string name; ///< Of the image, or how it begins with * behind.
    std::string slim;
    std::string alpine;
    std::map<std::string, std::string, std::less<>> distroless; ///< Version → reference.
    std::map<std::string, std::string, std::less<>> chainguard;
    std::vector<std::string> flavours; ///< Other words that its tags may have.
    std::vector<std::string> withoutAlpine; ///< Of these there is no Alpine image.
    std::vector<std::string> programs; ///< Its interpreter.
    std::string advice; ///< A doubt about the Alpine image, an English sentence; may be empty.
    std::string adviceBelow; ///< It holds for versions before this one; empty: for all.
};

/// Null if nothing is known. \param name as bareNameOf() gives it.
const BaseVariants *variantsOf(std::string_view name);

/// What a program without an interpreter can run on. \param linking "static", "glibc" or "cxx"; \param kind "distroless",
/// "chainguard" or "scratch". Empty if there is none.
std::string programBase(std::string_view linking, std::string_view kind);

} // namespace drydock
