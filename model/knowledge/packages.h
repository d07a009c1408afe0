// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Packages of distributions: what they are for, what they are called elsewhere, what they take
// (resources/knowledge/packages.toml). Names are bare; see packageName().

namespace drydock {

/// Whose packages. They share no names but by chance.
enum class PackageWorld : std::uint8_t {
    Apt, ///< Debian, Ubuntu
    Apk, ///< Alpine
    Dnf, ///< Fedora and Red Hat's, also by yum and microdnf.
};

/// What a package is there for.
enum class PackageUse : std::uint8_t {
    Unknown,
    Build, ///< A compiler or the like: nothing that has been built asks for it.
    Library, ///< Headers of a library; what has been built asks for runtimePackagesFor() it.
    Tool, ///< git, curl, unzip …: often for the build alone. At run time only if the program calls it.
    Runtime, ///< Programs ask for it while they run.
};

/// "libpq-dev" for `libpq-dev=15.*`, `libpq-dev:arm64`, `libpq-dev~15`, `libpq-dev/bookworm`.
std::string_view packageName(std::string_view word);

PackageUse useOf(PackageWorld world, std::string_view name);

/// The packages with the shared libraries that something linked against `devPackage` needs, in the order of the alphabet. Empty
/// if there are none or they are not known.
/// \param release Release::name or its version ("bookworm", "12"); empty: unknown, and then they are told only if they are the
/// same in all releases of the table. Alpine's and Fedora's never differ.
std::vector<std::string> runtimePackagesFor(PackageWorld world, std::string_view devPackage,
                                            std::string_view release);

/// What to install in `to` instead of `name` of `from`; an empty list: nothing, it is there already or makes no sense there.
/// Nothing if the table cannot say, or if there is no such thing.
/// \param release that the result is for; see runtimePackagesFor().
std::optional<std::vector<std::string>> translated(std::string_view name, PackageWorld from, PackageWorld to,
                                                   std::string_view release);

/// What installing a package adds to a slim base of Debian 12, what it depends on included.
struct PackageSize {
    std::uint64_t bytes = 0; ///< With --no-install-recommends.
    std::uint64_t bytesWithRecommended = 0;
};

/// Of `name` in Debian, also if the release is another one. Nothing if the table does not have it.
std::optional<PackageSize> sizeOfPackage(std::string_view name);

/// What of a package's programs the table names: "mysql" and "mysqldump" of default-mysql-client. Empty: not known, or one of
/// the package's own name.
std::vector<std::string> programsOf(PackageWorld world, std::string_view name);

/// The Debian package of a full base (buildpack-deps: `python:3.12`, not `python:3.12-slim`) that brings `program`; empty if none
/// does.
std::string fullBasePackageWith(std::string_view program);
/// Alpine has the programs of this Debian package from the start.
bool isInAlpine(std::string_view debianPackage);

/// When the table was true, year-month-day.
std::string packagesDate();

} // namespace drydock
