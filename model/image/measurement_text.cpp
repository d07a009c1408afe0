// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/measurement_text.h"

#include "model/image/config_text.h"
#include "model/image/measurement_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace drydock {
namespace {

constexpr std::int64_t version = 1;
constexpr std::size_t mostElements = 100'000;

constexpr std::array<std::string_view, 6> categoryNames {"base",         "packages",    "dependencies",
                                                         "build-output", "application", "other"};
constexpr std::array<std::string_view, 4> storeNames {"unknown", "graph-driver", "containerd",
                                                      "saved-archive"};

/// Where `name` stands in `names`; `otherwise` if nowhere: a name of a newer version.
template <typename Value, std::size_t size>
Value valueOf(const std::array<std::string_view, size> &names, std::string_view name, Value otherwise)
{
    const auto *const found = std::ranges::find(names, name);
    return found == names.end() ? otherwise : static_cast<Value>(found - names.begin());
}

template <typename Index>
Json jsonOf(Index index)
{
    return index ? Json(index.value) : Json();
}

/// None for what is no sensible index.
template <typename Index>
Index indexIn(const Json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_unsigned())
        return {};
    const auto value = found->template get<std::uint64_t>();
    return value <= std::numeric_limits<std::uint32_t>::max() ? Index {static_cast<std::size_t>(value)}
                                                              : Index();
}

Json jsonOf(const LayerSize &layer)
{
    return {{"instruction", jsonOf(layer.instruction)},
            {"createdBy", layer.createdBy},
            {"bytes", layer.bytes},
            {"category", categoryNames.at(static_cast<std::size_t>(layer.category))},
            {"diffId", layer.diffId}};
}

Json jsonOf(const StageSize &stage)
{
    Json layers = Json::array();
    for (const LayerSize &layer : stage.layers)
        layers.push_back(jsonOf(layer));
    return {{"stage", jsonOf(stage.stage)},
            {"name", stage.name},
            {"image", stage.image},
            {"bytes", stage.bytes},
            {"baseBytes", stage.baseBytes},
            {"downloadBytes", stage.downloadBytes ? Json(*stage.downloadBytes) : Json()},
            {"isApproximate", stage.isApproximate},
            {"layers", std::move(layers)}};
}

std::uint64_t unsignedIn(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
}

LayerSize layerOf(const Json &json)
{
    LayerSize layer;
    layer.instruction = indexIn<InstructionIndex>(json, "instruction");
    layer.createdBy = textIn(json, "createdBy");
    layer.bytes = unsignedIn(json, "bytes");
    layer.category = valueOf(categoryNames, textIn(json, "category"), LayerCategory::Other);
    layer.diffId = textIn(json, "diffId");
    return layer;
}

StageSize stageOf(const Json &json)
{
    StageSize stage;
    stage.stage = indexIn<StageIndex>(json, "stage");
    stage.name = textIn(json, "name");
    stage.image = textIn(json, "image");
    stage.bytes = unsignedIn(json, "bytes");
    stage.baseBytes = unsignedIn(json, "baseBytes");
    if (const auto download = json.find("downloadBytes");
        download != json.end() && download->is_number_unsigned())
        stage.downloadBytes = download->get<std::uint64_t>();
    stage.isApproximate = isTrueIn(json, "isApproximate");
    if (const Json *layers = arrayIn(json, "layers")) {
        stage.layers.reserve(std::min(layers->size(), mostElements));
        for (const Json &each : *layers) {
            if (each.is_object() && stage.layers.size() < mostElements)
                stage.layers.push_back(layerOf(each));
        }
    }
    return stage;
}

} // namespace

Json measurementJson(const Measurement &measurement)
{
    Json stages = Json::array();
    for (const StageSize &stage : measurement.stages)
        stages.push_back(jsonOf(stage));
    return {{"version", version},
            {"target", jsonOf(measurement.target)},
            {"textHash", measurement.textHash},
            {"image", measurement.image},
            {"engine", measurement.engine},
            {"store", storeNames.at(static_cast<std::size_t>(measurement.store))},
            {"time", measurement.time},
            {"config", measurement.config ? configJson(*measurement.config) : Json()},
            {"stages", std::move(stages)}};
}

Result<Measurement> measurementOf(const Json &json)
{
    if (!json.is_object() || numberIn(json, "version") < 1)
        return refusal(QT_TRANSLATE_NOOP("image", "This is no measurement of an image."));
    if (numberIn(json, "version") > version)
        return refusal(QT_TRANSLATE_NOOP("image", "A newer Drydock wrote this measurement."));
    Measurement measurement;
    measurement.target = indexIn<StageIndex>(json, "target");
    measurement.textHash = textIn(json, "textHash");
    measurement.image = textIn(json, "image");
    measurement.engine = textIn(json, "engine");
    measurement.store = valueOf(storeNames, textIn(json, "store"), ImageStore::Unknown);
    measurement.time = numberIn(json, "time");
    if (const auto config = json.find("config"); config != json.end() && config->is_object())
        measurement.config = configOf(*config);
    if (const Json *stages = arrayIn(json, "stages")) {
        measurement.stages.reserve(std::min(stages->size(), mostElements));
        for (const Json &each : *stages) {
            if (each.is_object() && measurement.stages.size() < mostElements)
                measurement.stages.push_back(stageOf(each));
        }
    }
    return measurement;
}

std::string oneLineOf(const Json &json)
{
    // Words of an engine that are no UTF-8 are shown with a mark in their place.
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string measurementText(const Measurement &measurement)
{
    return oneLineOf(measurementJson(measurement));
}

Result<Measurement> readMeasurement(std::string_view text)
{
    return measurementOf(Json::parse(text, nullptr, false));
}

} // namespace drydock
