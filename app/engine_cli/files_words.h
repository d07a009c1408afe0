// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "model/image/waste.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace drydock::cli {

/// The files of an image, and whose they are.
struct FilesReport {
    const ImageContents &image;
    WasteReport waste;
    const Analysis *analysis = nullptr; ///< Of the Dockerfile; null if there is none.
    std::vector<InstructionIndex> instructions; ///< By layer; empty without `analysis`.
};

FilesReport reportOn(const ImageContents &image, const Analysis *analysis, StageIndex stage);

/// What is wasted, the largest first.
std::string wasteText(const FilesReport &report);

/// "waste", "wastedBytes", "efficiency" for the object that sizes prints.
void addWaste(nlohmann::ordered_json &json, const FilesReport &report);

} // namespace drydock::cli
