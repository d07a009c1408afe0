// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// What a composer.json says.
struct PhpProject {
    std::string name;
    std::string phpVersion; ///< require.php, a range: "^8.2".
    std::vector<std::string> extensions; ///< Without "ext-": "pdo_mysql".
    std::vector<std::string> dependencies; ///< Packages ("laravel/framework").
    std::vector<std::string> scripts; ///< Names.
};

Result<PhpProject> readComposer(std::string_view bytes);

} // namespace drydock
