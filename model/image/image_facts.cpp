// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image/image_facts.h"

#include "model/image/json_fields.h"
#include "model/knowledge/image_config_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace drydock {

Result<std::vector<HistoryEntry>> readHistory(std::string_view json)
{
    const Json all = Json::parse(json, nullptr, false);
    if (!all.is_array())
        return refusal(QT_TRANSLATE_NOOP("image", "This is not the history of an image."));
    std::vector<HistoryEntry> result;
    result.reserve(all.size());
    for (const Json &each : all) {
        if (!each.is_object())
            return refusal(QT_TRANSLATE_NOOP("image", "This is not the history of an image."));
        HistoryEntry entry;
        entry.id = textIn(each, "Id");
        entry.createdBy = textIn(each, "CreatedBy");
        entry.comment = textIn(each, "Comment");
        entry.created = numberIn(each, "Created");
        entry.bytes = bytesIn(each, "Size");
        entry.tags = textsIn(each, "Tags");
        result.push_back(std::move(entry));
    }
    std::ranges::reverse(result);
    return result;
}

Result<ImageFacts> readImageFacts(std::string_view json)
{
    const Json all = Json::parse(json, nullptr, false);
    if (!all.is_object())
        return refusal(QT_TRANSLATE_NOOP("image", "This is not the description of an image."));
    ImageFacts facts;
    facts.id = textIn(all, "Id");
    facts.tags = textsIn(all, "RepoTags");
    facts.digests = textsIn(all, "RepoDigests");
    // Before 1.43 images without a name were given one that is none.
    const auto isNone = [](const std::string &name) { return name.starts_with("<none>"); };
    std::erase_if(facts.tags, isNone);
    std::erase_if(facts.digests, isNone);
    facts.created = textIn(all, "Created");
    facts.os = textIn(all, "Os");
    facts.architecture = textIn(all, "Architecture");
    facts.variant = textIn(all, "Variant");
    facts.reportedBytes = bytesIn(all, "Size");
    if (const Json *root = objectIn(all, "RootFS"))
        facts.layers = textsIn(*root, "Layers");
    if (const Json *config = objectIn(all, "Config"))
        facts.config = imageConfigOf(*config);
    return facts;
}

std::uint64_t sizeOf(const std::vector<HistoryEntry> &history)
{
    std::uint64_t sum = 0;
    for (const HistoryEntry &entry : history)
        sum += std::min(entry.bytes, std::numeric_limits<std::uint64_t>::max() - sum);
    return sum;
}

} // namespace drydock
