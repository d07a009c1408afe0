// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/knowledge/base_traits.h"

#include "model/graph/image_reference.h"
#include "model/knowledge/embedded.h"
#include "model/knowledge/image_tags.h"
#include "model/knowledge/toml_texts.h"

#include <algorithm>

namespace drydock {
namespace {

struct Entry {
    std::string name;
    std::string family;
    BaseTraits traits;
    std::vector<BaseName> users;
    std::vector<BaseName> groups;
    std::optional<std::vector<std::string>> tools;
    std::optional<std::vector<std::string>> slimTools;
    std::optional<std::vector<std::string>> alpineTools;
    std::optional<std::vector<BaseVariable>> environment;
};

struct Table {
    std::vector<BaseFamily> families;
    std::vector<Entry> entries;

    const BaseFamily *familyCalled(std::string_view name) const
    {
        const auto found = std::ranges::find(families, name, &BaseFamily::name);
        return found == families.end() ? nullptr : &*found;
    }
};

Libc libcCalled(std::string_view name)
{
    return name == "glibc" ? Libc::Glibc
        : name == "musl"   ? Libc::Musl
        : name == "none"   ? Libc::None
                           : Libc::Unknown;
}

/// "node=1000"
std::vector<BaseName> namesOf(const toml::table &table, std::string_view key)
{
    std::vector<BaseName> names;
    for (const std::string &text : textsOf(table, key).value_or(std::vector<std::string>())) {
        const std::size_t sign = text.find('=');
        names.push_back(
            {text.substr(0, sign), sign == std::string::npos ? std::string() : text.substr(sign + 1)});
    }
    return names;
}

/// "GOPATH=/go"
std::optional<std::vector<BaseVariable>> variablesOf(const toml::table &table, std::string_view key)
{
    const auto texts = textsOf(table, key);
    if (!texts)
        return std::nullopt;
    std::vector<BaseVariable> variables;
    for (const std::string &text : *texts) {
        const std::size_t sign = text.find('=');
        variables.push_back(
            {text.substr(0, sign),
             sign == std::string::npos ? std::nullopt : std::optional(text.substr(sign + 1))});
    }
    return variables;
}

Entry entryOf(const toml::table &table)
{
    Entry entry;
    entry.name = table["name"].value_or(std::string());
    entry.family = table["family"].value_or(std::string());
    BaseTraits &traits = entry.traits;
    traits.libc = libcCalled(table["libc"].value_or(std::string()));
    traits.hasShell = table["shell"].value<bool>();
    traits.isSdk = table["sdk"].value_or(false);
    traits.user = table["user"].value_or(std::string());
    traits.dropsPrivileges = table["drops"].value_or(false);
    traits.hasCertificates = table["certificates"].value<bool>();
    traits.hasTimeZones = table["zones"].value<bool>();
    traits.platforms = textsOf(table, "platforms").value_or(std::vector<std::string>());
    traits.advice = table["advice"].value_or(std::string());
    entry.users = namesOf(table, "users");
    entry.groups = namesOf(table, "groups");
    entry.tools = textsOf(table, "tools");
    entry.slimTools = textsOf(table, "slim_tools");
    entry.alpineTools = textsOf(table, "alpine_tools");
    entry.environment = variablesOf(table, "environment");
    return entry;
}

std::vector<BaseFamily> readFamilies(const toml::table &file)
{
    std::vector<BaseFamily> families;
    const toml::table *tables = file["family"].as_table();
    if (!tables)
        return families;
    for (const auto &[key, value] : *tables) {
        const toml::table *each = value.as_table();
        if (!each)
            continue;
        BaseFamily &family = families.emplace_back();
        // It has what the other has, and more. The other stands before it in the alphabet.
        const std::string other = (*each)["like"].value_or(std::string());
        if (const auto like = std::ranges::find(families, other, &BaseFamily::name); like != families.end())
            family = BaseFamily(*like);
        family.name = key.str();
        for (BaseName &user : namesOf(*each, "users"))
            family.users.push_back(std::move(user));
        for (BaseName &group : namesOf(*each, "groups"))
            family.groups.push_back(std::move(group));
        if (auto tools = textsOf(*each, "tools"))
            family.tools = std::move(*tools);
    }
    return families;
}

/// The table is part of the program and tested to be well formed.
Table readTable()
{
    const toml::table file = toml::parse(embedded::baseTraits());
    Table result {readFamilies(file), {}};
    if (const toml::array *bases = file["base"].as_array()) {
        for (const toml::node &base : *bases) {
            if (const toml::table *each = base.as_table())
                result.entries.push_back(entryOf(*each));
        }
    }
    return result;
}

const Table &table()
{
    static const Table all = readTable();
    return all;
}

bool holds(std::span<const BaseName> names, std::string_view name)
{
    return std::ranges::find(names, name, &BaseName::name) != names.end();
}

/// What the image's tag says about curl and wget.
std::optional<std::span<const std::string>> toolsOf(const Entry &entry, const BaseFamily *family,
                                                    std::string_view tag)
{
    if (tag.find("alpine") != std::string_view::npos) {
        if (entry.alpineTools)
            return *entry.alpineTools;
        return family ? std::optional<std::span<const std::string>>(family->tools) : std::nullopt;
    }
    if (tag.find("slim") != std::string_view::npos && entry.tools)
        return entry.slimTools ? std::span<const std::string>(*entry.slimTools)
                               : std::span<const std::string>();
    if (entry.tools)
        return *entry.tools;
    const bool isWholeFamily
        = family && (entry.name == family->name || family->name == "distroless" || family->name == "empty");
    return isWholeFamily ? std::optional<std::span<const std::string>>(family->tools) : std::nullopt;
}

} // namespace

bool BaseTraits::hasUser(std::string_view name) const
{
    return holds(family->users, name) || holds(users, name);
}

bool BaseTraits::hasGroup(std::string_view name) const
{
    return hasUser(name) || holds(family->groups, name) || holds(groups, name);
}

bool BaseTraits::setsVariable(std::string_view name) const
{
    return environment && std::ranges::any_of(*environment, [name](const BaseVariable &variable) {
               return variable.name == name;
           });
}

std::optional<BaseTraits> baseTraitsOf(std::string_view reference)
{
    const auto image = parseImageReference(reference);
    if (!image || isWindowsTag(image->tag))
        return std::nullopt;
    const std::string name = bareNameOf(*image);
    const auto found = std::ranges::find_if(
        table().entries, [&](const Entry &entry) { return matchesImage(entry.name, name); });
    if (found == table().entries.end())
        return std::nullopt;
    BaseTraits traits = found->traits;
    const std::string &tag = image->tag;
    const bool isAlpine = tag.find("alpine") != std::string::npos;
    if (isAlpine)
        traits.libc = Libc::Musl;
    if (tag.find("nonroot") != std::string::npos)
        traits.user = "65532";
    if (traits.hasShell == false && (tag.find("debug") != std::string::npos || tag.ends_with("-dev")))
        traits.hasShell = true;
    // Of an image that has a shell otherwise, as Deno's.
    const bool isBare = tag.starts_with("distroless");
    if (isBare)
        traits.hasShell = false;
    // A runtime under the SDK's name.
    if (tag.find("jre") != std::string::npos)
        traits.isSdk = false;
    if (name == "eclipse-temurin" && tag.find("jdk") != std::string::npos)
        traits.isSdk = true;
    traits.family = table().familyCalled(isAlpine     ? "alpine"
                                             : isBare ? "distroless"
                                                      : std::string_view(found->family));
    traits.users = found->users;
    traits.groups = found->groups;
    traits.tools = toolsOf(*found, traits.family, tag);
    if (found->environment)
        traits.environment = *found->environment;
    return traits;
}

std::string usualNumberOf(std::string_view name)
{
    const auto numberIn = [name](std::span<const BaseName> names) {
        const auto found = std::ranges::find(names, name, &BaseName::name);
        return found == names.end() ? std::string() : found->number;
    };
    for (const BaseFamily &family : table().families) {
        if (std::string number = numberIn(family.users); !number.empty())
            return number;
    }
    for (const Entry &entry : table().entries) {
        if (std::string number = numberIn(entry.users); !number.empty())
            return number;
    }
    return {};
}

bool isKnownImage(std::string_view name)
{
    return std::ranges::any_of(table().entries, [&](const Entry &entry) { return entry.name == name; });
}

} // namespace drydock
