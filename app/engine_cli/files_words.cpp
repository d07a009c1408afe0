// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_cli/files_words.h"

#include "app/engine_cli/size_words.h"
#include "model/base/byte_size.h"
#include "model/exporting/printable.h"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace drydock::cli {
namespace {

constexpr std::size_t mostRows = 20;

const char *nameOf(WasteKind kind)
{
    switch (kind) {
    case WasteKind::Replaced:
        return "replaced";
    case WasteKind::Repeated:
        return "repeated";
    case WasteKind::Removed:
        break;
    }
    return "removed";
}

/// "line 5", or what the builder says of a layer of no line.
std::string placeOf(const FilesReport &report, std::size_t layer)
{
    if (report.analysis && layer < report.instructions.size() && report.instructions[layer])
        return "line " + std::to_string(report.analysis->syntax.at(report.instructions[layer]).firstLine);
    return "layer " + std::to_string(layer + 1);
}

} // namespace

FilesReport reportOn(const ImageContents &image, const Analysis *analysis, StageIndex stage)
{
    FilesReport report {image, wasteOf(image), analysis, {}};
    if (analysis)
        report.instructions = instructionsOfLayers(analysis->syntax, analysis->graph, stage, image);
    return report;
}

std::string wasteText(const FilesReport &report)
{
    char efficiency[32];
    std::snprintf(efficiency, sizeof efficiency, "%.1f %%", 100 * report.waste.efficiency());
    std::string out = "\nwasted " + byteSize(report.waste.wastedBytes) + " of "
        + byteSize(report.waste.totalBytes) + "; " + efficiency + " of what is stored can be seen\n";
    std::vector<std::vector<std::string>> rows;
    for (const WastedFile &file : report.waste.files) {
        if (rows.size() == mostRows)
            break;
        rows.push_back({byteSize(file.bytes), printable(file.path),
                        "added by " + placeOf(report, file.addedIn),
                        std::string(nameOf(file.kind)) + " by " + placeOf(report, file.lostIn)});
    }
    out += table(rows, "rlll");
    if (report.waste.files.size() > mostRows)
        out += "and " + std::to_string(report.waste.files.size() - mostRows) + " more\n";
    return out;
}

void addWaste(nlohmann::ordered_json &json, const FilesReport &report)
{
    using Json = nlohmann::ordered_json;
    json["wastedBytes"] = report.waste.wastedBytes;
    json["efficiency"] = report.waste.efficiency();
    json["waste"] = Json::array();
    for (const WastedFile &file : report.waste.files) {
        Json item {{"path", file.path},
                   {"bytes", file.bytes},
                   {"kind", nameOf(file.kind)},
                   {"addedIn", placeOf(report, file.addedIn)},
                   {"lostIn", placeOf(report, file.lostIn)}};
        if (report.analysis) {
            if (const auto fix = fixFor(file, report.analysis->syntax, report.instructions))
                item["refactoring"] = fix->refactoring;
        }
        json["waste"].push_back(std::move(item));
    }
}

} // namespace drydock::cli
