// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/recipes/node_sites.h"

#include "model/base/one_of.h"
#include "model/context/manifests/manifests.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

/// The package of the build's own folder; with several elsewhere, nobody can say which.
const Found<NodePackage> *packageOf(const Manifests &manifests)
{
    const auto root = std::ranges::find(manifests.nodePackages, "package.json", &Found<NodePackage>::path);
    if (root != manifests.nodePackages.end())
        return &*root;
    return manifests.nodePackages.size() == 1 ? &manifests.nodePackages.front() : nullptr;
}

bool needs(const NodePackage &package, std::string_view name)
{
    return std::ranges::find(package.dependencies, name) != package.dependencies.end()
        || std::ranges::find(package.devDependencies, name) != package.devDependencies.end();
}

/// The settings of a framework beside package.json.
const WebConfig *settingsOf(const Manifests &manifests, std::string_view folder, std::string_view name)
{
    const auto found = std::ranges::find_if(manifests.webConfigs, [&](const Found<WebConfig> &each) {
        return std::string_view(each.path).starts_with(std::string(folder) + std::string(name));
    });
    return found == manifests.webConfigs.end() ? nullptr : &found->facts;
}

std::string outDirOf(const WebConfig *settings, std::string_view usual)
{
    std::string folder = settings && !settings->outDir.empty() ? settings->outDir : std::string(usual);
    while (folder.starts_with("./"))
        folder.erase(0, 2);
    while (folder.ends_with('/'))
        folder.pop_back();
    return folder;
}

NodeOutput nextOutput(const WebConfig *settings)
{
    if (settings && settings->output == "export")
        return {NodeOutputKind::Pages, "Next.js", outDirOf(settings, "out"), false};
    if (settings && settings->output == "standalone")
        return {NodeOutputKind::SelfContained, "Next.js", outDirOf(settings, ".next") + "/standalone", true};
    return {NodeOutputKind::Server, "Next.js", {}, false};
}

/// Frameworks that leave nothing but pages, the more special ones first.
struct PageBuilder {
    std::string_view package;
    std::string_view name;
    std::string_view settings; ///< Of their file.
    std::string_view folder;
};
constexpr std::array<PageBuilder, 9> pageBuilders {{
    {"react-scripts", "Create React App", "", "build"},
    {"@vue/cli-service", "Vue CLI", "", "dist"},
    {"gatsby", "Gatsby", "", "public"},
    {"@docusaurus/core", "Docusaurus", "", "build"},
    {"@11ty/eleventy", "Eleventy", "", "_site"},
    {"astro", "Astro", "astro.config.", "dist"},
    {"@sveltejs/adapter-static", "SvelteKit", "", "build"},
    {"parcel", "Parcel", "", "dist"},
    {"vite", "Vite", "vite.config.", "dist"},
}};

std::string_view nameOf(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

/// `serve -s build -l 3000` and its kind.
std::optional<PageServer> readServer(std::vector<std::string> words)
{
    while (!words.empty()
           && isOneOf(nameOf(words[0]), {"npx", "exec", "--yes", "-y", "yarn", "pnpm", "bunx"}))
        words.erase(words.begin());
    if (words.empty())
        return std::nullopt;
    const std::string name(nameOf(words[0]));
    PageServer server;
    const bool isVite = name == "vite" && words.size() > 1 && words[1] == "preview";
    if (name == "serve")
        server.port = "3000";
    else if (name == "http-server")
        server.port = "8080";
    else if (isVite)
        server.port = "4173";
    else
        return std::nullopt;
    server.fallsBack = isVite;
    server.folder = isVite ? "dist" : "";
    for (std::size_t i = isVite ? 2 : 1; i < words.size(); ++i) {
        const std::string &word = words[i];
        const bool takesValue = isOneOf(word, {"-l", "--listen", "-p", "--port"})
            || (word == "--host" && i + 1 < words.size() && !words[i + 1].starts_with('-'))
            || (name == "http-server" && word == "-a");
        if (isOneOf(word, {"-l", "--listen", "-p", "--port"}) && i + 1 < words.size())
            server.port = words[i + 1].substr(words[i + 1].rfind(':') + 1);
        else if (name == "serve" && isOneOf(word, {"-s", "--single"}))
            server.fallsBack = true;
        else if (!word.starts_with('-') && (server.folder.empty() || server.folder == word))
            server.folder = word;
        else if (!takesValue
                 && !isOneOf(
                     word, {"--host", "-n", "--no-clipboard", "-L", "--no-request-logging", "--strictPort"}))
            return std::nullopt;
        i += takesValue ? 1 : 0;
    }
    const bool isPort
        = !server.port.empty() && server.port.find_first_not_of("0123456789") == std::string::npos;
    if (server.folder.empty() || !isPort || server.folder.find('$') != std::string::npos)
        return std::nullopt;
    return server;
}

} // namespace

std::optional<NodeOutput> nodeOutputOf(const SplitStage &stage)
{
    const Manifests *manifests = stage.manifests();
    const Found<NodePackage> *found = manifests ? packageOf(*manifests) : nullptr;
    if (!found)
        return std::nullopt;
    const NodePackage &package = found->facts;
    const std::string folder = found->path.substr(0, found->path.rfind('/') + 1);
    if (needs(package, "next"))
        return nextOutput(settingsOf(*manifests, folder, "next.config."));
    if (needs(package, "nuxt"))
        return NodeOutput {NodeOutputKind::SelfContained, "Nuxt", ".output", false};
    if (needs(package, "@sveltejs/adapter-node"))
        return NodeOutput {NodeOutputKind::Server, "SvelteKit", "build", false};
    if (needs(package, "@nestjs/core"))
        return NodeOutput {NodeOutputKind::Server, "Nest", "dist", false};
    if (needs(package, "@angular/core")) {
        const WebConfig *settings = settingsOf(*manifests, folder, "angular.json");
        const std::string output = outDirOf(settings, "");
        return output.empty() ? std::nullopt
                              : std::optional(NodeOutput {NodeOutputKind::Pages, "Angular", output, false});
    }
    const bool isServer
        = std::ranges::any_of(std::array {"express", "fastify", "koa", "@hapi/hapi", "hono", "@astrojs/node",
                                          "@remix-run/serve", "@react-router/serve"},
                              [&](const char *name) { return needs(package, name); });
    if (!isServer) {
        for (const PageBuilder &each : pageBuilders) {
            if (needs(package, each.package))
                return NodeOutput {
                    NodeOutputKind::Pages, each.name,
                    outDirOf(each.settings.empty() ? nullptr : settingsOf(*manifests, folder, each.settings),
                             each.folder),
                    false};
        }
    }
    if (needs(package, "typescript")) {
        const auto settings = std::ranges::find(manifests->typeScriptConfigs, folder + "tsconfig.json",
                                                &Found<TypeScriptConfig>::path);
        if (settings != manifests->typeScriptConfigs.end() && !settings->facts.outDir.empty()) {
            const WebConfig asConfig {{}, settings->facts.outDir, {}};
            return NodeOutput {NodeOutputKind::Server, "TypeScript", outDirOf(&asConfig, ""), false};
        }
    }
    return std::nullopt;
}

std::optional<PageServer> pageServerOf(const SplitStage &stage)
{
    for (const Keyword keyword : {Keyword::Entrypoint, Keyword::Cmd}) {
        const Instruction *last = stage.lint().lastOf(stage.index(), keyword);
        if (!last)
            continue;
        const auto commands = stage.lint().commandsOf(*last);
        if (commands.size() != 1)
            continue;
        std::vector<std::string> words;
        for (const ScriptWord &word : commands.front().words)
            words.push_back(word.value);
        // The end of the words may stand in CMD behind an ENTRYPOINT.
        if (const Instruction *command = stage.lint().lastOf(stage.index(), Keyword::Cmd);
            command && command != last && command->isJson) {
            for (const ScriptCommand &each : stage.lint().commandsOf(*command)) {
                for (const ScriptWord &word : each.words)
                    words.push_back(word.value);
            }
        }
        if (auto server = readServer(std::move(words)))
            return server;
    }
    const std::vector<ShellCommand> commands = shellCommands(nodeScriptBody(stage));
    return commands.size() == 1 ? readServer(commands.front()) : std::nullopt;
}

std::string nginxSettings(const PageServer &server)
{
    const std::string fallback = server.fallsBack ? "/index.html" : "=404";
    return "server {\\n  listen " + server.port
        + ";\\n  root /usr/share/nginx/html;\\n  location / {\\n    try_files $uri $uri.html $uri/ "
        + fallback + ";\\n  }\\n}\\n";
}

} // namespace drydock
