// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_cli/engine_commands.h"
#include "app/engine_cli/files_words.h"
#include "app/engine_cli/measuring.h"
#include "app/engine_cli/size_words.h"
#include "model/base/byte_size.h"
#include "model/engine/image_job.h"
#include "model/engine/saved_files_job.h"
#include "model/exporting/printable.h"
#include "model/image/saved_image.h"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace drydock::cli {
namespace {

using Json = nlohmann::ordered_json;

ExitCode stop(Output &output, const Error &error)
{
    tell(output, error);
    return ExitCode::Failed;
}

/// An image without a Dockerfile: its layers, and perhaps its files.
void tellImage(const StageSize &size, const Measurement &measurement, const ImageContents *files,
               Format format, Output &output)
{
    if (format == Format::Json) {
        Json json {{"image", measurement.image},
                   {"engine", measurement.engine},
                   {"store", nameOf(measurement.store)},
                   {"bytes", size.bytes}};
        json["layers"] = Json::array();
        for (const LayerSize &layer : size.layers)
            json["layers"].push_back({{"bytes", layer.bytes}, {"createdBy", layer.createdBy}});
        if (files)
            addWaste(json, reportOn(*files, nullptr, {}));
        output.write(json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
        return;
    }
    constexpr std::size_t longest = 100;
    std::vector<std::vector<std::string>> rows;
    for (const LayerSize &layer : size.layers)
        rows.push_back({byteSize(layer.bytes), printable(layer.createdBy.substr(0, longest))});
    rows.push_back({byteSize(size.bytes), printable(measurement.image)});
    output.write(table(rows, "rl"));
    if (files)
        output.write(wasteText(reportOn(*files, nullptr, {})));
}

ExitCode sizesOfArchive(const Arguments &arguments, Output &output)
{
    const std::string &path = arguments.inputs.front();
    const auto input = FileInput::open(path);
    if (!input) {
        tell(output, input.error());
        return ExitCode::Unreadable;
    }
    const Result<ImageContents> files = readSavedImage(**input);
    if (!files) {
        tell(output, files.error());
        return ExitCode::Unreadable;
    }
    Measurement measurement;
    measurement.image = files->tags.empty() ? path : files->tags.front();
    measurement.store = ImageStore::SavedArchive;
    StageSize size;
    size.bytes = sizeOf(files->history);
    for (const HistoryEntry &entry : files->history)
        size.layers.push_back({{}, entry.createdBy, entry.bytes, LayerCategory::Other, {}});
    tellImage(size, measurement, arguments.engine.listsFiles ? &*files : nullptr, arguments.format, output);
    return judgeBudget(arguments.engine, size.bytes, measurement.image, output);
}

Result<ImageContents> filesOf(EngineSession &session, const std::string &image)
{
    const JobPtr<ImageContents> job = readFilesOfImage(session.client(), image);
    return wait(*job);
}

ExitCode sizesOfImage(EngineSession &session, const Arguments &arguments, Output &output)
{
    const std::string &image = arguments.inputs.front();
    const JobPtr<Measurement> measuring = measureImage(session.client(), image);
    const Result<Measurement> measured = wait(*measuring);
    if (!measured)
        return stop(output, measured.error());
    std::optional<ImageContents> files;
    if (arguments.engine.listsFiles) {
        Result<ImageContents> read = filesOf(session, image);
        if (!read)
            return stop(output, read.error());
        files = std::move(*read);
    }
    const StageSize &size = measured->stages.front();
    tellImage(size, *measured, files ? &*files : nullptr, arguments.format, output);
    return judgeBudget(arguments.engine, size.bytes, image, output);
}

ExitCode sizesOfFile(EngineSession &session, const BuildInput &input, const Arguments &arguments,
                     Output &output)
{
    const auto measured = measure(session, input, {arguments.engine.onlyLooks, {}}, output);
    if (!measured)
        return measured.error().code;
    const StageSize *target = measured->result();
    std::optional<ImageContents> files;
    if (arguments.engine.listsFiles && target) {
        Result<ImageContents> read = filesOf(session, target->image);
        if (!read)
            return stop(output, read.error());
        files = std::move(*read);
    }
    if (arguments.format == Format::Json) {
        Json json = sizesJson(*measured, *input.analysis);
        if (files)
            addWaste(json, reportOn(*files, input.analysis.get(), measured->target));
        output.write(json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
    } else {
        output.write(sizesText(*measured, *input.analysis));
        if (files)
            output.write(wasteText(reportOn(*files, input.analysis.get(), measured->target)));
    }
    if (!target)
        return ExitCode::Failed; // The reason stands on standard error.
    return judgeBudget(arguments.engine, target->bytes, input.name, output);
}

} // namespace

ExitCode sizes(const Arguments &arguments, Output &output)
{
    std::error_code code;
    if (arguments.engine.areImages && std::filesystem::is_regular_file(arguments.inputs.front(), code))
        return sizesOfArchive(arguments, output);
    std::optional<BuildInput> input;
    if (!arguments.engine.areImages) {
        auto read = readBuildInput(arguments.inputs.front(), arguments);
        if (!read) {
            tell(output, read.error().error);
            return read.error().code;
        }
        input = std::move(*read);
    }
    const auto session = EngineSession::open(arguments.engine);
    if (!session)
        return stop(output, session.error());
    return input ? sizesOfFile(**session, *input, arguments, output)
                 : sizesOfImage(**session, arguments, output);
}

} // namespace drydock::cli
