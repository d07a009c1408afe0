// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/measure_job.h"

namespace drydock {
namespace {

std::string lowerCase(std::string text)
{
    for (char &c : text) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

} // namespace

MeasureNames::MeasureNames(const BuildWish &wish)
    : project(hashOf(wish.folder + '\0' + wish.dockerfile))
    , text(hashOf(wish.text))
{
    std::string all = wish.platform;
    for (const auto &[name, value] : wish.buildArgs)
        all.append(1, '\0').append(name).append(1, '=').append(value);
    options = hashOf(all);
}

std::map<std::string, std::string> MeasureNames::labelsOf(const std::string &stageTag) const
{
    return {{"drydock.project", project},
            {"drydock.text", text},
            {"drydock.options", options},
            {"drydock.stage", stageTag}};
}

std::vector<HistoryEntry> withoutOurLabels(std::vector<HistoryEntry> history)
{
    // "/bin/sh -c #(nop)  LABEL drydock.text=…", and with quotes by Podman.
    std::erase_if(history, [](const HistoryEntry &entry) {
        return entry.bytes == 0
            && (entry.createdBy.find("LABEL drydock.") != std::string::npos
                || entry.createdBy.find("LABEL \"drydock.") != std::string::npos);
    });
    return history;
}

std::string stageTag(const StageGraph &graph, StageIndex stage)
{
    constexpr std::size_t mostBytes = 128; // github.com/distribution/reference
    const std::string &name = graph.nodes[stage.value].name;
    if (name.empty())
        return std::to_string(stage.value);
    const std::string tag = lowerCase(name);
    return tag.size() <= mostBytes ? tag : tag.substr(0, mostBytes - 17) + '-' + hashOf(tag);
}

} // namespace drydock
