// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/recipes/node_steps.h"

#include "model/base/one_of.h"
#include "model/context/manifests/manifests.h"

#include <algorithm>

namespace drydock {
namespace {

/// Options that take the word behind them, so that it is no operand.
bool takesValue(std::string_view option)
{
    return isOneOf(option,
                   {"--prefix",
                    "--registry",
                    "--cache",
                    "--loglevel",
                    "-C",
                    "--dir",
                    "--only",
                    "--omit",
                    "--include",
                    "--userconfig",
                    "-w",
                    "--workspace",
                    "--cwd",
                    "--network-timeout",
                    "--cache-folder",
                    "--modules-folder",
                    "--mutex",
                    "--filter",
                    "-F",
                    "--network-concurrency",
                    "--production-tree"});
}

std::vector<std::string_view> operandsOf(const ScriptCommand &command)
{
    std::vector<std::string_view> operands;
    const auto words = command.arguments();
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i].value;
        if (word.find('>') != std::string_view::npos || word.starts_with('<'))
            break;
        if (word.starts_with('-'))
            i += takesValue(word) ? 1 : 0;
        else
            operands.push_back(word);
    }
    return operands;
}

StepNote note(StepEffect effect)
{
    return {nullptr, effect, {}, {}, {}};
}

std::optional<StepNote> noteForNpm(std::string_view verb)
{
    if (isOneOf(verb,
                {"install", "i", "ci", "add", "install-clean", "clean-install", "update", "up", "rebuild",
                 "prune", "dedupe", "uninstall", "link", "shrinkwrap"}))
        return note(StepEffect::Packages);
    if (isOneOf(verb, {"run", "run-script", "start", "exec", "x", "pack"}))
        return note(StepEffect::Builds);
    if (isOneOf(verb,
                {"", "cache", "config", "set", "get", "version", "audit", "test", "t", "ls", "list", "fund",
                 "-v", "help", "ping", "view", "outdated"}))
        return note(StepEffect::Nothing);
    return note(StepEffect::Unknown);
}

std::optional<StepNote> noteForYarn(const std::vector<std::string_view> &operands)
{
    const std::string_view verb = operands.empty() ? std::string_view() : operands[0];
    if (isOneOf(
            verb,
            {"", "install", "add", "workspaces", "dedupe", "plugin", "rebuild", "remove", "global", "set"}))
        return note(StepEffect::Packages);
    if (isOneOf(verb, {"cache", "config", "audit", "test", "list", "why", "check", "lint"}))
        return note(StepEffect::Nothing);
    return note(StepEffect::Builds);
}

std::optional<StepNote> noteForPnpm(std::string_view verb)
{
    if (isOneOf(verb, {"", "install", "i", "add", "fetch", "prune", "rebuild", "update", "remove"}))
        return note(StepEffect::Packages);
    if (isOneOf(verb, {"config", "store", "audit", "test", "list", "licenses"}))
        return note(StepEffect::Nothing);
    if (isOneOf(verb, {"deploy", "setup"}))
        return note(StepEffect::Unknown);
    return note(StepEffect::Builds);
}

std::optional<StepNote> noteForBun(const ScriptCommand &command, std::string_view verb)
{
    if (isOneOf(verb, {"install", "i", "add", "update", "remove"}))
        return note(StepEffect::Packages);
    if (isOneOf(verb, {"test", "pm"}))
        return note(StepEffect::Nothing);
    if (verb == "upgrade" || command.has({"-e", "--eval"}))
        return note(StepEffect::Unknown);
    return note(StepEffect::Builds);
}

bool isBerry(const SplitStage &stage, const BuildStep &step)
{
    return step.command->has({"--immutable", "--immutable-cache", "--inline-builds"})
        || stage.copies(".yarnrc.yml") || std::ranges::any_of(stage.steps(), [](const BuildStep &other) {
               const auto operands = other.command->operands();
               return other.command->name() == "yarn" && !operands.empty()
                   && (operands[0]->value == "workspaces" || operands[0]->value == "plugin"
                       || (operands[0]->value == "set" && operands.size() > 2
                           && !operands[2]->value.starts_with("1.") && operands[2]->value != "classic"));
           });
}

bool isProduction(const SplitStage &stage, const BuildStep &step)
{
    const ScriptCommand &command = *step.command;
    // NODE_ENV in front of the command, or from ENV.
    std::string environment;
    if (const VariableSetting *setting = stage.lint().variableAt(*step.run, "NODE_ENV"))
        environment = setting->value.value_or("");
    for (const ScriptWord &word : command.words) {
        if (word.value.starts_with("NODE_ENV="))
            environment = word.value.substr(9);
    }
    if (command.has({"--production=false", "--include=dev", "--prod=false"})
        || optionValue(step, {"--include", "--also"}).starts_with("dev"))
        return false;
    return environment == "production"
        || command.has({"--production", "--prod", "-P", "--omit=dev", "--only=production", "--only=prod",
                        "--only-production"})
        || isOneOf(optionValue(step, {"--omit"}), {"dev"})
        || isOneOf(optionValue(step, {"--only"}), {"prod", "production"});
}

/// The program's words, and where they are: CMD behind ENTRYPOINT.
std::vector<std::string> startWords(const SplitStage &stage)
{
    std::vector<std::string> words;
    for (const Keyword keyword : {Keyword::Entrypoint, Keyword::Cmd}) {
        const Instruction *last = stage.lint().lastOf(stage.index(), keyword);
        if (!last)
            continue;
        for (const ScriptCommand &command : stage.lint().commandsOf(*last)) {
            for (const ScriptWord &word : command.words)
                words.push_back(word.value);
        }
    }
    return words;
}

/// The first word behind `node` or `bun` that is no option.
std::string scriptIn(const std::vector<std::string> &words)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view name = std::string_view(words[i]).substr(words[i].rfind('/') + 1);
        if (!isOneOf(name, {"node", "bun", "nodejs", "pm2-runtime"}))
            continue;
        for (std::size_t j = i + 1; j < words.size(); ++j) {
            if (isOneOf(words[j], {"-r", "--require", "--import", "--loader", "-e", "--eval", "-p"}))
                ++j;
            else if (!words[j].starts_with('-') && words[j] != "run" && words[j] != "start")
                return words[j];
        }
    }
    return {};
}

} // namespace

std::string nodePackageName(std::string_view word)
{
    const std::size_t at = word.find('@', 1);
    return std::string(word.substr(0, at));
}

std::optional<StepNote> nodeNoteFor(const BuildStep &step)
{
    const ScriptCommand &command = *step.command;
    const std::string_view name = command.name();
    const std::vector<std::string_view> operands = operandsOf(command);
    const std::string_view verb = operands.empty() ? std::string_view() : operands[0];
    if (isOneOf(name, {"npm", "yarn", "pnpm", "bun", "node", "npx", "corepack"})
        && command.has({"--version", "-v"}))
        return note(StepEffect::Nothing);
    if (name == "npm")
        return noteForNpm(verb);
    if (isOneOf(name, {"yarn", "yarnpkg"}))
        return noteForYarn(operands);
    if (name == "pnpm")
        return noteForPnpm(verb);
    if (name == "bun")
        return noteForBun(command, verb);
    if (name == "corepack")
        return note(StepEffect::Packages);
    if (isOneOf(name, {"npx", "bunx", "pnpx"})) {
        // Browsers land in a folder of the user's home.
        return note(isOneOf(verb, {"playwright", "puppeteer", "cypress", "@puppeteer/browsers"})
                        ? StepEffect::Unknown
                        : StepEffect::Builds);
    }
    if (name == "node")
        return note(verb.empty() || command.has({"-e", "--eval", "-p"}) ? StepEffect::Unknown
                                                                        : StepEffect::Builds);
    if (isOneOf(name, {"lerna",         "nx",       "turbo",  "tsc",    "ng",      "next",  "nuxt",
                       "vite",          "webpack",  "gulp",   "grunt",  "bower",   "astro", "gatsby",
                       "hexo",          "eleventy", "parcel", "rollup", "esbuild", "sass",  "vue-cli-service",
                       "react-scripts", "nest",     "prisma"}))
        return note(StepEffect::Builds);
    if (isOneOf(name, {"eslint", "jest", "mocha", "prettier", "vitest"}))
        return note(StepEffect::Nothing);
    return std::nullopt;
}

std::optional<StepNote> nodeNoteBeside(const BuildStep &step, StepEffect global)
{
    std::optional<StepNote> found = nodeNoteFor(step);
    const bool isGlobal = step.command->has({"-g", "--global"}) || step.command->name() == "corepack";
    if (found && found->effect == StepEffect::Packages)
        found->effect = isGlobal ? global : StepEffect::Builds;
    return found;
}

std::vector<NodeInstall> nodeInstallsOf(const SplitStage &stage)
{
    std::vector<NodeInstall> installs;
    for (const BuildStep &step : stage.steps()) {
        const auto found = nodeNoteFor(step);
        const std::string_view name = step.command->name();
        if (!found || found->effect != StepEffect::Packages || name == "corepack")
            continue;
        NodeInstall install;
        install.step = &step;
        std::vector<std::string_view> operands = operandsOf(*step.command);
        if (isOneOf(name, {"yarn", "yarnpkg"})) {
            install.manager = isBerry(stage, step) ? NodeManager::YarnBerry : NodeManager::Yarn;
            if (!operands.empty() && operands[0] == "global") {
                install.isGlobal = true;
                operands.erase(operands.begin());
            }
            if (!operands.empty() && isOneOf(operands[0], {"set", "plugin"}))
                continue;
        } else if (name == "pnpm") {
            install.manager = NodeManager::Pnpm;
        } else if (name == "bun") {
            install.manager = NodeManager::Bun;
        }
        install.isGlobal = install.isGlobal || step.command->has({"-g", "--global", "--location=global"});
        install.isForProduction = isProduction(stage, step);
        const std::string folder = optionValue(step, {"--prefix", "-C", "--cwd", "--dir"});
        install.folder = folder.empty() ? step.directory.value_or("") : placeOfWord(stage, step, folder);
        for (std::size_t i = 1; i < operands.size(); ++i)
            install.names.push_back(nodePackageName(operands[i]));
        installs.push_back(std::move(install));
    }
    return installs;
}

std::string nodeScriptBody(const SplitStage &stage)
{
    const Manifests *manifests = stage.manifests();
    const std::vector<std::string> words = startWords(stage);
    if (!manifests || words.empty())
        return {};
    const std::string_view name = std::string_view(words[0]).substr(words[0].rfind('/') + 1);
    if (!isOneOf(name, {"npm", "yarn", "pnpm", "bun"}))
        return {};
    std::string script;
    for (std::size_t i = 1; i < words.size() && script.empty(); ++i) {
        if (!words[i].starts_with('-') && !isOneOf(words[i], {"run", "run-script"}))
            script = words[i];
    }
    // The package of the program's own folder; with several, nobody can say which.
    const auto isRoot = [](const Found<NodePackage> &found) { return found.path == "package.json"; };
    const auto found = std::ranges::find_if(manifests->nodePackages, isRoot);
    const NodePackage *package = nullptr;
    if (found != manifests->nodePackages.end())
        package = &found->facts;
    else if (manifests->nodePackages.size() == 1)
        package = &manifests->nodePackages.front().facts;
    if (!package)
        return {};
    const auto body = package->scripts.find(script);
    return body == package->scripts.end() ? std::string() : body->second;
}

std::string nodeScriptOf(const SplitStage &stage)
{
    std::string direct = scriptIn(startWords(stage));
    if (!direct.empty())
        return direct;
    const std::string body = nodeScriptBody(stage);
    const std::vector<ShellCommand> commands = shellCommands(body);
    return commands.size() == 1 ? scriptIn(commands.front()) : std::string();
}

} // namespace drydock
