// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/refactorings/manifest_installs.h"

#include "model/base/one_of.h"

#include <algorithm>

namespace drydock {
namespace {

const ManifestTool npm {
    "npm",       {"package*.json"}, {"package.json", "package-lock.json", "npm-shrinkwrap.json", ".npmrc"},
    {"patches"}, "node_modules",    {},
    {}};
const ManifestTool yarn {"Yarn",
                         {"package.json", "yarn.lock*"},
                         {"package.json", "yarn.lock", ".yarnrc", ".yarnrc.yml", ".npmrc"},
                         {".yarn", "patches"},
                         "node_modules",
                         {},
                         {}};
const ManifestTool pnpm {"pnpm",
                         {"package.json", "pnpm-lock.yaml*"},
                         {"package.json", "pnpm-lock.yaml", ".npmrc"},
                         {"patches"},
                         "node_modules",
                         {},
                         {}};
const ManifestTool bun {"Bun",
                        {"package.json", "bun.lock*"},
                        {"package.json", "bun.lock", "bun.lockb", "bunfig.toml", ".npmrc"},
                        {"patches"},
                        "node_modules",
                        {},
                        {}};
const ManifestTool pip {"pip", {}, {}, {}, {}, {}, {}};
const ManifestTool poetry {"Poetry",
                           {"pyproject.toml", "poetry.lock*"},
                           {"pyproject.toml", "poetry.lock", "poetry.toml"},
                           {},
                           ".venv",
                           "--no-root",
                           {}};
const ManifestTool uv {"uv",
                       {"pyproject.toml", "uv.lock"},
                       {"pyproject.toml", "uv.lock", "uv.toml", ".python-version"},
                       {},
                       ".venv",
                       "--no-install-project",
                       {}};
const ManifestTool pipenv {
    "Pipenv", {"Pipfile", "Pipfile.lock*"}, {"Pipfile", "Pipfile.lock"}, {}, ".venv", {}, {}};
const ManifestTool go {"Go", {"go.mod", "go.sum*"}, {"go.mod", "go.sum"}, {}, {}, {}, "go mod download"};
const ManifestTool maven {"Maven", {"pom.xml"}, {"pom.xml"}, {}, {}, {}, "mvn -B dependency:go-offline"};
const ManifestTool composer {"Composer",
                             {"composer.json", "composer.lock*"},
                             {"composer.json", "composer.lock", "symfony.lock", "auth.json"},
                             {},
                             "vendor",
                             "--no-scripts --no-autoloader",
                             {}};
const ManifestTool bundler {"Bundler",
                            {"Gemfile", "Gemfile.lock*"},
                            {"Gemfile", "Gemfile.lock", ".ruby-version", ".tool-versions"},
                            {},
                            {},
                            {},
                            {}};
const ManifestTool mix {"Mix", {"mix.exs", "mix.lock*"}, {"mix.exs", "mix.lock"}, {}, "deps", {}, {}};
const ManifestTool dotnet {"dotnet", {"*.csproj"}, {}, {}, "obj", {}, {}};

/// Names that stand for packages, not for files.
bool areNames(const std::vector<const ScriptWord *> &words)
{
    return std::ranges::all_of(words, [](const ScriptWord *word) {
        const std::string &value = word->value;
        const bool isScoped = value.starts_with('@');
        const bool isFile = value.starts_with('.') || value.starts_with('/') || value.starts_with('~')
            || value.find_first_of("$<>`*") != std::string::npos
            || (!isScoped && value.find('/') != std::string::npos && value.find("://") == std::string::npos)
            || value.ends_with(".deb") || value.ends_with(".rpm") || value.ends_with(".apk")
            || value.ends_with(".whl") || value.ends_with(".tgz");
        return !isFile;
    });
}

Install ofPip(const PackageCommand &command)
{
    if (!command.isAnyVerb({"install"}))
        return {};
    Install install {InstallNeed::Nothing, nullptr, {}};
    const auto words = command.command->arguments();
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string &word = words[i].value;
        if (isOneOf(word, {"-e", "--editable", "-f", "--find-links", "--no-index"}) || word.starts_with("-e")
            || word.starts_with("--find-links") || word.starts_with("--editable"))
            return {};
        std::string file;
        if (isOneOf(word, {"-r", "--requirement", "-c", "--constraint"}) && i + 1 < words.size())
            file = words[i + 1].value;
        else if (word.starts_with("--requirement=") || word.starts_with("--constraint="))
            file = word.substr(word.find('=') + 1);
        else if (word.starts_with("-r") && word.size() > 2)
            file = word.substr(2);
        if (!file.empty())
            install.files.push_back(file);
    }
    if (!areNames(command.packages))
        return {};
    if (!install.files.empty()) {
        install.need = InstallNeed::Manifests;
        install.tool = &pip;
    }
    return install.files.empty() && command.packages.empty() ? Install {} : install;
}

Install of(const ManifestTool &tool)
{
    return {InstallNeed::Manifests, &tool, {}};
}

} // namespace

Install installOf(const ScriptCommand &command)
{
    const std::string_view name = command.name();
    const auto operands = command.operands();
    const std::string_view verb
        = operands.empty() ? std::string_view() : std::string_view(operands[0]->value);
    const std::string_view second
        = operands.size() < 2 ? std::string_view() : std::string_view(operands[1]->value);
    Install nothing {InstallNeed::Nothing, nullptr, {}};
    // What goes somewhere else, or comes from somewhere else, is not looked into.
    if (command.has({"--prefix", "--cwd", "--dir", "-C", "--directory", "--project", "--filter",
                     "--workspace", "-w", "--gemfile", "--working-dir", "-d"})
        && !isOneOf(name, {"apt-get", "apk"}))
        return {};
    if (std::ranges::any_of(command.words, [](const ScriptWord &word) {
            return word.value.find_first_of("<>`") != std::string::npos
                || word.value.find("$(") != std::string::npos;
        }))
        return {};
    if (isOneOf(name, {"npm", "pnpm", "bun"})) {
        const bool isGlobal = command.has({"-g", "--global"});
        if (isGlobal && isOneOf(verb, {"install", "i", "add"}))
            return areNames({operands.begin() + 1, operands.end()}) && operands.size() > 1 ? nothing
                                                                                           : Install {};
        if (!isGlobal && isOneOf(verb, {"ci", "install", "i", "clean-install"}) && operands.size() == 1)
            return of(name == "npm" ? npm : name == "pnpm" ? pnpm : bun);
        if (name == "npm" && verb == "cache" && second == "clean")
            return nothing;
        return {};
    }
    if (name == "corepack" && verb == "enable")
        return nothing;
    if (name == "yarn") {
        if (verb == "global" && second == "add")
            return areNames({operands.begin() + 2, operands.end()}) ? nothing : Install {};
        if (verb == "cache" && second == "clean")
            return nothing;
        return operands.empty() || (verb == "install" && operands.size() == 1) ? of(yarn) : Install {};
    }
    if (name == "go" && verb == "mod" && second == "download")
        return of(go);
    if (name == "poetry" && verb == "install" && operands.size() == 1)
        return of(poetry);
    if (name == "poetry" && verb == "config")
        return command.has({"--local"}) ? Install {} : nothing;
    if (name == "uv" && verb == "sync" && operands.size() == 1)
        return of(uv);
    if (name == "pipenv" && isOneOf(verb, {"install", "sync"}) && operands.size() == 1)
        return of(pipenv);
    if (name == "composer" && verb == "install" && operands.size() == 1)
        return of(composer);
    if (name == "bundle" && verb == "install" && operands.size() == 1)
        return of(bundler);
    if (name == "bundle" && verb == "config")
        return nothing;
    if (name == "mix" && verb == "deps.get" && operands.size() == 1)
        return of(mix);
    if (name == "mix" && isOneOf(verb, {"local.hex", "local.rebar"}))
        return nothing;
    if (name == "dotnet" && verb == "restore" && operands.size() == 1)
        return of(dotnet);
    if (name == "mvn" && isOneOf(verb, {"dependency:go-offline", "dependency:resolve"})
        && operands.size() == 1)
        return of(maven);
    if (const auto package = packageCommandOf(command)) {
        if (package->manager == PackageManager::Pip)
            return ofPip(*package);
        if (package->isOfSystem()
            && (package->installs()
                || package->isAnyVerb({"update", "upgrade", "clean", "autoclean", "makecache"})))
            return areNames(package->packages) ? nothing : Install {};
        if (package->manager == PackageManager::Gem && package->isVerb("install"))
            return areNames(package->packages) && !package->packages.empty() ? nothing : Install {};
    }
    if (name == "rm") {
        const bool isFar = std::ranges::all_of(operands, [](const ScriptWord *word) {
            return word->value.starts_with("/var/") || word->value.starts_with("/tmp/")
                || word->value.starts_with("/root/.") || word->value.starts_with("~/.");
        });
        return isFar && !operands.empty() ? nothing : Install {};
    }
    if (name == "set" && command.words.size() == 2 && command.words[1].value.starts_with('-'))
        return nothing;
    return {};
}

const ManifestTool *fetchingBuild(const ScriptCommand &command)
{
    const auto operands = command.operands();
    const std::string_view verb
        = operands.empty() ? std::string_view() : std::string_view(operands[0]->value);
    if (command.name() == "go" && isOneOf(verb, {"build", "install"}))
        return command.has({"-mod=vendor", "-modfile"}) ? nullptr : &go;
    if (command.name() == "mvn" && std::ranges::any_of(operands, [](const ScriptWord *word) {
            return isOneOf(word->value, {"package", "install", "verify", "compile"});
        }))
        return command.has({"-f", "--file", "-o", "--offline", "-s", "--settings", "-pl"}) ? nullptr : &maven;
    return nullptr;
}

} // namespace drydock
