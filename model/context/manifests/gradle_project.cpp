// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/manifests/java_project.h"
#include "model/context/manifests/text_scan.h"
#include "model/syntax/characters.h"

namespace drydock {
namespace {

void keep(std::string &kept, std::string_view found)
{
    if (kept.empty())
        kept = found;
}

/// "name = 'x'", "name 'x'", "name.set("x")": the text behind a name that begins the line.
std::string_view assigned(std::string_view line, std::string_view name)
{
    if (!line.starts_with(name))
        return {};
    const std::string_view rest = line.substr(name.size());
    const std::string_view value = trimmed(rest);
    const bool isAssigned = value.starts_with('=') || value.starts_with(".set(")
        || (value.size() < rest.size() && (value.starts_with('"') || value.starts_with('\'')));
    return isAssigned ? quotedText(value).value_or("") : std::string_view();
}

/// "JavaLanguageVersion.of(21)", "JavaVersion.VERSION_1_8", "'17'"
std::string javaVersionIn(std::string_view line)
{
    for (const std::string_view mark : {"JavaLanguageVersion.of(", "jvmToolchain(", "JavaVersion.VERSION_"}) {
        const std::size_t at = line.find(mark);
        if (at == std::string_view::npos)
            continue;
        std::string_view version = nameAt(line, at + mark.size(), "");
        if (version.starts_with("1_")) // Java 8 was 1.8.
            version.remove_prefix(2);
        return std::string(version);
    }
    for (const std::string_view name : {"sourceCompatibility", "targetCompatibility"}) {
        if (!line.starts_with(name))
            continue;
        const std::size_t digit = line.find_first_of("0123456789");
        if (digit != std::string_view::npos)
            return std::string(nameAt(line, digit, "."));
    }
    return {};
}

/// The plugin that a line of the plugins block or an `apply` names.
std::string_view pluginIn(std::string_view line)
{
    if (line.starts_with("id") && line.size() > 2 && (line[2] == ' ' || line[2] == '('))
        return quotedText(line).value_or("");
    if (line.starts_with("apply plugin:") || line.starts_with("apply(plugin"))
        return quotedText(line).value_or("");
    if (line.starts_with("kotlin("))
        return quotedText(line).value_or("");
    if (line.starts_with('`') && line.find('`', 1) != std::string_view::npos)
        return line.substr(1, line.find('`', 1) - 1);
    return {};
}

} // namespace

Result<GradleProject> readGradle(std::string_view bytes)
{
    GradleProject result;
    bool isInPlugins = false;
    bool isInInclude = false;
    for (const std::string_view raw : linesOf(bytes)) {
        const std::string_view line = trimmed(beforeMark(raw, "//"));
        if (line.empty())
            continue;
        if (line.starts_with("plugins")) {
            isInPlugins = true;
            const std::size_t brace = line.find('{');
            if (brace != std::string_view::npos)
                addOnce(result.plugins, pluginIn(trimmed(line.substr(brace + 1))));
        } else if (isInPlugins && line.starts_with('}')) {
            isInPlugins = false;
        }
        const std::string_view plugin = pluginIn(line);
        if (!plugin.empty())
            addOnce(result.plugins, plugin);
        else if (isInPlugins && nameAt(line, 0, "").size() == line.size())
            addOnce(result.plugins, line); // Kotlin: `application`, `java`
        keep(result.rootName, assigned(line, "rootProject.name"));
        keep(result.version, assigned(line, "version"));
        for (const std::string_view name : {"archiveBaseName", "archiveFileName", "archivesBaseName"})
            keep(result.archiveName, assigned(line, name));
        keep(result.javaVersion, javaVersionIn(line));
        isInInclude = isInInclude || behindWord(line, "include") == 7U;
        if (isInInclude) {
            std::size_t at = 0;
            while (const auto name = quotedText(line, at)) {
                addOnce(result.included, *name);
                at = static_cast<std::size_t>(name->data() + name->size() + 1 - line.data());
            }
            isInInclude = line.ends_with(',') || line.ends_with('(');
        }
    }
    return result;
}

} // namespace drydock
