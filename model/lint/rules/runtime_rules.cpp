// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lint/rules/runtime_rules.h"

#include "model/base/one_of.h"
#include "model/knowledge/base_configs.h"
#include "model/lint/fixes.h"
#include "model/lint/stage_bases.h"
#include "model/syntax/values.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

bool isPort(std::string_view text)
{
    return !text.empty() && text.size() <= 5 && text.find_first_not_of("0123456789") == std::string_view::npos
        && text != "0";
}

/// "8000" of `0.0.0.0:8000` and `:8000`; empty if there is none.
std::string_view portOf(std::string_view address)
{
    const std::size_t colon = address.rfind(':');
    const std::string_view port = colon == std::string_view::npos ? address : address.substr(colon + 1);
    return isPort(port) ? port : std::string_view();
}

struct Evidence {
    const Instruction *instruction = nullptr;
    TextRange range;
    std::string port;
};

std::optional<Evidence> portInWords(const Instruction &instruction, const ScriptCommand &command)
{
    static constexpr std::array<std::string_view, 8> named {
        "--port", "--http-port", "--server.port", "-b", "--bind", "--listen", "--addr", "--address"};
    const auto words = command.arguments();
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (const std::string_view option : named) {
            const std::string_view word = words[i].value;
            std::string_view value;
            if (word == option && i + 1 < words.size())
                value = words[i + 1].value;
            else if (word.starts_with(option) && word.substr(option.size()).starts_with('='))
                value = word.substr(option.size() + 1);
            if (const std::string_view port = portOf(value); !port.empty())
                return Evidence {&instruction, words[i].range, std::string(port)};
        }
        // gunicorn and the like: an address alone.
        const std::string_view word = words[i].value;
        if (word.starts_with("0.0.0.0:") && isPort(word.substr(8)))
            return Evidence {&instruction, words[i].range, std::string(word.substr(8))};
    }
    return std::nullopt;
}

std::optional<Evidence> portInVariables(const LintContext &context, StageIndex stage)
{
    for (const VariableSetting &setting : context.settingsOf(stage)) {
        const bool isNamed = setting.name == "PORT" || setting.name == "HTTP_PORT"
            || setting.name == "SERVER_PORT" || setting.name == "ASPNETCORE_HTTP_PORTS"
            || setting.name == "ASPNETCORE_URLS";
        if (setting.keyword != Keyword::Env || !isNamed || !setting.value)
            continue;
        if (const std::string_view port = portOf(*setting.value); !port.empty()) {
            const Instruction &env = context.syntax().at(setting.instruction);
            return Evidence {&env, env.arguments, std::string(port)};
        }
    }
    return std::nullopt;
}

} // namespace

/// EXPOSE opens nothing, but tells people and tools how to reach the program.
void checkPortMissing(const LintContext &context, const Report &report)
{
    const StageIndex target = context.graph().target;
    if (!target || context.lastOf(target, Keyword::Expose))
        return;
    if (const auto base = baseConfigOf(rootImageOf(context, target)); base && base->mayExpose())
        return;
    std::optional<Evidence> found;
    for (const Keyword keyword : {Keyword::Entrypoint, Keyword::Cmd}) {
        const Instruction *instruction = context.lastOf(target, keyword);
        if (!instruction || found)
            continue;
        for (const ScriptCommand &command : context.commandsOf(*instruction)) {
            if (!found)
                found = portInWords(*instruction, command);
        }
    }
    for (auto stage = context.shippedStages().rbegin(); stage != context.shippedStages().rend() && !found;
         ++stage)
        found = portInVariables(context, *stage);
    if (!found)
        return;
    const InstructionIndex at = context.indexOf(*found->instruction);
    const Instruction &above = context.syntax().at({at.value - 1});
    report(
        {found->instruction,
         found->range,
         {QT_TRANSLATE_NOOP("lint", "The program listens on port %1, and no EXPOSE says so."), {found->port}},
         insertingBehind({QT_TRANSLATE_NOOP("lint", "Add EXPOSE %1"), {found->port}}, context.syntax(), above,
                         {keywordLike(context.syntax(), above, "EXPOSE") + " " + found->port})});
}

/// Whoever gets out of the program is root in the container, and closer to being root outside of it.
void checkRunsAsRoot(const LintContext &context, const Report &report)
{
    const StageIndex target = context.graph().target;
    if (!target || !programOf(context, target))
        return;
    const Syntax &syntax = context.syntax();
    const auto &traits = traitsOf(context, target);
    if (const Instruction *user = context.lastOf(target, Keyword::User)) {
        const std::string value = syntax.joined(*user, user->arguments);
        const std::string name = value.substr(0, value.find(':'));
        if (name == "root" || name == "0")
            report({user, user->arguments, {QT_TRANSLATE_NOOP("lint", "The program runs as root."), {}}});
        return;
    }
    if (traits && (!traits->user.empty() || traits->dropsPrivileges))
        return;
    const Instruction *program = programOf(context, target);
    Finding finding {
        program,
        program->keywordRange,
        {QT_TRANSLATE_NOOP("lint", "No USER: the program runs as root unless its base says otherwise."), {}}};
    finding.severity = Severity::Info;
    report(std::move(finding));
}

/// Such commands watch files, compile at the start, or answer slowly and tell their secrets: they are for a desk.
void checkDevelopmentServer(const LintContext &context, const Report &report)
{
    const StageIndex target = context.graph().target;
    const Instruction *program = target ? programOf(context, target) : nullptr;
    if (!program || context.commandsOf(*program).empty())
        return;
    const ScriptCommand &command = context.commandsOf(*program).back();
    const std::string_view name = command.name();
    const auto operands = command.operands();
    const std::string_view verb
        = operands.empty() ? std::string_view() : std::string_view(operands[0]->value);
    const std::string_view second
        = operands.size() < 2 ? std::string_view() : std::string_view(operands[1]->value);
    const bool isScript = isOneOf(name, {"npm", "yarn", "pnpm", "bun"})
        && (isOneOf(verb, {"dev", "develop", "watch", "serve"})
            || (verb == "run" && isOneOf(second, {"dev", "develop", "watch", "serve"})));
    const bool isTool
        = isOneOf(name, {"nodemon", "vite", "webpack-dev-server", "ts-node-dev", "air", "cargo-watch"})
        || (name == "ng" && verb == "serve") || (name == "flask" && verb == "run")
        || (name == "php" && isOneOf(verb, {"artisan"}) && second == "serve")
        || (isOneOf(name, {"mvn", "mvnw"}) && verb == "spring-boot:run")
        || (isOneOf(name, {"gradle", "gradlew"}) && verb == "bootRun") || (name == "cargo" && verb == "run")
        || (name == "go" && verb == "run") || (name == "dotnet" && isOneOf(verb, {"run", "watch"}));
    if (isScript || isTool)
        report({program,
                command.range,
                {QT_TRANSLATE_NOOP("lint",
                                   "“%1” is for a developer’s desk: build first, and start what was built."),
                 {std::string(name)}}});
}

/// With NODE_ENV=production the installer leaves out what the build needs.
void checkProductionTooEarly(const LintContext &context, const Report &report)
{
    for (std::size_t i = 0; i < context.stageCount(); ++i) {
        const Instruction *install = nullptr;
        const ScriptCommand *installing = nullptr;
        for (const Instruction &run : context.instructionsOf({i})) {
            if (run.keyword != Keyword::Run)
                continue;
            for (const ScriptCommand &command : context.commandsOf(run)) {
                if (!isOneOf(command.name(), {"npm", "yarn", "pnpm"}))
                    continue;
                const auto operands = command.operands();
                const std::string_view verb
                    = operands.empty() ? "install" : std::string_view(operands[0]->value);
                if (isOneOf(verb, {"install", "ci", "i"})) {
                    const VariableSetting *mode = context.variableAt(run, "NODE_ENV");
                    const bool isProduction = mode && mode->value && *mode->value == "production"
                        && !command.has({"--include", "--production", "--dev", "-D"});
                    install = isProduction ? &run : nullptr;
                    installing = isProduction ? &command : nullptr;
                } else if (install
                           && (verb == "build"
                               || (verb == "run" && operands.size() > 1
                                   && operands[1]->value.starts_with("build")))) {
                    report({install,
                            installing->range,
                            {QT_TRANSLATE_NOOP(
                                 "lint",
                                 "NODE_ENV is “production” here, so development packages are left "
                                 "out, and the build below is likely to miss them. Set it behind the "
                                 "build."),
                             {}}});
                    install = nullptr;
                }
            }
        }
    }
}

} // namespace drydock
