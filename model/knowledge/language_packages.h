// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// What a package of a programming language needs of Debian while it runs, besides what a slim image of the language has
/// (resources/knowledge/language_packages.toml).
struct LanguagePackageNeeds {
    std::vector<std::string> libraries; ///< Packages with headers; see runtimePackagesFor().
    std::vector<std::string> packages; ///< As they are.
};

/// \param language "python", "node" or "ruby". \returns null if it needs nothing that is known of. Lives as long as the program.
const LanguagePackageNeeds *needsOfLanguagePackage(std::string_view language, std::string_view name);

} // namespace drydock
