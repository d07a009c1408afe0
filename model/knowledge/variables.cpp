// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/knowledge/variables.h"

#include "model/knowledge/embedded.h"
#include "model/knowledge/image_tags.h"

#include <toml++/toml.h>

#include <algorithm>
#include <string>
#include <vector>

namespace drydock {
namespace {

struct Table {
    std::vector<std::string> build;
    std::vector<std::string> runtime;
};

std::vector<std::string> namesIn(const toml::table &file, std::string_view key)
{
    std::vector<std::string> names;
    const toml::array *array = file[key].as_array();
    for (std::size_t i = 0; array && i < array->size(); ++i)
        names.push_back(array->get(i)->value_or(std::string()));
    return names;
}

const Table &table()
{
    static const Table all = [] {
        const toml::table file = toml::parse(embedded::variables());
        return Table {namesIn(file, "build"), namesIn(file, "runtime")};
    }();
    return all;
}

bool holds(const std::vector<std::string> &names, std::string_view name)
{
    return std::ranges::any_of(names, [&](const std::string &each) { return matchesImage(each, name); });
}

} // namespace

VariableUser useOfVariable(std::string_view name)
{
    if (holds(table().build, name))
        return VariableUser::Build;
    return holds(table().runtime, name) ? VariableUser::Runtime : VariableUser::Either;
}

} // namespace drydock
