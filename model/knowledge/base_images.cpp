// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/knowledge/base_images.h"

#include "model/knowledge/embedded.h"
#include "model/knowledge/image_tags.h"

#include <toml++/toml.h>

#include <algorithm>

namespace drydock {
namespace {

/// \pre `text` is the table that the program was built with: a test reads it.
BaseImages readBaseImages(std::string_view text)
{
    const toml::table file = toml::parse(text);
    BaseImages result;
    result.date = file["date"].value_or(std::string());
    const toml::array *images = file["image"].as_array();
    for (std::size_t i = 0; images && i < images->size(); ++i) {
        const toml::table *entry = images->get(i)->as_table();
        if (!entry)
            continue;
        BaseImage image;
        image.name = (*entry)["name"].value_or(std::string());
        image.about = (*entry)["about"].value_or(std::string());
        if (const toml::array *tags = (*entry)["tags"].as_array()) {
            for (const toml::node &tag : *tags)
                image.tags.push_back(tag.value_or(std::string()));
        }
        result.images.push_back(std::move(image));
    }
    return result;
}

} // namespace

const BaseImage *BaseImages::find(std::string_view name) const
{
    const auto found = std::ranges::find(images, name, &BaseImage::name);
    return found == images.end() ? nullptr : &*found;
}

std::string suggestedReference(std::string_view pattern)
{
    const std::vector<BaseImage> &images = baseImages().images;
    const auto found = std::ranges::find_if(
        images, [&](const BaseImage &image) { return matchesImage(pattern, image.name); });
    return found == images.end() || found->tags.empty() ? std::string()
                                                        : found->name + ":" + found->tags.front();
}

const BaseImages &baseImages()
{
    static const BaseImages table = readBaseImages(embedded::baseImages());
    return table;
}

} // namespace drydock
