// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/knowledge/releases.h"

#include "model/knowledge/embedded.h"
#include "model/knowledge/image_tags.h"
#include "model/knowledge/image_versions.h"

#include <toml++/toml.h>

#include <algorithm>
#include <vector>

namespace drydock {
namespace {

/// From a version of an image on, the release that it rests on.
struct Standard {
    std::string image;
    std::string since;
    const Release *release = nullptr;
};

struct Table {
    std::vector<Release> releases;
    std::vector<Standard> standards;
};

std::string text(const toml::table &table, std::string_view key)
{
    return table[key].value_or(std::string());
}

/// The table is part of the program and tested to be well formed.
Table readTable()
{
    Table result;
    const toml::table file = toml::parse(embedded::releases());
    const toml::array *releases = file["release"].as_array();
    for (std::size_t i = 0; releases && i < releases->size(); ++i) {
        if (const toml::table *each = releases->get(i)->as_table())
            result.releases.push_back({text(*each, "family"), text(*each, "name"), text(*each, "version"),
                                       text(*each, "glibc"), text(*each, "openssl"), text(*each, "python")});
    }
    const toml::array *standards = file["standard"].as_array();
    for (std::size_t i = 0; standards && i < standards->size(); ++i) {
        const toml::table *each = standards->get(i)->as_table();
        if (!each)
            continue;
        const auto release = std::ranges::find(result.releases, text(*each, "release"), &Release::name);
        if (release != result.releases.end())
            result.standards.push_back({text(*each, "image"), text(*each, "since"), &*release});
    }
    return result;
}

const Table &table()
{
    static const Table all = readTable();
    return all;
}

template <typename Matches>
const Release *find(Matches matches)
{
    const auto found = std::ranges::find_if(table().releases, matches);
    return found == table().releases.end() ? nullptr : &*found;
}

/// `debian12` at the end of a distroless image's name.
const Release *releaseInName(std::string_view name)
{
    return find([&](const Release &release) {
        return release.family == "debian" && name.ends_with("-debian" + release.version);
    });
}

const Release *releaseInTag(std::string_view name, std::string_view tag)
{
    for (const std::string_view part : tagParts(tag)) {
        const Release *found = find([&](const Release &release) {
            const bool isOwnVersion
                = release.family == name && isVersion(part) && isOfCycle(part, release.version);
            return isOwnVersion || (!release.name.empty() && part == release.name)
                || (release.family == "alpine" && part == "alpine" + release.version);
        });
        if (found)
            return found;
    }
    return nullptr;
}

} // namespace

std::string Release::label() const
{
    return name.empty() ? family + " " + version : name;
}

ReleaseOfImage releaseOf(std::string_view reference)
{
    const auto image = parseImageReference(reference);
    if (!image || isWindowsTag(image->tag))
        return {};
    const std::string name = bareNameOf(*image);
    if (name.starts_with("gcr.io/distroless/"))
        return {releaseInName(name), false};
    if (const Release *release = releaseInTag(name, image->tag))
        return {release, false};
    if (image->tag.find("alpine") != std::string::npos)
        return {};
    // By the digest alone it may be of any age.
    if (image->tag.empty() && !image->digest.empty())
        return {};
    const auto parts = tagParts(image->tag);
    const bool isFloating = parts.empty() || !isVersion(parts.front());
    // "1" is the newest 1.x, and "12" older than 15.
    const auto numbers
        = static_cast<std::size_t>(isFloating ? 1 : std::ranges::count(parts.front(), '.') + 1);
    ReleaseOfImage result {nullptr, true};
    for (const Standard &standard : table().standards) {
        const bool isReached
            = isFloating || compareVersions(parts.front(), firstNumbers(standard.since, numbers)) >= 0;
        if (standard.image == name && isReached)
            result.release = standard.release;
    }
    return result;
}

std::string pythonOf(std::string_view reference)
{
    const auto image = parseImageReference(reference);
    if (!image)
        return {};
    const std::string name = bareNameOf(*image);
    if (name.starts_with("gcr.io/distroless/python3")) {
        const Release *release = releaseInName(name);
        return release ? release->python : std::string();
    }
    const auto parts = tagParts(image->tag);
    if (name != "python" || parts.empty() || !isVersion(parts.front()))
        return {};
    const std::string_view version = parts.front();
    const std::size_t dot = version.find('.');
    if (dot == std::string_view::npos)
        return {}; // Any 3.x.
    return std::string(version.substr(0, version.find('.', dot + 1)));
}

bool isReleaseName(std::string_view word)
{
    return !word.empty() && find([word](const Release &release) { return release.name == word; });
}

} // namespace drydock
