// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// The files of resources/knowledge/ as they are, compiled in (model/knowledge/CMakeLists.txt).
namespace drydock::embedded {

std::string_view baseConfigs();
std::string_view baseImages();
std::string_view baseSizes();
std::string_view baseTraits();
std::string_view baseVariants();
std::string_view endOfLife();
std::string_view goModules();
std::string_view imageVersions();
std::string_view packages();
std::string_view languagePackages();
std::string_view releases();
std::string_view runtimeImages();
std::string_view variables();

} // namespace drydock::embedded
