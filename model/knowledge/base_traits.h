// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

enum class Libc : std::uint8_t { Unknown, None, Glibc, Musl };

/// What is known of an image by its reference alone (resources/knowledge/base_traits.toml). Unknown stays unknown.
struct BaseTraits {
    Libc libc = Libc::Unknown;
    std::optional<bool> hasShell;
    bool isSdk = false; ///< Made for building.
    std::uint64_t bytes = 0; ///< About what it takes unpacked; 0 if unknown.
    std::string user; ///< The default user if it is not root.
    std::string entrypoint; ///< The program that the image starts, handing CMD to it; may be empty.
    std::vector<std::string> ports; ///< That it exposes.
    bool dropsPrivileges = false; ///< Starts as root and gives that up by itself.
    std::string advice; ///< Why not to use it any more, an English sentence; empty if there is no reason.
};

/// Null if nothing is known of it. \param reference as parseImageReference() takes it, variables replaced.
std::optional<BaseTraits> baseTraitsOf(std::string_view reference);

/// Whether `name` is an image by that very name in the table: "nginx". Official images have short names.
bool isKnownImage(std::string_view name);

} // namespace drydock
