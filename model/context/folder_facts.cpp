// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/folder_facts.h"

#include "model/context/folder.h"
#include "model/context/manifests/text_scan.h"
#include "model/context/path_match.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

constexpr std::size_t mostWorkflows = 50;
constexpr std::size_t workflowBytes = std::size_t {256} * 1024;

template <std::size_t Size>
bool isBelowAny(std::string_view module, const std::array<std::string_view, Size> &parents)
{
    return std::any_of(parents.begin(), parents.end(), [module](std::string_view parent) {
        return module == parent || (module.starts_with(parent) && module[parent.size()] == '/');
    });
}

/// Clients of services that exist by TLS alone.
constexpr std::array<std::string_view, 18> goClients {"google.golang.org/api",
                                                      "cloud.google.com/go",
                                                      "github.com/aws/aws-sdk-go",
                                                      "github.com/aws/aws-sdk-go-v2",
                                                      "github.com/Azure/azure-sdk-for-go",
                                                      "github.com/stripe/stripe-go",
                                                      "github.com/slack-go/slack",
                                                      "github.com/google/go-github",
                                                      "github.com/sendgrid/sendgrid-go",
                                                      "github.com/twilio/twilio-go",
                                                      "github.com/getsentry/sentry-go",
                                                      "github.com/bwmarrin/discordgo",
                                                      "github.com/go-telegram-bot-api/telegram-bot-api",
                                                      "github.com/coreos/go-oidc",
                                                      "github.com/digitalocean/godo",
                                                      "github.com/cloudflare/cloudflare-go",
                                                      "github.com/openai/openai-go",
                                                      "github.com/sashabaranov/go-openai"};
constexpr std::array<std::string_view, 3> goCertificates {
    "golang.org/x/crypto/x509roots", "github.com/breml/rootcerts", "github.com/gwatts/rootcerts"};
constexpr std::array<std::string_view, 4> jarPlugins {"maven-shade-plugin", "maven-assembly-plugin",
                                                      "maven-source-plugin", "maven-javadoc-plugin"};

bool has(const std::vector<std::string> &list, std::string_view item)
{
    return std::find(list.begin(), list.end(), item) != list.end();
}

/// Where the build of the package at the root puts its pages, if it is a plain one and the only one.
std::string webOutputOf(const Manifests &manifests)
{
    if (manifests.nodePackages.size() != 1 || manifests.nodePackages[0].path != "package.json")
        return {};
    const NodePackage &package = manifests.nodePackages[0].facts;
    const auto uses = [&](std::string_view name) {
        return has(package.dependencies, name) || has(package.devDependencies, name);
    };
    const auto script = package.scripts.find("build");
    if (script == package.scripts.end())
        return {};
    // `vite build` alone: with an option it may go anywhere.
    if (uses("react-scripts") && script->second == "react-scripts build")
        return "build";
    const bool isVite = uses("vite")
        && (script->second == "vite build" || script->second == "tsc && vite build"
            || script->second == "tsc -b && vite build");
    if (!isVite || uses("@sveltejs/kit"))
        return {};
    std::string output = "dist";
    for (const Found<WebConfig> &config : manifests.webConfigs)
        output = config.facts.outDir.empty() ? output : cleanPath(config.facts.outDir);
    return output;
}

bool holdsAny(std::string_view text, std::initializer_list<std::string_view> parts)
{
    return std::any_of(parts.begin(), parts.end(),
                       [text](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

} // namespace

FolderFacts folderFactsOf(const Manifests &manifests)
{
    FolderFacts facts;
    for (const Found<GoModule> &module : manifests.goModules) {
        for (const std::string &dependency : module.facts.dependencies) {
            if (isBelowAny(dependency, goClients))
                addOnce(facts.goClients, dependency);
            facts.bringsCertificates = facts.bringsCertificates || isBelowAny(dependency, goCertificates);
        }
    }
    for (const Found<GoPackage> &package : manifests.goPackages)
        facts.bringsTimeZones = facts.bringsTimeZones || package.facts.holdsTimeZones;
    for (const Found<RustLock> &lock : manifests.rustLocks) {
        if (has(lock.facts.nativeCrates, "openssl-sys"))
            addOnce(facts.rustClients, "openssl-sys");
        facts.bringsCertificates = facts.bringsCertificates || lock.facts.holdsCertificates;
    }
    facts.usesMaven = !manifests.mavenProjects.empty();
    for (const Found<MavenProject> &project : manifests.mavenProjects) {
        for (const std::string &plugin : project.facts.plugins) {
            if (std::find(jarPlugins.begin(), jarPlugins.end(), plugin) != jarPlugins.end())
                addOnce(facts.jarPlugins, plugin);
        }
    }
    facts.webOutput = webOutputOf(manifests);
    return facts;
}

Workflow readWorkflow(std::string path, std::string_view bytes)
{
    Workflow workflow {std::move(path)};
    workflow.buildsImages = holdsAny(bytes,
                                     {"docker/build-push-action", "docker/bake-action", "docker build ",
                                      "docker buildx build", "docker compose build", "docker-compose build"});
    workflow.keepsMounts = holdsAny(bytes,
                                    {"self-hosted", "cache-dance", "useblacksmith/", "depot/",
                                     "namespacelabs/", "driver: remote", "driver: kubernetes", "endpoint:"});
    return workflow;
}

FolderFacts readFolderFacts(const std::string &folder, const BuildContext &context,
                            const std::stop_token &stop)
{
    return readFolderFacts(folder, readManifests(folder, context, stop), stop);
}

FolderFacts readFolderFacts(const std::string &folder, const Manifests &manifests,
                            const std::stop_token &stop)
{
    FolderFacts facts = folderFactsOf(manifests);
    const Result<Folder> root = Folder::open(folder);
    if (!root)
        return facts;
    // Not among the entries if the .dockerignore leaves them out, which it should.
    const Result<Folder> github = root->folder(".github");
    const Result<Folder> workflows = github ? github->folder("workflows") : tl::unexpected(github.error());
    const auto listing = workflows ? workflows->list(mostWorkflows) : tl::unexpected(workflows.error());
    if (!listing)
        return facts;
    for (const FolderEntry &entry : listing->entries) {
        if (stop.stop_requested() || entry.kind != EntryKind::File
            || !(entry.name.ends_with(".yml") || entry.name.ends_with(".yaml")))
            continue;
        const auto bytes = workflows->read(entry.name, workflowBytes);
        if (bytes && *bytes)
            facts.workflows.push_back(readWorkflow(".github/workflows/" + entry.name, **bytes));
    }
    return facts;
}

} // namespace drydock
