// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/knowledge/end_of_life.h"

#include "model/knowledge/embedded.h"
#include "model/knowledge/image_tags.h"

#include <toml++/toml.h>

#include <algorithm>
#include <map>
#include <vector>

namespace drydock {
namespace {

struct Product {
    std::vector<std::string> images;
    std::string newest;
    std::map<std::string, std::string, std::less<>> names; ///< Of versions: bookworm → 12.
    std::map<std::string, std::string, std::less<>> until; ///< By version.

    const std::string *nameOfNewest() const
    {
        const auto found
            = std::ranges::find_if(names, [&](const auto &each) { return each.second == newest; });
        return found == names.end() ? nullptr : &found->first;
    }
};

struct Table {
    std::string date;
    std::vector<Product> products;
};

std::map<std::string, std::string, std::less<>> textsOf(const toml::table *table)
{
    std::map<std::string, std::string, std::less<>> result;
    if (table) {
        for (const auto &[key, value] : *table)
            result.emplace(key.str(), value.value_or(std::string()));
    }
    return result;
}

/// The table is part of the program and tested to be well formed.
Table readTable()
{
    const toml::table file = toml::parse(embedded::endOfLife());
    Table result {file["date"].value_or(std::string()), {}};
    const toml::array *products = file["product"].as_array();
    for (std::size_t i = 0; products && i < products->size(); ++i) {
        const toml::table *each = products->get(i)->as_table();
        if (!each)
            continue;
        Product &product = result.products.emplace_back();
        product.newest = (*each)["newest"].value_or(std::string());
        product.names = textsOf((*each)["names"].as_table());
        product.until = textsOf((*each)["until"].as_table());
        if (const toml::array *images = (*each)["images"].as_array()) {
            for (const toml::node &image : *images)
                product.images.push_back(image.value_or(std::string()));
        }
    }
    return result;
}

const Table &table()
{
    static const Table all = readTable();
    return all;
}

const Product *productOf(std::string_view name)
{
    const auto found = std::ranges::find_if(table().products, [&](const Product &product) {
        return std::ranges::any_of(product.images,
                                   [&](const std::string &image) { return matchesImage(image, name); });
    });
    return found == table().products.end() ? nullptr : &*found;
}

struct Cycle {
    std::string version;
    std::string until;
    bool hasEnded = false;
};

/// A month counts as its first day, so it is over when a day in it is the table's.
std::optional<Cycle> cycleOf(const Product &product, std::string_view part)
{
    const auto name = product.names.find(part);
    const std::string_view version = name == product.names.end() ? part : name->second;
    const auto found = std::ranges::find_if(product.until,
                                            [&](const auto &each) { return isOfCycle(version, each.first); });
    if (found == product.until.end())
        return std::nullopt;
    return Cycle {found->first, found->second, found->second < table().date};
}

/// What a part of a language image's tag says about the distribution underneath: `buster`, `alpine3.12`.
std::optional<Cycle> distributionIn(std::string_view part, std::string &distribution)
{
    if (part.starts_with("alpine") && isVersion(part.substr(6))) {
        distribution = "alpine";
        return cycleOf(*productOf("alpine"), part.substr(6));
    }
    for (const std::string_view name : {"debian", "ubuntu"}) {
        const Product *product = productOf(name);
        if (product->names.contains(part)) {
            distribution = name;
            return cycleOf(*product, part);
        }
    }
    return std::nullopt;
}

/// A year after the table's.
std::string yearLater()
{
    const std::string &date = table().date;
    return std::to_string(std::stoi(date.substr(0, 4)) + 1) + date.substr(4);
}

/// The same variant of the newest version: `-slim-buster` becomes `-slim`, `-alpine3.12` `-alpine`. A distribution that lives
/// for long stays, for new versions are built on it, too.
std::string variantOf(const std::vector<std::string_view> &parts)
{
    std::string result;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        std::string distribution;
        const auto cycle = distributionIn(parts[i], distribution);
        if (!cycle || cycle->until > yearLater())
            result += "-" + std::string(parts[i]);
        else if (distribution == "alpine")
            result += "-alpine";
    }
    return result;
}

/// The newest version as the old tag spells such: a name for a name, a number for a number.
std::string newestTag(const Product &product, const std::vector<std::string_view> &parts)
{
    const std::string *name = product.nameOfNewest();
    const bool isByName = product.names.contains(parts.front());
    return (isByName && name ? *name : product.newest) + variantOf(parts);
}

} // namespace

std::optional<EndOfLife> endOfLifeOf(std::string_view reference)
{
    const auto image = parseImageReference(reference);
    if (!image || isWindowsTag(image->tag))
        return std::nullopt;
    const std::string name = bareNameOf(*image);
    const Product *product = productOf(name);
    const auto parts = tagParts(image->tag);
    if (!product || parts.empty())
        return std::nullopt;
    const auto own = cycleOf(*product, parts.front());
    EndOfLife result;
    if (own && own->hasEnded) {
        result.what = name + " " + own->version;
        result.until = own->until;
        result.insteadTag = newestTag(*product, parts);
        result.insteadUntil = product->until.at(product->newest);
    } else {
        for (std::size_t i = 1; i < parts.size() && result.until.empty(); ++i) {
            std::string distribution;
            const auto cycle = distributionIn(parts[i], distribution);
            if (!cycle || !cycle->hasEnded)
                continue;
            result.what = distribution + " " + cycle->version;
            result.until = cycle->until;
            // The version of the language may stay.
            result.insteadTag = std::string(parts.front()) + variantOf(parts);
            if (own)
                result.insteadUntil = own->until;
        }
    }
    if (result.until.empty())
        return std::nullopt;
    // The images of .NET have moved since.
    const bool hasMoved = name.starts_with("mcr.microsoft.com/dotnet/core/");
    result.instead
        = (hasMoved ? "mcr.microsoft.com/dotnet/" + name.substr(30) : name) + ":" + result.insteadTag;
    return result;
}

std::string newerTagOf(std::string_view reference)
{
    const auto image = parseImageReference(reference);
    if (!image || isWindowsTag(image->tag))
        return {};
    const Product *product = productOf(bareNameOf(*image));
    const auto parts = tagParts(image->tag);
    // The second number of `bookworm-20250317-slim` is a day, which another version does not share.
    if (!product || parts.empty() || std::any_of(parts.begin() + 1, parts.end(), isVersion))
        return {};
    const auto own = cycleOf(*product, parts.front());
    if (!own || !isVersion(own->version) || !isVersion(product->newest))
        return {};
    const bool isOlder = compareVersions(own->version, product->newest) < 0;
    std::string tag = isOlder ? newestTag(*product, parts) : std::string(parts.front()) + variantOf(parts);
    return tag == image->tag ? std::string() : tag;
}

std::string endOfLifeDate()
{
    return table().date;
}

std::string newestVersionOf(std::string_view name)
{
    const Product *product = productOf(name);
    return product ? product->newest : std::string();
}

} // namespace drydock
