// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/development.h"

#include "model/base/one_of.h"
#include "model/refactor/split/recipes/node_steps.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

namespace drydock {
namespace {

/// A program with its words, without its folder.
struct Start {
    std::string_view name;
    std::vector<std::string_view> words; ///< Behind it.

    bool has(std::initializer_list<std::string_view> options) const
    {
        return std::ranges::any_of(words, [&](std::string_view word) { return isOneOf(word, options); });
    }
    std::string_view verb() const
    {
        const auto found
            = std::ranges::find_if(words, [](std::string_view word) { return !word.starts_with('-'); });
        return found == words.end() ? std::string_view() : *found;
    }
};

/// Scripts of package.json that by their name are for development.
bool isDevelopmentScript(std::string_view name)
{
    return isOneOf(
        name,
        {"dev", "watch", "develop", "start:dev", "serve:dev", "dev:start", "start:watch", "start:debug"});
}

/// What the program and its words say; empty if nothing.
std::string signIn(const Start &start)
{
    const std::string_view name = start.name;
    const std::string_view verb = start.verb();
    const auto both = [&](std::string_view word) { return std::string(name) + " " + std::string(word); };
    if (isOneOf(name,
                {"nodemon", "air", "reflex", "watchexec", "cargo-watch", "ts-node-dev", "tsnd",
                 "CompileDaemon", "dlv", "webpack-dev-server", "live-server", "browser-sync", "watchmedo"}))
        return std::string(name);
    if (start.has({"--reload"}))
        return both("--reload");
    if (name == "flask" && start.has({"--debug"}))
        return both("--debug");
    if (isOneOf(name, {"node", "tsx", "bun"}) && start.has({"--watch", "--hot", "watch"}))
        return both("--watch");
    if (std::ranges::any_of(start.words, [](std::string_view word) { return word.starts_with("--inspect"); }))
        return both("--inspect");
    if (isOneOf(name, {"dotnet", "cargo", "mix", "deno"}) && (verb == "watch" || start.has({"--watch"})))
        return both("watch");
    if (name == "sleep" || (name == "tail" && start.has({"-f", "-F"})))
        return std::string(name);
    if (isOneOf(name, {"npm", "yarn", "pnpm", "bun"})) {
        const auto script = std::ranges::find_if(start.words, isDevelopmentScript);
        if (script != start.words.end()) {
            std::string text(name);
            for (auto word = start.words.begin(); word <= script; ++word)
                text += " " + std::string(*word);
            return text;
        }
    }
    if (isOneOf(name, {"next", "nuxt", "nuxi", "astro", "remix", "wrangler"}) && verb == "dev")
        return both(verb);
    if (isOneOf(name, {"ng", "webpack", "vue-cli-service", "ember"})
        && isOneOf(verb, {"serve", "server", "s"}))
        return both(verb);
    if (name == "vite" && !isOneOf(verb, {"build", "preview"}))
        return std::string(name);
    if ((name == "react-scripts" && verb == "start") || (name == "gatsby" && verb == "develop"))
        return both(verb);
    if (name == "php" && verb == "artisan" && start.has({"serve"}))
        return "php artisan serve";
    if (isOneOf(name, {"bash", "sh", "zsh", "ash"}) && start.words.empty())
        return std::string(name);
    return {};
}

Start startOf(std::span<const std::string_view> words)
{
    Start start;
    if (words.empty())
        return start;
    start.name = words.front().substr(words.front().rfind('/') + 1);
    start.words.assign(words.begin() + 1, words.end());
    return start;
}

/// The program, and those that a wrapper such as tini or npx starts in turn.
std::string signInAll(const std::vector<std::string_view> &words)
{
    std::string sign = signIn(startOf(words));
    for (std::size_t i = 0; sign.empty() && i + 1 < words.size(); ++i) {
        if (isOneOf(words[i].substr(words[i].rfind('/') + 1),
                    {"--", "npx", "exec", "tini", "dumb-init", "bunx", "sudo"}))
            sign = signIn(startOf(std::span(words).subspan(i + 1)));
    }
    return sign;
}

} // namespace

std::optional<DevelopmentSign> developmentSignOf(const SplitStage &stage)
{
    for (const Keyword keyword : {Keyword::Entrypoint, Keyword::Cmd}) {
        const Instruction *last = stage.lint().lastOf(stage.index(), keyword);
        if (!last)
            continue;
        for (const ScriptCommand &command : stage.lint().commandsOf(*last)) {
            std::vector<std::string_view> words;
            for (std::size_t i = command.program; i < command.words.size(); ++i)
                words.push_back(command.words[i].value);
            if (std::string sign = signInAll(words); !sign.empty())
                return DevelopmentSign {std::move(sign), last};
        }
    }
    // What `npm start` stands for, if the folder says it.
    const std::string body = nodeScriptBody(stage);
    for (const ShellCommand &command : shellCommands(body)) {
        const std::vector<std::string_view> words(command.begin(), command.end());
        if (std::string sign = signInAll(words); !sign.empty())
            return DevelopmentSign {std::move(sign), stage.program()};
    }
    return std::nullopt;
}

} // namespace drydock
