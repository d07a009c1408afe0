// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "model/image/size_report.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace drydock::cli {

/// The table of the stages and that of the target's layers, for reading.
std::string sizesText(const Measurement &measurement, const Analysis &analysis);

/// One object with all that is known.
nlohmann::ordered_json sizesJson(const Measurement &measurement, const Analysis &analysis);

/// "base", "packages" …: what JSON calls a category.
const char *nameOf(LayerCategory category);
/// "graph-driver", "containerd", "saved-archive", "unknown".
const char *nameOf(ImageStore store);

/// `rows` of equally many cells as a table: columns are as wide as their widest cell, two blanks between, the columns whose
/// letter in `alignment` is 'r' ranged right.
std::string table(const std::vector<std::vector<std::string>> &rows, std::string_view alignment);

} // namespace drydock::cli
