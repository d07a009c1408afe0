// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/build/provenance.h"

#include "model/build/json_parts.h"

#include <nlohmann/json.hpp>

#include <limits>
#include <optional>

namespace drydock {
namespace {

using nlohmann::json;

/// The part at the end of `path`, or an empty one.
const json &partAt(const json &root, std::initializer_list<const char *> path)
{
    static const json none = json::object();
    const json *part = &root;
    for (const char *const name : path) {
        part = partOf(*part, name);
        if (!part)
            return none;
    }
    return part->is_object() ? *part : none;
}

/// The first line of {"locations":[{"ranges":[{"start":{"line":5}}]}]}. A FROM that several stages share has several
/// locations; the step's name decides between them.
std::optional<std::uint32_t> lineOf(const json &step)
{
    const json &locations = listOf(step, "locations");
    if (locations.size() != 1)
        return std::nullopt;
    const json &ranges = listOf(locations.front(), "ranges");
    if (ranges.empty())
        return std::nullopt;
    const std::uint64_t line = countOf(partAt(ranges.front(), {"start"}), "line");
    if (line == 0 || line > std::numeric_limits<std::uint32_t>::max())
        return std::nullopt;
    return static_cast<std::uint32_t>(line);
}

} // namespace

BuildMetadata readBuildMetadata(std::string_view text)
{
    BuildMetadata metadata;
    const json root = readJson(text);
    metadata.imageId = textOf(root, "containerimage.config.digest");
    metadata.manifest = textOf(root, "containerimage.digest");
    const json &provenance = partAt(root, {"buildx.build.provenance"});
    const json &locations = partAt(
        provenance, {"metadata", "https://mobyproject.org/buildkit@v1#metadata", "source", "locations"});
    for (const auto &[digest, step] : partAt(provenance, {"buildConfig", "digestMapping"}).items()) {
        if (!step.is_string())
            continue;
        const json *const location = partOf(locations, step.get_ref<const std::string &>().c_str());
        const auto line = location ? lineOf(*location) : std::nullopt;
        if (!line)
            continue;
        StepReport report;
        report.id = digest;
        report.line = line;
        metadata.lines.push_back(std::move(report));
    }
    return metadata;
}

} // namespace drydock
