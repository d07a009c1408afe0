// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_cli/size_words.h"

#include "model/base/byte_size.h"
#include "model/exporting/printable.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ctime>

namespace drydock::cli {
namespace {

using Json = nlohmann::ordered_json;
using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t longestInstruction = 100;

/// The instruction on one line, as far as there is room.
std::string shortText(const Syntax &syntax, const Instruction &instruction)
{
    std::string text(syntax.textOf(instruction.keywordRange));
    text += ' ';
    text += syntax.joined(instruction, {instruction.keywordRange.end, instruction.arguments.end});
    std::string out;
    for (const char c : text) {
        const bool isBlank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!isBlank)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    return printable(out.size() > longestInstruction ? out.substr(0, longestInstruction) + "…" : out);
}

std::string lineOf(const Instruction &instruction)
{
    return std::to_string(instruction.firstLine);
}

std::string timeText(std::int64_t seconds)
{
    const std::time_t time = seconds;
    std::tm parts {};
    if (seconds == 0 || ::gmtime_r(&time, &parts) == nullptr)
        return {};
    char text[32];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

Rows stageRows(const Measurement &measurement, const Analysis &analysis)
{
    Rows rows {{"stage", "size", "base", "own", "download"}};
    for (const StageSize &stage : measurement.stages) {
        const GraphNode &node = analysis.graph.nodes[stage.stage.value];
        rows.push_back({printable(node.label()) + (stage.stage == measurement.target ? " *" : ""),
                        (stage.isApproximate ? "≈ " : "") + byteSize(stage.bytes), byteSize(stage.baseBytes),
                        byteSize(stage.bytes - std::min(stage.bytes, stage.baseBytes)),
                        stage.downloadBytes ? byteSize(*stage.downloadBytes) : "?"});
    }
    return rows;
}

Rows layerRows(const StageSize &stage, const Analysis &analysis)
{
    const Syntax &syntax = analysis.syntax;
    Rows rows {{"size", "line", "instruction"}};
    const Instruction &from = syntax.at(syntax.stages[stage.stage.value].from);
    rows.push_back({byteSize(stage.baseBytes), lineOf(from), shortText(syntax, from)});
    for (const LayerSize &layer : stage.layers) {
        const bool isOwn = layer.instruction && syntax.at(layer.instruction).stage == stage.stage;
        if (isOwn)
            rows.push_back({byteSize(layer.bytes), lineOf(syntax.at(layer.instruction)),
                            shortText(syntax, syntax.at(layer.instruction))});
        else if (layer.category != LayerCategory::Base)
            rows.push_back(
                {byteSize(layer.bytes), "?", printable(layer.createdBy.substr(0, longestInstruction))});
    }
    return rows;
}

Json layerJson(const LayerSize &layer, const Syntax &syntax)
{
    Json json {{"bytes", layer.bytes}, {"category", nameOf(layer.category)}, {"createdBy", layer.createdBy}};
    if (layer.instruction) {
        json["line"] = syntax.at(layer.instruction).firstLine;
        json["instruction"] = shortText(syntax, syntax.at(layer.instruction));
    }
    if (!layer.diffId.empty())
        json["diffId"] = layer.diffId;
    return json;
}

/// Columns of a terminal: UTF-8 characters, which is right for what is printed here.
std::size_t widthOf(std::string_view text)
{
    return std::size_t(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

} // namespace

const char *nameOf(LayerCategory category)
{
    switch (category) {
    case LayerCategory::Base:
        return "base";
    case LayerCategory::Packages:
        return "packages";
    case LayerCategory::Dependencies:
        return "dependencies";
    case LayerCategory::BuildOutput:
        return "build-output";
    case LayerCategory::Application:
        return "application";
    case LayerCategory::Other:
        break;
    }
    return "other";
}

const char *nameOf(ImageStore store)
{
    switch (store) {
    case ImageStore::GraphDriver:
        return "graph-driver";
    case ImageStore::Containerd:
        return "containerd";
    case ImageStore::SavedArchive:
        return "saved-archive";
    case ImageStore::Unknown:
        break;
    }
    return "unknown";
}

std::string table(const Rows &rows, std::string_view alignment)
{
    std::vector<std::size_t> widths(alignment.size(), 0);
    for (const auto &row : rows)
        for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(row[i]));
    std::string out;
    for (const auto &row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i) {
            const std::string gap(widths[i] - widthOf(row[i]), ' ');
            line += i > 0 ? "  " : "";
            line += alignment[i] == 'r' ? gap : std::string();
            line += row[i];
            line += alignment[i] == 'r' ? std::string() : gap;
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line;
        out += '\n';
    }
    return out;
}

std::string sizesText(const Measurement &measurement, const Analysis &analysis)
{
    std::string out = table(stageRows(measurement, analysis), "lrrrr");
    if (const StageSize *target = measurement.result()) {
        out += '\n';
        out += table(layerRows(*target, analysis), "rrl");
    }
    out += "\n* what is built; sizes are unpacked, measured by ";
    out += printable(measurement.engine);
    out += '\n';
    return out;
}

Json sizesJson(const Measurement &measurement, const Analysis &analysis)
{
    Json stages = Json::array();
    for (const StageSize &stage : measurement.stages) {
        const GraphNode &node = analysis.graph.nodes[stage.stage.value];
        Json json {{"stage", node.label()},
                   {"index", stage.stage.value},
                   {"line", analysis.syntax.at(analysis.syntax.stages[stage.stage.value].from).firstLine},
                   {"isTarget", stage.stage == measurement.target},
                   {"image", stage.image},
                   {"bytes", stage.bytes},
                   {"baseBytes", stage.baseBytes},
                   {"isApproximate", stage.isApproximate}};
        if (stage.downloadBytes)
            json["downloadBytes"] = *stage.downloadBytes;
        json["layers"] = Json::array();
        for (const LayerSize &layer : stage.layers)
            json["layers"].push_back(layerJson(layer, analysis.syntax));
        stages.push_back(std::move(json));
    }
    Json json {{"image", measurement.image},         {"engine", measurement.engine},
               {"store", nameOf(measurement.store)}, {"measured", timeText(measurement.time)},
               {"textHash", measurement.textHash},   {"stages", std::move(stages)}};
    if (const StageSize *target = measurement.result())
        json["bytes"] = target->bytes;
    return json;
}

} // namespace drydock::cli
