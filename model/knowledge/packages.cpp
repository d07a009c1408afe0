// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/knowledge/packages.h"

#include "model/base/text_parts.h"
#include "model/knowledge/embedded.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>

namespace drydock {
namespace {

using Names = std::map<std::string, std::string, std::less<>>;

constexpr std::array<std::string_view, 3> worlds {"apt", "apk", "dnf"};

/// One thing in all worlds.
struct Row {
    std::array<std::optional<std::string>, 3> names; ///< By PackageWorld.
    std::optional<std::string> trixie; ///< If Debian 13 calls it otherwise.
    std::string from; ///< Translates from this world alone; empty: from any.
    PackageUse use = PackageUse::Unknown;
    std::vector<std::string> programs;
};

struct Pattern {
    PackageWorld world = PackageWorld::Apt;
    std::string start;
    std::string end;
    PackageUse use = PackageUse::Unknown;
};

struct Table {
    std::string date;
    std::vector<Row> rows;
    std::array<std::map<std::string, std::size_t, std::less<>>, 3> places; ///< By PackageWorld: name → row.
    std::vector<Pattern> patterns;
    Names bookworm; ///< -dev package → libraries
    Names trixie; ///< Where it differs.
    Names apk;
    Names dnf;
    std::map<std::string, PackageSize, std::less<>> sizes;
    std::vector<std::string> full;
    std::vector<std::string> inAlpine;
};

std::size_t numberOf(PackageWorld world)
{
    return static_cast<std::size_t>(world);
}

PackageUse useCalled(std::string_view word)
{
    return word == "build"  ? PackageUse::Build
        : word == "library" ? PackageUse::Library
        : word == "tool"    ? PackageUse::Tool
        : word == "runtime" ? PackageUse::Runtime
                            : PackageUse::Unknown;
}

std::string textOf(const toml::table &table, std::string_view key)
{
    return table[key].value_or(std::string());
}

Row rowOf(const toml::table &table)
{
    Row row;
    for (std::size_t world = 0; world < worlds.size(); ++world)
        row.names.at(world) = table[worlds.at(world)].value<std::string>();
    row.trixie = table["trixie"].value<std::string>();
    row.from = textOf(table, "from");
    row.use = useCalled(textOf(table, "use"));
    if (const toml::array *programs = table["programs"].as_array()) {
        for (const toml::node &program : *programs)
            row.programs.push_back(program.value_or(std::string()));
    }
    return row;
}

Pattern patternOf(const toml::table &table)
{
    Pattern pattern;
    const auto world = std::ranges::find(worlds, textOf(table, "world"));
    pattern.world = static_cast<PackageWorld>(world - worlds.begin());
    const std::string like = textOf(table, "like");
    const std::size_t star = like.find('*');
    pattern.start = like.substr(0, star);
    pattern.end = star == std::string::npos ? std::string() : like.substr(star + 1);
    pattern.use = useCalled(textOf(table, "use"));
    return pattern;
}

Names namesOf(const toml::node_view<const toml::node> &node)
{
    Names names;
    if (const toml::table *table = node.as_table()) {
        for (const auto &[key, value] : *table)
            names.emplace(key.str(), value.value_or(std::string()));
    }
    return names;
}

/// What a cell names, if that is one thing.
bool isName(const std::optional<std::string> &cell)
{
    return cell && !cell->empty() && *cell != "?" && cell->find(' ') == std::string::npos;
}

void index(Table &table)
{
    // Lines for one world alone go before the others.
    for (const bool isAlone : {true, false}) {
        for (std::size_t place = 0; place < table.rows.size(); ++place) {
            const Row &row = table.rows[place];
            if (row.from.empty() == isAlone)
                continue;
            for (std::size_t world = 0; world < worlds.size(); ++world) {
                const std::optional<std::string> &name = row.names.at(world);
                if (isName(name) && (!isAlone || row.from == worlds.at(world)))
                    table.places.at(world).try_emplace(*name, place);
            }
            if (isName(row.trixie) && !isAlone)
                table.places.at(numberOf(PackageWorld::Apt)).try_emplace(*row.trixie, place);
        }
    }
}

/// The table is part of the program and tested to be well formed.
Table readTable()
{
    Table table;
    const toml::table file = toml::parse(embedded::packages());
    table.date = textOf(file, "date");
    const auto eachIn = [&file](std::string_view key, auto take) {
        const toml::array *array = file[key].as_array();
        for (std::size_t i = 0; array && i < array->size(); ++i) {
            if (const toml::table *each = array->get(i)->as_table())
                take(*each);
        }
    };
    eachIn("package", [&](const toml::table &each) { table.rows.push_back(rowOf(each)); });
    eachIn("pattern", [&](const toml::table &each) { table.patterns.push_back(patternOf(each)); });
    const toml::node_view<const toml::node> libraries = file["libraries"];
    table.bookworm = namesOf(libraries["bookworm"]);
    table.trixie = namesOf(libraries["trixie"]);
    table.apk = namesOf(libraries["apk"]);
    table.dnf = namesOf(libraries["dnf"]);
    if (const toml::table *sizes = file["sizes"].as_table()) {
        for (const auto &[key, value] : *sizes) {
            const toml::array *pair = value.as_array();
            if (!pair || pair->size() != 2)
                continue;
            const auto bytes = [pair](std::size_t which) {
                return static_cast<std::uint64_t>(pair->get(which)->value_or(0.0) * 1e6);
            };
            table.sizes.emplace(key.str(), PackageSize {bytes(0), bytes(1)});
        }
    }
    const auto listOf = [&file](std::string_view key) {
        std::vector<std::string> names;
        const toml::array *array = file[key].as_array();
        for (std::size_t i = 0; array && i < array->size(); ++i)
            names.push_back(array->get(i)->value_or(std::string()));
        return names;
    };
    table.full = listOf("full");
    table.inAlpine = listOf("alpine_has");
    index(table);
    return table;
}

const Table &table()
{
    static const Table all = readTable();
    return all;
}

const Row *rowFor(PackageWorld world, std::string_view name)
{
    const auto &places = table().places.at(numberOf(world));
    const auto found = places.find(name);
    return found == places.end() ? nullptr : &table().rows[found->second];
}

enum class Debian : std::uint8_t { Any, Bookworm, Trixie, Other };

Debian debianCalled(std::string_view release)
{
    return release.empty()                         ? Debian::Any
        : release == "bookworm" || release == "12" ? Debian::Bookworm
        : release == "trixie" || release == "13"   ? Debian::Trixie
                                                   : Debian::Other;
}

/// The names are the same as far back as anybody builds on it, unless the last release has changed them.
std::optional<std::string> aptNameOf(const Row &row, std::string_view release)
{
    switch (debianCalled(release)) {
    case Debian::Bookworm:
        return row.names.at(numberOf(PackageWorld::Apt));
    case Debian::Trixie:
        return row.trixie ? row.trixie : row.names.at(numberOf(PackageWorld::Apt));
    case Debian::Any:
    case Debian::Other:
        break;
    }
    return row.trixie ? std::nullopt : row.names.at(numberOf(PackageWorld::Apt));
}

} // namespace

std::string_view packageName(std::string_view word)
{
    return word.substr(0, word.find_first_of("=~<>:/"));
}

PackageUse useOf(PackageWorld world, std::string_view name)
{
    if (const Row *row = rowFor(world, name))
        return row->use;
    const auto found = std::ranges::find_if(table().patterns, [&](const Pattern &pattern) {
        return pattern.world == world && name.starts_with(pattern.start) && name.ends_with(pattern.end);
    });
    return found == table().patterns.end() ? PackageUse::Unknown : found->use;
}

std::vector<std::string> runtimePackagesFor(PackageWorld world, std::string_view devPackage,
                                            std::string_view release)
{
    const auto in = [devPackage](const Names &names) -> const std::string * {
        const auto found = names.find(devPackage);
        return found == names.end() ? nullptr : &found->second;
    };
    const std::string *libraries = nullptr;
    switch (world) {
    case PackageWorld::Apk:
        libraries = in(table().apk);
        break;
    case PackageWorld::Dnf:
        libraries = in(table().dnf);
        break;
    case PackageWorld::Apt:
        switch (debianCalled(release)) {
        case Debian::Bookworm:
            libraries = in(table().bookworm);
            break;
        case Debian::Trixie:
            libraries = in(table().trixie);
            if (!libraries)
                libraries = in(table().bookworm);
            break;
        case Debian::Any:
            libraries = in(table().trixie) ? nullptr : in(table().bookworm);
            break;
        case Debian::Other:
            break;
        }
    }
    return libraries && *libraries != "?" ? wordsIn(*libraries) : std::vector<std::string>();
}

std::optional<std::vector<std::string>> translated(std::string_view name, PackageWorld from, PackageWorld to,
                                                   std::string_view release)
{
    const Row *row = rowFor(from, name);
    if (!row)
        return std::nullopt;
    if (from == to && to != PackageWorld::Apt)
        return std::vector {std::string(name)};
    const std::optional<std::string> names
        = to == PackageWorld::Apt ? aptNameOf(*row, release) : row->names.at(numberOf(to));
    if (!names || *names == "?")
        return std::nullopt;
    return wordsIn(*names);
}

std::optional<PackageSize> sizeOfPackage(std::string_view name)
{
    const auto &sizes = table().sizes;
    if (const auto found = sizes.find(name); found != sizes.end())
        return found->second;
    // Under the name of Debian 13.
    if (const Row *row = rowFor(PackageWorld::Apt, name)) {
        const auto found = sizes.find(row->names.at(numberOf(PackageWorld::Apt)).value_or(std::string()));
        if (found != sizes.end())
            return found->second;
    }
    return std::nullopt;
}

std::vector<std::string> programsOf(PackageWorld world, std::string_view name)
{
    const Row *row = rowFor(world, name);
    return row ? row->programs : std::vector<std::string>();
}

std::string fullBasePackageWith(std::string_view program)
{
    const auto &full = table().full;
    const auto found = std::ranges::find_if(full, [program](const std::string &name) {
        const std::vector<std::string> programs = programsOf(PackageWorld::Apt, name);
        return name == program || std::ranges::find(programs, program) != programs.end();
    });
    return found == full.end() ? std::string() : *found;
}

bool isInAlpine(std::string_view debianPackage)
{
    return std::ranges::find(table().inAlpine, debianPackage) != table().inAlpine.end();
}

std::string packagesDate()
{
    return table().date;
}

} // namespace drydock
