// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/knowledge/runtime_images.h"

#include "model/knowledge/embedded.h"
#include "model/knowledge/image_tags.h"

#include <toml++/toml.h>

#include <algorithm>
#include <map>

namespace drydock {
namespace {

using Holes = std::map<std::string, std::string, std::less<>>;
using Lists = std::map<std::string, std::vector<std::string>, std::less<>>;

struct Rule {
    std::string image;
    std::string tag;
    std::string run;
    std::string runAlpine;
    bool isOther = false;
};

struct Table {
    std::vector<Rule> rules;
    std::vector<std::string> archived;
    Lists majors;
    Lists libraries;
    Lists aptPackages;
    Lists apkPackages;
    std::map<std::string, std::string, std::less<>> crates;
};

std::string text(const toml::table &table, std::string_view key)
{
    return table[key].value_or(std::string());
}

std::vector<std::string> texts(const toml::node *node)
{
    std::vector<std::string> result;
    const toml::array *array = node ? node->as_array() : nullptr;
    for (std::size_t i = 0; array && i < array->size(); ++i)
        result.push_back(array->get(i)->value_or(std::string()));
    return result;
}

Lists listsOf(const toml::table *table)
{
    Lists lists;
    if (table) {
        for (const auto &[key, value] : *table)
            lists.emplace(key.str(), texts(&value));
    }
    return lists;
}

/// The table is part of the program and tested to be well formed.
Table readTable()
{
    Table result;
    const toml::table file = toml::parse(embedded::runtimeImages());
    const toml::array *rules = file["image"].as_array();
    for (std::size_t i = 0; rules && i < rules->size(); ++i) {
        if (const toml::table *each = rules->get(i)->as_table())
            result.rules.push_back({text(*each, "image"), text(*each, "tag"), text(*each, "run"),
                                    text(*each, "run_alpine"), (*each)["other"].value_or(false)});
    }
    result.archived = texts(file.get("archived"));
    result.majors = listsOf(file["majors"].as_table());
    result.libraries = listsOf(file["libraries"].as_table());
    if (const toml::table *packages = file["packages"].as_table()) {
        for (const auto &[language, value] : *packages) {
            const toml::table *each = value.as_table();
            result.aptPackages.emplace(language.str(), each ? texts(each->get("apt")) : texts(nullptr));
            result.apkPackages.emplace(language.str(), each ? texts(each->get("apk")) : texts(nullptr));
        }
    }
    if (const toml::table *crates = file["crates"].as_table()) {
        for (const auto &[crate, package] : *crates)
            result.crates.emplace(crate.str(), package.value_or(std::string()));
    }
    return result;
}

const Table &table()
{
    static const Table all = readTable();
    return all;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The length of the version that `text` begins with: “21.0.6_7”, “8u412”.
std::size_t versionLength(std::string_view text)
{
    std::size_t end = 0;
    while (end < text.size() && isDigit(text[end])) {
        while (end < text.size() && isDigit(text[end]))
            ++end;
        const bool goesOn = end + 1 < text.size() && isDigit(text[end + 1])
            && (text[end] == '.' || text[end] == '_' || text[end] == '+' || text[end] == 'u');
        if (!goesOn)
            break;
        ++end;
    }
    return end;
}

std::string firstNumbers(std::string_view version, std::size_t count)
{
    std::size_t end = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0 && (end >= version.size() || version[end] != '.'))
            return {};
        end += i > 0 ? 1 : 0;
        while (end < version.size() && isDigit(version[end]))
            ++end;
    }
    return std::string(version.substr(0, end));
}

/// What the holes of `pattern` stand for in `tag`; nothing if it does not fit.
std::optional<Holes> holesOf(std::string_view pattern, std::string_view tag)
{
    Holes holes;
    while (!pattern.empty()) {
        if (pattern.front() != '{') {
            if (tag.empty() || tag.front() != pattern.front())
                return std::nullopt;
            tag.remove_prefix(1);
            pattern.remove_prefix(1);
            continue;
        }
        const std::size_t end = pattern.find('}');
        const std::string name(pattern.substr(1, end - 1));
        pattern.remove_prefix(end + 1);
        if (name == "rest") {
            if (!tag.empty() && tag.front() != '-' && tag.front() != '_')
                return std::nullopt;
            holes[name] = tag;
            tag = {};
            continue;
        }
        const std::size_t length = versionLength(tag);
        const std::string_view version = tag.substr(0, length);
        std::string value(version);
        if (name == "major")
            value = firstNumbers(version, 1);
        else if (name == "minor")
            value = firstNumbers(version, 2);
        if (value.empty())
            return std::nullopt;
        holes[name] = std::move(value);
        tag.remove_prefix(length);
    }
    return tag.empty() ? std::optional(std::move(holes)) : std::nullopt;
}

std::string filled(std::string_view pattern, const Holes &holes)
{
    std::string result;
    while (!pattern.empty()) {
        const std::size_t begin = pattern.find('{');
        result += pattern.substr(0, begin);
        if (begin == std::string_view::npos)
            break;
        const std::size_t end = pattern.find('}', begin);
        const auto hole = holes.find(pattern.substr(begin + 1, end - begin - 1));
        result += hole == holes.end() ? std::string() : hole->second;
        pattern.remove_prefix(end + 1);
    }
    return result;
}

/// There is such an image, as far as that is known.
bool exists(std::string_view reference)
{
    const std::size_t colon = reference.rfind(':');
    const auto majors = table().majors.find(reference.substr(0, colon));
    if (majors == table().majors.end() || colon == std::string_view::npos)
        return true;
    const std::string_view tag = reference.substr(colon + 1);
    const std::string major = firstNumbers(tag.substr(0, versionLength(tag)), 1);
    return std::ranges::find(majors->second, major) != majors->second.end();
}

std::vector<std::string> listIn(const Lists &lists, std::string_view key)
{
    const auto found = lists.find(key);
    return found == lists.end() ? std::vector<std::string> {} : found->second;
}

} // namespace

std::optional<RuntimeImage> runtimeImageFor(std::string_view reference, std::string_view kind)
{
    const auto image = parseImageReference(reference);
    if (!image || isWindowsTag(image->tag))
        return std::nullopt;
    const std::string name = bareNameOf(*image);
    for (const Rule &rule : table().rules) {
        if (!matchesImage(rule.image, name))
            continue;
        auto holes = holesOf(rule.tag, image->tag);
        if (!holes)
            continue;
        holes->emplace("kind", kind);
        const bool isAlpine = !rule.runAlpine.empty() && (*holes)["rest"].find("alpine") != std::string::npos;
        std::string run = filled(isAlpine ? rule.runAlpine : rule.run, *holes);
        if (!exists(run))
            return std::nullopt;
        return RuntimeImage {std::move(run), rule.isOther};
    }
    return std::nullopt;
}

std::string javaRuntimeImage(std::string_view major)
{
    const std::string reference = "eclipse-temurin:" + std::string(major) + "-jre";
    return !major.empty() && exists(reference) ? reference : std::string();
}

bool isArchived(std::string_view release)
{
    return std::ranges::find(table().archived, release) != table().archived.end();
}

std::vector<std::string> librariesOfCompiler(std::string_view image)
{
    return listIn(table().libraries, image);
}

std::vector<std::string> packagesOfLanguage(std::string_view language, PackageWorld world)
{
    if (world == PackageWorld::Dnf)
        return {};
    return listIn(world == PackageWorld::Apk ? table().apkPackages : table().aptPackages, language);
}

std::string packageOfCrate(std::string_view crate)
{
    const auto found = table().crates.find(crate);
    return found == table().crates.end() ? std::string() : found->second;
}

} // namespace drydock
