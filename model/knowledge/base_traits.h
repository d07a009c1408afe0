// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

enum class Libc : std::uint8_t { Unknown, None, Glibc, Musl };

/// A name that a base has an entry for in /etc/passwd or /etc/group.
struct BaseName {
    std::string name;
    std::string number; ///< Empty if it is not known.
};

/// What all images on one distribution have in common.
struct BaseFamily {
    std::string name; ///< "debian", "alpine", "distroless" …
    std::vector<BaseName> users; ///< Each has a group of its name.
    std::vector<BaseName> groups; ///< On top of these.
    std::vector<std::string> tools; ///< Which of curl and wget there are.
};

/// A variable that ENV of an image sets.
struct BaseVariable {
    std::string name;
    std::optional<std::string> value; ///< If it is the same in all versions.
};

/// What is known of an image by its reference alone (resources/knowledge/base_traits.toml). Unknown stays unknown.
struct BaseTraits {
    Libc libc = Libc::Unknown;
    std::optional<bool> hasShell;
    bool isSdk = false; ///< Made for building.
    std::string user; ///< The default user if it is not root.
    bool dropsPrivileges = false; ///< Starts as root and gives that up by itself.
    std::optional<bool> hasCertificates; ///< Root certificates, without which TLS trusts nobody.
    std::optional<bool> hasTimeZones; ///< The data behind TZ=Europe/Vienna.
    std::vector<std::string> platforms; ///< All that it exists for; empty: unknown.
    std::string advice; ///< Why not to use it any more, an English sentence; empty if there is no reason.

    // These point into the table and live as long as the program.
    const BaseFamily *family = nullptr; ///< Null: unknown.
    std::span<const BaseName> users; ///< On top of the family's.
    std::span<const BaseName> groups; ///< On top of the family's.
    std::optional<std::span<const std::string>> tools; ///< Which of curl and wget there are. None: unknown.
    std::optional<std::span<const BaseVariable>> environment; ///< None: unknown.

    /// \pre family
    bool hasUser(std::string_view name) const;
    bool hasGroup(std::string_view name) const;
    /// False also if that is not known.
    bool setsVariable(std::string_view name) const;
};

/// Null if nothing is known of it. \param reference as parseImageReference() takes it, variables replaced.
std::optional<BaseTraits> baseTraitsOf(std::string_view reference);

/// The number that images commonly give to the user `name`; empty if there is no such habit.
std::string usualNumberOf(std::string_view name);

/// Whether `name` is an image by that very name in the table: "nginx". Official images have short names.
bool isKnownImage(std::string_view name);

} // namespace drydock
