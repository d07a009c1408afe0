// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_cli/engine_commands.h"
#include "app/engine_cli/measuring.h"
#include "app/engine_cli/size_words.h"
#include "model/base/byte_size.h"
#include "model/engine/image_job.h"
#include "model/exporting/printable.h"
#include "model/image/image_difference.h"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace drydock::cli {
namespace {

using Json = nlohmann::ordered_json;

/// One side of the comparison.
struct Side {
    std::string name;
    Measurement measurement;
    std::shared_ptr<const Analysis> analysis; ///< Null for an image.

    const StageSize &size() const { return *measurement.result(); }
};

using Sides = tl::expected<std::vector<Side>, Complaint>;

tl::unexpected<Complaint> failed(Error error)
{
    return tl::unexpected<Complaint>(Complaint {std::move(error), ExitCode::Failed});
}

Sides imageSides(EngineSession &session, const Arguments &arguments)
{
    std::vector<Side> sides;
    for (const std::string &image : arguments.inputs) {
        const JobPtr<Measurement> measuring = measureImage(session.client(), image);
        const Result<Measurement> measured = wait(*measuring);
        if (!measured)
            return failed(measured.error());
        sides.push_back({image, *measured, nullptr});
    }
    return sides;
}

Sides builtSides(EngineSession &session, const std::vector<BuildInput> &inputs, Output &output)
{
    std::vector<Side> sides;
    std::vector<std::string> keep;
    for (const BuildInput &input : inputs) {
        auto measured = measure(session, input, {false, keep}, output);
        if (!measured)
            return tl::unexpected(std::move(measured.error()));
        if (!measured->result())
            return failed({});
        keep.push_back(measured->result()->image);
        sides.push_back({input.name, std::move(*measured), input.analysis});
    }
    return sides;
}

/// What whoever runs the image would notice, in words.
std::vector<std::string> contractWords(const std::vector<Side> &sides)
{
    std::vector<std::string> words;
    const std::optional<ImageConfig> &before = sides.front().measurement.config;
    const std::optional<ImageConfig> &after = sides.back().measurement.config;
    if (!before || !after)
        return words;
    for (const ContractDifference &difference : differencesOf(*before, *after))
        words.push_back(inEnglish(difference.text));
    return words;
}

std::string percentText(std::uint64_t before, std::uint64_t after)
{
    if (before == 0)
        return {};
    const double change = 100.0 * (double(after) - double(before)) / double(before);
    char text[32];
    std::snprintf(text, sizeof text, "%+.1f %%", change);
    return text;
}

std::string compareText(const std::vector<Side> &sides, const MeasurementDifference &difference)
{
    const Side &before = sides.front();
    const Side &after = sides.back();
    std::vector<std::vector<std::string>> rows {
        {"before", byteSize(before.size().bytes), printable(before.name)},
        {"after", byteSize(after.size().bytes), printable(after.name)},
        {"change", percentText(before.size().bytes, after.size().bytes), {}}};
    std::string out = table(rows, "lrl");
    rows.clear();
    for (const CategoryDifference &row : difference.categories)
        rows.push_back({nameOf(row.category), byteSize(row.bytes.before), byteSize(row.bytes.after)});
    if (!rows.empty() && before.analysis && after.analysis) {
        rows.insert(rows.begin(), {"", "before", "after"});
        out += "\n" + table(rows, "lrr");
    }
    const auto words = contractWords(sides);
    out += words.empty() ? "\nWhoever runs it notices no difference in its configuration.\n"
                         : "\nWhoever runs it notices:\n";
    for (const std::string &each : words)
        out.append("  ").append(printable(each)).append("\n");
    return out;
}

std::string compareJson(const std::vector<Side> &sides, const MeasurementDifference &difference)
{
    Json json;
    const char *const names[] = {"before", "after"};
    for (std::size_t i = 0; i < 2; ++i) {
        const Side &side = sides[i];
        Json one {{"name", side.name},
                  {"image", side.size().image},
                  {"bytes", side.size().bytes},
                  {"store", nameOf(side.measurement.store)},
                  {"engine", side.measurement.engine}};
        if (side.size().downloadBytes)
            one["downloadBytes"] = *side.size().downloadBytes;
        json[names[i]] = std::move(one);
    }
    json["rows"] = Json::array();
    for (const CategoryDifference &row : difference.categories)
        json["rows"].push_back(
            {{"category", nameOf(row.category)}, {"before", row.bytes.before}, {"after", row.bytes.after}});
    json["contract"] = contractWords(sides);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace

ExitCode compare(const Arguments &arguments, Output &output)
{
    const auto inputs = arguments.engine.areImages ? std::vector<BuildInput> {} : readBuildInputs(arguments);
    if (!inputs) {
        tell(output, inputs.error().error);
        return inputs.error().code;
    }
    auto session = EngineSession::open(arguments.engine);
    if (!session) {
        tell(output, session.error());
        return ExitCode::Failed;
    }
    const Sides sides = arguments.engine.areImages ? imageSides(**session, arguments)
                                                   : builtSides(**session, *inputs, output);
    if (!sides) {
        tell(output, sides.error().error);
        return sides.error().code;
    }
    const Result<MeasurementDifference> difference
        = differenceOf(sides->front().measurement, sides->back().measurement);
    if (!difference) {
        tell(output, difference.error());
        return ExitCode::Failed;
    }
    output.write(arguments.format == Format::Json ? compareJson(*sides, *difference)
                                                  : compareText(*sides, *difference));
    return judgeBudget(arguments.engine, sides->back().size().bytes, sides->back().name, output);
}

} // namespace drydock::cli
