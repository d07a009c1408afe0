// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/manifests/python_project.h"

#include "model/context/manifests/data_tree.h"
#include "model/context/manifests/text_scan.h"
#include "model/syntax/characters.h"

#include <algorithm>

namespace drydock {
namespace {

void addPackage(std::vector<std::string> &names, std::string_view requirement)
{
    addOnce(names, pythonPackageName(requirement));
}

void addTable(std::vector<std::string> &names, const DataTree &table)
{
    for (const std::string &key : table.keys) {
        if (key != "python")
            addPackage(names, key);
    }
}

} // namespace

std::string pythonPackageName(std::string_view requirement)
{
    const std::string_view text = trimmed(requirement);
    std::string name = lowered(nameAt(text, 0, "-."));
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '_' || c == '.'; }, '-');
    return name;
}

Result<PythonProject> readPyproject(std::string_view bytes)
{
    const Result<DataTree> tree = parseToml(bytes);
    if (!tree)
        return tl::unexpected(tree.error());
    PythonProject result;
    result.name = tree->textAt({"project", "name"});
    result.pythonVersion = tree->textAt({"project", "requires-python"});
    result.buildBackend = tree->textAt({"build-system", "build-backend"});
    for (const std::string &dependency : tree->textsAt({"project", "dependencies"}))
        addPackage(result.dependencies, dependency);
    for (const DataTree *scripts :
         {&tree->at({"project", "scripts"}), &tree->at({"tool", "poetry", "scripts"})}) {
        for (std::size_t i = 0; i < scripts->keys.size(); ++i)
            result.scripts.emplace(scripts->keys[i], scripts->items[i].text);
    }
    for (const std::string_view tool : {"poetry", "uv", "pdm", "hatch"}) {
        if (result.tool.empty() && tree->at({"tool"}).has(tool))
            result.tool = tool;
    }
    const DataTree &poetry = tree->at({"tool", "poetry"});
    if (result.name.empty())
        result.name = poetry.textAt({"name"});
    if (result.pythonVersion.empty())
        result.pythonVersion = poetry.textAt({"dependencies", "python"});
    addTable(result.dependencies, poetry.at({"dependencies"}));
    return result;
}

Result<PythonProject> readPipfile(std::string_view bytes)
{
    const Result<DataTree> tree = parseToml(bytes);
    if (!tree)
        return tl::unexpected(tree.error());
    PythonProject result;
    result.tool = "pipenv";
    result.pythonVersion = tree->textAt({"requires", "python_version"});
    addTable(result.dependencies, tree->at({"packages"}));
    return result;
}

Result<PythonPackages> readRequirements(std::string_view bytes)
{
    PythonPackages result;
    for (const std::string_view line : linesOf(bytes)) {
        const std::string_view text = trimmed(line);
        if (text.empty() || text.front() == '#')
            continue;
        if (text.front() != '-') {
            addPackage(result.names, text);
            continue;
        }
        for (const std::string_view option : {"-r", "--requirement", "-c", "--constraint"}) {
            const std::string_view rest = text.substr(std::min(option.size(), text.size()));
            if (text.starts_with(option) && (rest.starts_with(' ') || rest.starts_with('=')))
                addOnce(result.files, trimmed(rest.substr(1)));
        }
    }
    return result;
}

Result<PythonPackages> readCondaEnvironment(std::string_view bytes)
{
    PythonPackages result;
    bool isListing = false;
    for (const std::string_view line : linesOf(bytes)) {
        const std::string_view text = trimmed(beforeMark(line, "#"));
        if (text.starts_with("dependencies:"))
            isListing = true;
        else if (!text.empty() && !isAsciiSpace(line.front()) && !text.starts_with('-'))
            isListing = false;
        if (!isListing || !text.starts_with('-') || text.ends_with(':'))
            continue;
        const std::string_view item = trimmed(text.substr(1));
        const std::size_t channel = item.rfind("::"); // "conda-forge::numpy"
        addPackage(result.names, channel == std::string_view::npos ? item : item.substr(channel + 2));
    }
    return result;
}

Result<PythonPackages> readPythonLock(std::string_view bytes)
{
    const Result<DataTree> tree = parseToml(bytes);
    if (!tree)
        return tl::unexpected(tree.error());
    PythonPackages result;
    for (const DataTree &package : tree->at({"package"}).items)
        addPackage(result.names, package.textAt({"name"}));
    return result;
}

} // namespace drydock
