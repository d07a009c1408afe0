// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What of a build is taken over where a framework says it: pages, the folder of a server, Next.js' standalone one.
#include "model/context/build_context.h"
#include "model/context/manifests/manifests.h"
#include "model/lint/stage_bases.h"
#include "model/refactor/split/recipes/node_split.h"

namespace drydock {

/// Pages need a web server and no Node: nginx does what `serve` and the like do.
bool NodeSplit::servesPages()
{
    const std::optional<PageServer> server = pageServerOf(m_stage);
    const std::string &user = m_stage.contract().user;
    const std::string folder = server ? pathFrom(m_stage.workingDirectory(), server->folder) : std::string();
    if (!server || !(user.empty() || user == "root" || user == "0") || isSystemFolder(folder))
        return false;
    Choice choice;
    choice.key = "server";
    choice.title = {QT_TRANSLATE_NOOP("refactor", "What serves the pages"), {}};
    choice.answers = {{"nginx", {QT_TRANSLATE_NOOP("refactor", "A small image without Node"), {}}},
                      {"node", {QT_TRANSLATE_NOOP("refactor", "The same program as now"), {}}}};
    choice.chosen = m_wish.setting("server") == "node" ? "node" : "nginx";
    m_recipe.choices.push_back(choice);
    if (choice.chosen == "node")
        return false;
    const Instruction &program = *m_stage.program();
    m_recipe.bases = {{"nginx:stable-alpine", {QT_TRANSLATE_NOOP("refactor", "The smallest one"), {}}},
                      {"nginx:stable", {QT_TRANSLATE_NOOP("refactor", "On Debian"), {}}}};
    m_recipe.base = chosenBase(m_recipe.bases, m_wish);
    m_recipe.tellsAll = true;
    m_recipe.keepsPackages = false;
    m_recipe.needsSystemData = false;
    m_recipe.program = std::vector<std::string> {"nginx", "-g", "daemon off;"};
    m_recipe.runtimeLines.push_back(asWritten(m_stage, "RUN") + "printf '" + nginxSettings(*server)
                                    + "' > /etc/nginx/conf.d/default.conf");
    RuntimeFile pages;
    pages.path = folder;
    pages.destination = "/usr/share/nginx/html";
    pages.title = {QT_TRANSLATE_NOOP("refactor", "The pages that are built"), {}};
    m_recipe.files.push_back(std::move(pages));
    for (const ContractPart part :
         {ContractPart::Program, ContractPart::StopSignal, ContractPart::Ports, ContractPart::Variables})
        m_recipe.declared.insert(part);
    m_recipe.assumptions.push_back({{QT_TRANSLATE_NOOP("refactor",
                                                       "%1 holds all that is served: nginx answers on port "
                                                       "%2 with the files there, and does nothing else."),
                                     {folder, server->port}},
                                    program.range});
    m_recipe.artifactLeast = 500'000;
    m_recipe.artifactMost = 50'000'000;
    return true;
}

/// Of the program's folder, what the framework builds and node reads, if package.json says where that is.
bool NodeSplit::takeOutput()
{
    const std::optional<NodeOutput> output = nodeOutputOf(m_stage);
    std::string script = nodeScriptOf(m_stage);
    if (script.starts_with("./"))
        script.erase(0, 2);
    if (output && output->isStandaloneNext)
        return takeStandalone(*output);
    if (!output || output->kind == NodeOutputKind::Pages || output->folder.empty() || !m_isBuilt || !m_main
        || isSystemFolder(m_main->folder) || m_main->folder != m_stage.workingDirectory()
        || !liesIn(script, output->folder) || m_main->manager == NodeManager::YarnBerry
        || movedTo(pathFrom(m_main->folder, "node_modules")) != pathFrom(m_main->folder, "node_modules"))
        return false;
    Choice choice;
    choice.key = "contents";
    choice.title = {QT_TRANSLATE_NOOP("refactor", "What comes along"), {}};
    choice.answers = {{"needed", {QT_TRANSLATE_NOOP("refactor", "What is built, and its packages"), {}}},
                      {"all", {QT_TRANSLATE_NOOP("refactor", "The whole folder, sources too"), {}}}};
    choice.chosen = m_wish.setting("contents") == "all" ? "all" : "needed";
    m_recipe.choices.push_back(choice);
    if (choice.chosen == "all")
        return false;
    const std::string &folder = m_main->folder;
    takeFolder(pathFrom(folder, output->folder),
               {QT_TRANSLATE_NOOP("refactor", "What %1 builds"), {std::string(output->framework)}});
    if (output->kind == NodeOutputKind::Server) {
        takeFolder(pathFrom(folder, "node_modules"), {QT_TRANSLATE_NOOP("refactor", "Packages of Node"), {}});
        takeFolder(pathFrom(folder, "package.json"),
                   {QT_TRANSLATE_NOOP("refactor", "What the package is called and how it runs"), {}});
    }
    m_isSelfContained = output->kind == NodeOutputKind::SelfContained;
    m_plan.isBuildTold = true;
    m_plan.isForBuild = [folder](const CopyStep &copy) {
        return copy.isFromFolderOfBuild() && liesIn(copy.destination, folder);
    };
    m_recipe.assumptions.push_back({{QT_TRANSLATE_NOOP("refactor",
                                                       "“%1” reads nothing else of %2 while it runs, such as "
                                                       "views or settings, but what is copied on."),
                                     {script, folder}},
                                    m_stage.program()->range});
    return true;
}

/// Next.js gathers what its server needs in a folder of its own, all but files that are served as they are.
bool NodeSplit::takeStandalone(const NodeOutput &output)
{
    const BuildContext *context = m_stage.lint().settings().folder.get();
    const std::string body = nodeScriptBody(m_stage);
    const std::vector<std::string> words = wordsThatRun(m_stage);
    const bool isPlain = body == "next start"
        || (words.size() >= 2 && words[words.size() - 2] == "next" && words.back() == "start");
    // A package further down has its server further down, too.
    const bool isAtRoot = m_stage.manifests()->nodePackages.size() == 1
        && m_stage.manifests()->nodePackages.front().path == "package.json";
    if (!context || !isPlain || !isAtRoot || !m_isBuilt || !m_main || isSystemFolder(m_main->folder)
        || m_main->folder != m_stage.workingDirectory())
        return false;
    const std::string &folder = m_main->folder;
    const std::string built = output.folder.substr(0, output.folder.rfind('/'));
    const auto take = [&](const std::string &from, const std::string &to, UserText title) {
        RuntimeFile file;
        file.path = from;
        file.destination = to;
        file.title = std::move(title);
        m_recipe.files.push_back(std::move(file));
    };
    take(pathFrom(folder, output.folder), folder,
         {QT_TRANSLATE_NOOP("refactor", "The server and its packages"), {}});
    take(pathFrom(folder, built + "/static"), pathFrom(folder, built + "/static"),
         {QT_TRANSLATE_NOOP("refactor", "Scripts and styles of the pages"), {}});
    if (context->find("public"))
        take(pathFrom(folder, "public"), pathFrom(folder, "public"),
             {QT_TRANSLATE_NOOP("refactor", "Files that are served as they are"), {}});
    m_recipe.program = std::vector<std::string> {"node", "server.js"};
    m_recipe.runtimeLines.push_back(asWritten(m_stage, "ENV") + "HOSTNAME=0.0.0.0");
    m_recipe.declared.insert(ContractPart::Program);
    m_recipe.declared.insert({ContractPart::Variables, "HOSTNAME"});
    m_plan.isBuildTold = true;
    m_plan.taken = {folder};
    m_isSelfContained = true;
    m_recipe.assumptions.push_back(
        {{QT_TRANSLATE_NOOP("refactor", "The server reads nothing else of %1 while it runs."), {folder}},
         m_stage.program()->range});
    return true;
}

} // namespace drydock
