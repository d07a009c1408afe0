// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/manifests/java_project.h"
#include "model/context/manifests/text_scan.h"
#include "model/syntax/characters.h"

#include <pugixml.hpp>

namespace drydock {
namespace {

std::string textOf(const pugi::xml_node &node)
{
    return std::string(trimmed(node.text().get()));
}

} // namespace

std::string MavenProject::artifactName() const
{
    if (packaging == "pom" || artifactId.empty())
        return {};
    std::string name = finalName;
    if (name.empty())
        name = version.empty() ? artifactId : artifactId + "-" + version;
    name += '.';
    return name += packaging;
}

Result<MavenProject> readPom(std::string_view bytes)
{
    pugi::xml_document document;
    const pugi::xml_parse_result parsed = document.load_buffer(bytes.data(), bytes.size());
    const pugi::xml_node project = document.child("project");
    if (!parsed || !project) {
        return tl::unexpected(
            Error {{QT_TRANSLATE_NOOP("context", "This is not a valid project file of Maven."), {}},
                   parsed ? std::string() : parsed.description()});
    }
    MavenProject result;
    const pugi::xml_node parent = project.child("parent");
    const auto own = [&](const char *name) {
        const std::string text = textOf(project.child(name));
        return text.empty() ? textOf(parent.child(name)) : text;
    };
    result.groupId = own("groupId");
    result.artifactId = textOf(project.child("artifactId"));
    result.version = own("version");
    result.packaging = textOf(project.child("packaging"));
    if (result.packaging.empty())
        result.packaging = "jar";
    const pugi::xml_node build = project.child("build");
    result.finalName = textOf(build.child("finalName"));
    for (const pugi::xml_node &module : project.child("modules").children("module"))
        addOnce(result.modules, textOf(module));
    for (const char *const name : {"maven.compiler.release", "java.version", "maven.compiler.target"}) {
        if (result.javaVersion.empty())
            result.javaVersion = textOf(project.child("properties").child(name));
    }
    for (const pugi::xml_node &plugin : build.child("plugins").children("plugin"))
        addOnce(result.plugins, textOf(plugin.child("artifactId")));
    result.usesSpringBoot = textOf(parent.child("artifactId")) == "spring-boot-starter-parent";
    for (const std::string &plugin : result.plugins)
        result.usesSpringBoot = result.usesSpringBoot || plugin == "spring-boot-maven-plugin";
    return result;
}

} // namespace drydock
