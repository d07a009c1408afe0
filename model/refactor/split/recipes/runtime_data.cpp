// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/base/text_parts.h"
#include "model/context/build_context.h"
#include "model/lint/lint_settings.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/split/files_read.h"
#include "model/refactor/split/recipes/compiled.h"
#include "model/refactor/split/recipes/made_paths.h"
#include "model/refactor/split/runtime_needs.h"

#include <algorithm>

namespace drydock {
namespace {

std::string_view endingOf(std::string_view name)
{
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? std::string_view() : name.substr(dot + 1);
}

/// A folder by whose name people say that the program reads it.
bool isDataFolder(std::string_view name)
{
    return isOneOf(name, {"templates",    "template", "views",   "static",     "public",   "assets",
                          "www",          "html",     "wwwroot", "migrations", "config",   "configs",
                          "conf",         "conf.d",   "etc",     "locales",    "locale",   "i18n",
                          "translations", "fonts",    "certs",   "data",       "fixtures", "seeds",
                          "web",          "webapp",   "swagger", "openapi",    "resources"});
}

/// Manifests and settings of tools: read by the build.
bool isOfBuild(std::string_view name)
{
    return isOneOf(name,
                   {"Cargo.toml",
                    "Cargo.lock",
                    "rust-toolchain.toml",
                    "clippy.toml",
                    "rustfmt.toml",
                    "sqlx-data.json",
                    "pom.xml",
                    "settings.xml",
                    "checkstyle.xml",
                    "lombok.config",
                    "gradle.properties",
                    "libs.versions.toml",
                    "gradle-wrapper.properties",
                    "package.json",
                    "package-lock.json",
                    "tsconfig.json",
                    "global.json",
                    "nuget.config",
                    "NuGet.config",
                    "NuGet.Config",
                    "packages.lock.json",
                    "stack.yaml",
                    "package.yaml",
                    "stack.yaml.lock",
                    "vcpkg.json",
                    "conanfile.txt",
                    "CMakePresets.json",
                    "meson_options.txt",
                    "requirements.txt",
                    "pyproject.toml",
                    "composer.json",
                    "Package.resolved",
                    "pubspec.yaml",
                    "pubspec.lock",
                    "analysis_options.yaml",
                    "buf.yaml",
                    "buf.gen.yaml",
                    "build.properties",
                    "plugins.sbt",
                    "version.txt",
                    "VERSION.txt",
                    "dependencies.txt",
                    "sources.txt",
                    "CMakeLists.txt"})
        || name.starts_with(".");
}

bool isDataFile(std::string_view name)
{
    return !isOfBuild(name)
        && isOneOf(endingOf(name),
                   {"yaml", "yml",  "toml", "json", "ini",  "conf", "cfg",    "config",  "properties",
                    "env",  "html", "htm",  "css",  "js",   "tmpl", "tpl",    "sql",     "pem",
                    "crt",  "cer",  "key",  "txt",  "csv",  "db",   "sqlite", "sqlite3", "png",
                    "svg",  "ico",  "lua",  "dat",  "mmdb", "ttf"});
}

/// Where files lie that a system's programs read, not a compiler.
bool isOfRuntime(std::string_view path)
{
    static constexpr std::string_view places[]
        = {"/etc", "/usr/local/bin", "/usr/local/sbin", "/usr/local/etc", "/usr/bin",        "/usr/sbin",
           "/bin", "/sbin",          "/usr/share",      "/var/www",       "/usr/local/share"};
    return std::ranges::any_of(
        places, [&](std::string_view place) { return path.size() > place.size() && liesIn(path, place); });
}

/// Files for apt, apk and the like are the build's.
bool isOfPackageManager(std::string_view path)
{
    return liesIn(path, "/etc/apt") || liesIn(path, "/etc/apk") || liesIn(path, "/etc/yum.repos.d");
}

UserText copiedTitle(const CopyStep &copy)
{
    return {QT_TRANSLATE_NOOP("refactor", "Copied by name on line %1"),
            {std::to_string(copy.instruction->firstLine)}};
}

/// Where `source` ends up; empty if that hangs on what it is.
std::string placeIn(const CopyStep &copy, const CopiedSource &source)
{
    if (copy.destination.empty() || source.path.empty()
        || source.path.find_first_of("*?[") != std::string::npos)
        return {};
    return copy.isIntoFolder && !endingOf(source.name()).empty() ? copy.pathInside(source) : copy.destination;
}

/// A COPY that brings `path`, which the program's words name. Null if none is known to.
const CopyStep *copyOf(const SplitStage &stage, const std::string &path)
{
    for (const CopyStep &copy : stage.copies()) {
        if (copy.destination.empty())
            continue;
        for (const CopiedSource &source : copy.sources) {
            const bool isFile = copy.isIntoFolder && copy.pathInside(source) == path;
            // A folder that is copied by name holds what the words say is in it.
            const bool isInside = !copy.takesAll() && endingOf(source.name()).empty()
                && copy.destination != "/" && liesIn(path, copy.destination);
            if (copy.destination == path || isFile || isInside)
                return &copy;
        }
    }
    return nullptr;
}

/// `COPY . .` that brings `path` if it is what its name says: read, not written.
const CopyStep *wholeCopyOf(const SplitStage &stage, const std::string &path)
{
    if (!isOneOf(
            endingOf(lastPart(path)),
            {"yaml", "yml", "toml", "json", "ini", "conf", "cfg", "properties", "xml", "pem", "crt", "key"}))
        return nullptr;
    const auto found = std::ranges::find_if(stage.copies(), [&](const CopyStep &copy) {
        return copy.takesAll() && copy.isFromFolderOfBuild() && !copy.destination.empty()
            && liesIn(path, copy.destination);
    });
    return found == stage.copies().end() ? nullptr : &*found;
}

/// Whether the folder of the build has it; nothing if that is not known.
std::optional<bool> isInFolder(const SplitStage &stage, const std::string &path)
{
    const auto &folder = stage.lint().settings().folder;
    if (!folder)
        return std::nullopt;
    for (const ContextEntry &entry : folder->entries()) {
        if (entry.isSent && stage.placeOf(entry.path) == path)
            return true;
    }
    return folder->isWhole() ? std::optional(false) : std::nullopt;
}

/// `-Dlogback.configurationFile=conf/logback.xml`, `-javaagent:/agent.jar=x`, `file:./config/`: the part that is a path.
std::vector<std::string_view> pathsIn(std::string_view word)
{
    std::vector<std::string_view> parts;
    if (word.find("://") != std::string_view::npos || word.find('*') != std::string_view::npos)
        return parts;
    if (word.starts_with("-javaagent:") || word.starts_with("-agentpath:")) {
        word.remove_prefix(word.find(':') + 1);
        parts.push_back(word.substr(0, word.find('=')));
        return parts;
    }
    if (const std::size_t equals = word.find('='); equals != std::string_view::npos)
        word.remove_prefix(equals + 1);
    if (word.starts_with("file:"))
        word.remove_prefix(5);
    if (!word.empty() && !word.starts_with('-') && word.find(':') == std::string_view::npos)
        parts.push_back(word);
    return parts;
}

} // namespace

void addData(const SplitStage &stage, SplitRecipe &recipe)
{
    const bool addsLines = !recipe.buildLines.empty();
    FilesRead read = filesRead(
        stage,
        [](std::string_view name) { return !isDataFolder(name) && !isDataFile(name) && !isScriptPath(name); },
        addsLines);
    for (RuntimeFile &file : read.files)
        addFile(recipe, file.path, std::move(file.title), true);
    bool isAssumed = false;
    for (const CopyStep &copy : stage.copies()) {
        if (copy.destination.empty() || copy.takesAll()
            || (!addsLines && isBehindBuild(stage, *copy.instruction)))
            continue;
        if (!copy.isFromFolderOfBuild()) {
            if (!isAssumed)
                recipe.assumptions.push_back(
                    {{QT_TRANSLATE_NOOP("refactor",
                                        "What line %1 copies from another image is for the build alone."),
                      {std::to_string(copy.instruction->firstLine)}},
                     copy.instruction->range});
            isAssumed = true;
            continue;
        }
        for (const CopiedSource &source : copy.sources) {
            const std::string place = placeIn(copy, source);
            if (isOfRuntime(place) && !isOfPackageManager(place) && !isOfBuild(source.name()))
                addFile(recipe, place, copiedTitle(copy), true);
        }
    }
}

void addMadeFiles(const SplitStage &stage, SplitRecipe &recipe, const std::vector<StartedCommand> &all)
{
    for (const StartedCommand &started : all) {
        for (const std::string &word : started.words) {
            for (const std::string_view part : pathsIn(word)) {
                const std::string path = part.find('/') != std::string_view::npos
                    ? pathOfWord(stage, started, part)
                    : std::string();
                if (!path.empty() && path != "/" && makerOfPath(stage, path))
                    addFile(recipe, path, startedTitle(started));
            }
        }
    }
}

void addNamedFiles(const SplitStage &stage, SplitRecipe &recipe, const StartedCommand &started,
                   const std::set<std::string> &skipped)
{
    for (const std::string &word : started.words) {
        if (skipped.contains(word))
            continue;
        for (const std::string_view part : pathsIn(word)) {
            const bool looksLikePath = part.find('/') != std::string_view::npos || isDataFile(lastPart(part))
                || isScriptPath(part) || part.ends_with(".jar");
            const std::string path = looksLikePath ? pathOfWord(stage, started, part) : std::string();
            if (path.empty() || path == "/" || path.find_first_of("*?[") != std::string::npos)
                continue;
            const std::optional<bool> isThere = isInFolder(stage, path);
            const CopyStep *copy = copyOf(stage, path);
            const CopyStep *whole = copy || isThere ? nullptr : wholeCopyOf(stage, path);
            // It stays where it is, and that is the runtime stage.
            if (copy && recipe.buildLines.empty() && isBehindBuild(stage, *copy->instruction))
                continue;
            if (whole)
                recipe.assumptions.push_back(
                    {{QT_TRANSLATE_NOOP("refactor", "%1, which line %2 names, is among what line %3 copies."),
                      {path, std::to_string(started.instruction->firstLine),
                       std::to_string(whole->instruction->firstLine)}},
                     started.range});
            if (copy || whole || isThere == true || makerOfPath(stage, path))
                addFile(recipe, path, startedTitle(started));
        }
    }
}

void addNamedFiles(const SplitStage &stage, SplitRecipe &recipe, const std::vector<StartedCommand> &all,
                   const std::set<std::string> &skipped)
{
    if (recipe.program && !all.empty()) {
        StartedCommand own = all.front();
        own.words = *recipe.program;
        addNamedFiles(stage, recipe, own, skipped);
        return;
    }
    for (const StartedCommand &started : all)
        addNamedFiles(stage, recipe, started, skipped);
}

} // namespace drydock
