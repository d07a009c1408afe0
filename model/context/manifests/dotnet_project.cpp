// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/manifests/dotnet_project.h"

#include "model/context/manifests/text_scan.h"
#include "model/syntax/characters.h"

#include <pugixml.hpp>

#include <algorithm>

namespace drydock {
namespace {

/// "net8.0;net6.0"
void addList(std::vector<std::string> &list, std::string_view text)
{
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(';', begin), text.size());
        addOnce(list, trimmed(text.substr(begin, end - begin)));
        begin = end + 1;
    }
}

void takeProperty(DotnetProject &project, std::string_view name, std::string_view value)
{
    const bool isTrue = equalsIgnoringCase(value, "true");
    if (name == "TargetFramework" || name == "TargetFrameworks")
        addList(project.targetFrameworks, value);
    else if (name == "RuntimeIdentifier" || name == "RuntimeIdentifiers")
        addList(project.runtimeIdentifiers, value);
    else if (name == "AssemblyName")
        project.assemblyName = value;
    else if (name == "OutputType")
        project.outputType = value;
    else if (name == "PublishAot")
        project.isAot = isTrue;
    else if (name == "SelfContained")
        project.isSelfContained = isTrue;
    else if (name == "InvariantGlobalization")
        project.hasInvariantGlobalization = isTrue;
}

} // namespace

Result<DotnetProject> readDotnetProject(std::string_view bytes)
{
    pugi::xml_document document;
    const pugi::xml_parse_result parsed = document.load_buffer(bytes.data(), bytes.size());
    const pugi::xml_node root = document.child("Project");
    if (!parsed || !root) {
        return tl::unexpected(
            Error {{QT_TRANSLATE_NOOP("context", "This is not a valid project file of .NET."), {}},
                   parsed ? std::string() : parsed.description()});
    }
    DotnetProject result;
    result.sdk = root.attribute("Sdk").value();
    if (result.sdk.empty())
        result.sdk = root.child("Sdk").attribute("Name").value();
    for (const pugi::xml_node &group : root.children("PropertyGroup")) {
        for (const pugi::xml_node &property : group.children())
            takeProperty(result, property.name(), trimmed(property.text().get()));
    }
    for (const pugi::xml_node &group : root.children("ItemGroup")) {
        for (const pugi::xml_node &item : group.children()) {
            const std::string_view kind = item.name();
            std::string included = item.attribute("Include").value();
            if (kind == "FrameworkReference") {
                addOnce(result.frameworks, included);
            } else if (kind == "PackageReference") {
                addOnce(result.packages, included);
            } else if (kind == "ProjectReference") {
                std::replace(included.begin(), included.end(), '\\', '/');
                addOnce(result.projects, included);
            }
        }
    }
    return result;
}

} // namespace drydock
