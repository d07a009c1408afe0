// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/knowledge/base_configs.h"

#include "model/graph/image_reference.h"
#include "model/knowledge/base_traits.h"
#include "model/knowledge/embedded.h"
#include "model/knowledge/image_tags.h"
#include "model/knowledge/toml_texts.h"

#include <algorithm>

namespace drydock {
namespace {

using Texts = std::vector<std::string>;

struct Entry {
    std::string image;
    Texts tag; ///< Prefixes of a part; empty: all tags.
    Texts also;
    std::string from;
    std::string below;
    Texts environment; ///< "NAME=value" or "NAME".
    BaseConfig known;
};

Entry entryOf(const toml::table &table, const std::string &date)
{
    const auto textOf = [&](std::string_view key) { return table[key].value_or(std::string()); };
    const auto listOf = [&](std::string_view key) { return textsOf(table, key).value_or(Texts()); };
    Entry entry {textOf("image"),
                 listOf("tag"),
                 listOf("also"),
                 textOf("from"),
                 textOf("below"),
                 listOf("environment"),
                 {}};
    entry.known.date = date;
    const Texts open = listOf("open");
    entry.known.open = {open.begin(), open.end()};
    ImageConfig &config = entry.known.config;
    config.entrypoint = listOf("entrypoint");
    config.command = listOf("command");
    config.workingDirectory = textOf("workdir");
    config.user = textOf("user");
    config.ports = listOf("ports");
    config.volumes = listOf("volumes");
    config.stopSignal = textOf("stop");
    return entry;
}

/// The table is part of the program and tested to be well formed.
std::vector<Entry> readTable()
{
    const toml::table file = toml::parse(embedded::baseConfigs());
    const std::string date = file["date"].value_or(std::string());
    std::vector<Entry> entries;
    if (const toml::array *configs = file["config"].as_array()) {
        for (const toml::node &config : *configs) {
            if (const toml::table *each = config.as_table())
                entries.push_back(entryOf(*each, date));
        }
    }
    return entries;
}

bool hasPart(std::string_view tag, const Texts &prefixes)
{
    return std::ranges::any_of(tagParts(tag), [&](std::string_view part) {
        return std::ranges::any_of(prefixes,
                                   [part](const std::string &prefix) { return part.starts_with(prefix); });
    });
}

/// "8.4" of `8.4-fpm`, "8" of `8u312-jre`. Empty if the tag does not begin with a number.
std::string_view versionIn(std::string_view tag)
{
    std::string_view version = tag.substr(0, tag.find_first_not_of("0123456789."));
    while (version.ends_with('.'))
        version.remove_suffix(1);
    return version;
}

bool matches(const Entry &entry, std::string_view name, std::string_view tag)
{
    if (!matchesImage(entry.image, name) || (!entry.tag.empty() && !hasPart(tag, entry.tag))
        || (!entry.also.empty() && !hasPart(tag, entry.also)))
        return false;
    const std::string_view version = versionIn(tag);
    // "1" of nginx is the newest 1.x, and so is later than 1.20.
    const auto isBefore = [version](const std::string &other) {
        return !version.empty() && !isOfCycle(other, version) && compareVersions(version, other) < 0;
    };
    return (entry.from.empty() || !isBefore(entry.from)) && (entry.below.empty() || isBefore(entry.below));
}

void addVariables(BaseConfig &known, const Entry &entry, const std::optional<BaseTraits> &traits)
{
    std::map<std::string, std::optional<std::string>> variables;
    known.isEnvironmentKnown = traits && traits->environment;
    if (known.isEnvironmentKnown) {
        for (const BaseVariable &variable : *traits->environment)
            variables[variable.name] = variable.value;
    }
    for (const std::string &text : entry.environment) {
        const std::size_t sign = text.find('=');
        variables[text.substr(0, sign)]
            = sign == std::string::npos ? std::nullopt : std::optional(text.substr(sign + 1));
    }
    for (auto &[name, value] : variables) {
        if (value)
            known.config.environment.emplace_back(name, std::move(*value));
        else
            known.unknownVariables.insert(name);
    }
}

} // namespace

std::optional<BaseConfig> baseConfigOf(std::string_view reference)
{
    static const std::vector<Entry> entries = readTable();
    const auto image = parseImageReference(reference);
    // A digest alone does not say which version it is.
    if (!image || isWindowsTag(image->tag) || (image->tag.empty() && !image->digest.empty()))
        return std::nullopt;
    const std::string name = bareNameOf(*image);
    const auto found
        = std::ranges::find_if(entries, [&](const Entry &entry) { return matches(entry, name, image->tag); });
    if (found == entries.end())
        return std::nullopt;
    BaseConfig known = found->known;
    const std::optional<BaseTraits> traits = baseTraitsOf(reference);
    if (known.config.user.empty() && traits)
        known.config.user = traits->user;
    addVariables(known, *found, traits);
    return known;
}

} // namespace drydock
