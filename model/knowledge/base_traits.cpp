// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/knowledge/base_traits.h"

#include "model/graph/image_reference.h"
#include "model/knowledge/embedded.h"

#include <toml++/toml.h>

#include <algorithm>

namespace drydock {
namespace {

struct Entry {
    std::string name;
    BaseTraits traits;

    bool matches(std::string_view image) const
    {
        if (!name.ends_with('*'))
            return image == name;
        return image.starts_with(std::string_view(name).substr(0, name.size() - 1));
    }
};

Libc libcCalled(std::string_view name)
{
    return name == "glibc" ? Libc::Glibc
        : name == "musl"   ? Libc::Musl
        : name == "none"   ? Libc::None
                           : Libc::Unknown;
}

Entry entryOf(const toml::table &table)
{
    Entry entry;
    entry.name = table["name"].value_or(std::string());
    BaseTraits &traits = entry.traits;
    traits.libc = libcCalled(table["libc"].value_or(std::string()));
    traits.hasShell = table["shell"].value<bool>();
    traits.isSdk = table["sdk"].value_or(false);
    traits.bytes = static_cast<std::uint64_t>(table["megabytes"].value_or(std::int64_t {0})) * 1'000'000;
    traits.user = table["user"].value_or(std::string());
    traits.entrypoint = table["entrypoint"].value_or(std::string());
    traits.dropsPrivileges = table["drops"].value_or(false);
    traits.advice = table["advice"].value_or(std::string());
    if (const toml::array *ports = table["ports"].as_array()) {
        for (const toml::node &port : *ports)
            traits.ports.push_back(port.value_or(std::string()));
    }
    return entry;
}

/// The table is part of the program and tested to be well formed.
std::vector<Entry> readTable()
{
    std::vector<Entry> entries;
    const toml::table table = toml::parse(embedded::baseTraits());
    if (const toml::array *bases = table["base"].as_array()) {
        for (const toml::node &base : *bases) {
            if (const toml::table *each = base.as_table())
                entries.push_back(entryOf(*each));
        }
    }
    return entries;
}

const std::vector<Entry> &entries()
{
    static const std::vector<Entry> all = readTable();
    return all;
}

/// "golang" for "docker.io/library/golang:1.25".
std::string nameOf(const ImageReference &image)
{
    ImageReference bare = image;
    bare.tag.clear();
    bare.digest.clear();
    return bare.familiar();
}

} // namespace

std::optional<BaseTraits> baseTraitsOf(std::string_view reference)
{
    const auto image = parseImageReference(reference);
    if (!image)
        return std::nullopt;
    const std::string name = nameOf(*image);
    const auto found
        = std::ranges::find_if(entries(), [&](const Entry &entry) { return entry.matches(name); });
    if (found == entries().end())
        return std::nullopt;
    BaseTraits traits = found->traits;
    const std::string &tag = image->tag;
    if (tag.find("alpine") != std::string::npos)
        traits.libc = Libc::Musl;
    if (tag.find("nonroot") != std::string::npos)
        traits.user = "65532";
    if (traits.hasShell == false && (tag.find("debug") != std::string::npos || tag.ends_with("-dev")))
        traits.hasShell = true;
    // A runtime under the SDK's name.
    if (tag.find("jre") != std::string::npos)
        traits.isSdk = false;
    if (name == "eclipse-temurin" && tag.find("jdk") != std::string::npos)
        traits.isSdk = true;
    return traits;
}

bool isKnownImage(std::string_view name)
{
    return std::ranges::any_of(entries(), [&](const Entry &entry) { return entry.name == name; });
}

} // namespace drydock
