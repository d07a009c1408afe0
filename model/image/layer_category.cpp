// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/one_of.h"
#include "model/image/size_report.h"
#include "model/shell/run_script.h"

#include <algorithm>
#include <array>
#include <optional>

namespace drydock {
namespace {

/// What a program leaves behind when it is called with this verb.
struct Habit {
    std::string_view program;
    std::string_view verb; ///< Empty: any, or none.
    LayerCategory category;
};

using enum LayerCategory;

// The first that fits counts.
constexpr std::array<Habit, 98> habits {{
    {"apt-get", "install", Packages},
    {"apt-get", "upgrade", Packages},
    {"apt-get", "dist-upgrade", Packages},
    {"apt-get", "full-upgrade", Packages},
    {"apt-get", "build-dep", Packages},
    {"apt", "install", Packages},
    {"apt", "upgrade", Packages},
    {"apt", "full-upgrade", Packages},
    {"aptitude", "install", Packages},
    {"apk", "add", Packages},
    {"apk", "upgrade", Packages},
    {"zypper", "install", Packages},
    {"zypper", "in", Packages},
    {"zypper", "update", Packages},
    {"pacman", "", Packages},
    {"dpkg", "", Packages},
    {"rpm", "", Packages},
    {"go", "mod", Dependencies},
    {"go", "get", Dependencies},
    {"go", "build", BuildOutput},
    {"go", "install", BuildOutput},
    {"go", "generate", BuildOutput},
    {"cargo", "fetch", Dependencies},
    {"cargo", "vendor", Dependencies},
    {"cargo", "chef", Dependencies},
    {"cargo", "build", BuildOutput},
    {"cargo", "install", BuildOutput},
    {"cargo", "rustc", BuildOutput},
    {"npm", "run", BuildOutput},
    {"npm", "ci", Dependencies},
    {"npm", "install", Dependencies},
    {"npm", "i", Dependencies},
    {"npm", "add", Dependencies},
    {"npx", "", BuildOutput},
    {"pnpm", "install", Dependencies},
    {"pnpm", "i", Dependencies},
    {"pnpm", "add", Dependencies},
    {"pnpm", "fetch", Dependencies},
    {"pnpm", "", BuildOutput},
    {"bun", "install", Dependencies},
    {"bun", "add", Dependencies},
    {"bun", "", BuildOutput},
    {"poetry", "install", Dependencies},
    {"poetry", "add", Dependencies},
    {"poetry", "build", BuildOutput},
    {"pipenv", "install", Dependencies},
    {"pipenv", "sync", Dependencies},
    {"pipx", "install", Dependencies},
    {"uv", "sync", Dependencies},
    {"uv", "pip", Dependencies},
    {"uv", "tool", Dependencies},
    {"uv", "build", BuildOutput},
    {"conda", "install", Dependencies},
    {"conda", "create", Dependencies},
    {"conda", "env", Dependencies},
    {"mamba", "install", Dependencies},
    {"mamba", "create", Dependencies},
    {"mamba", "env", Dependencies},
    {"micromamba", "", Dependencies},
    {"bundle", "install", Dependencies},
    {"bundle", "", BuildOutput},
    {"gem", "install", Dependencies},
    {"composer", "install", Dependencies},
    {"composer", "require", Dependencies},
    {"mix", "deps.get", Dependencies},
    {"mix", "deps.compile", Dependencies},
    {"mix", "", BuildOutput},
    {"dotnet", "restore", Dependencies},
    {"dotnet", "add", Dependencies},
    {"dotnet", "tool", Dependencies},
    {"dotnet", "build", BuildOutput},
    {"dotnet", "publish", BuildOutput},
    {"dotnet", "pack", BuildOutput},
    {"swift", "build", BuildOutput},
    {"zig", "build", BuildOutput},
    {"stack", "", BuildOutput},
    {"cabal", "", BuildOutput},
    {"make", "", BuildOutput},
    {"ninja", "", BuildOutput},
    {"cmake", "", BuildOutput},
    {"meson", "", BuildOutput},
    {"bazel", "", BuildOutput},
    {"gcc", "", BuildOutput},
    {"g++", "", BuildOutput},
    {"cc", "", BuildOutput},
    {"c++", "", BuildOutput},
    {"clang", "", BuildOutput},
    {"clang++", "", BuildOutput},
    {"rustc", "", BuildOutput},
    {"javac", "", BuildOutput},
    {"tsc", "", BuildOutput},
    {"webpack", "", BuildOutput},
    {"vite", "", BuildOutput},
    {"esbuild", "", BuildOutput},
    {"hugo", "", BuildOutput},
    {"ng", "build", BuildOutput},
    {"sbt", "update", Dependencies},
    {"sbt", "", BuildOutput},
}};

std::optional<LayerCategory> byHabit(std::string_view program, std::string_view verb)
{
    const auto *const found = std::ranges::find_if(habits, [&](const Habit &habit) {
        return habit.program == program && (habit.verb.empty() || habit.verb == verb);
    });
    return found == habits.end() ? std::nullopt : std::optional(found->category);
}

bool hasOperand(const ScriptCommand &command, std::initializer_list<std::string_view> words)
{
    return std::ranges::any_of(command.operands(),
                               [&](const ScriptWord *word) { return isOneOf(word->value, words); });
}

/// yum and those that came after it.
bool isYum(std::string_view program)
{
    return isOneOf(program, {"yum", "dnf", "microdnf", "tdnf"});
}

/// `pip`, `pip3`, `pip3.11`; `python` likewise.
bool isCalled(std::string_view program, std::string_view name)
{
    return program.starts_with(name)
        && program.substr(name.size()).find_first_not_of("0123456789.") == std::string_view::npos;
}

/// Maven and Gradle download and build by words that are no verbs of theirs: a goal, a task.
std::optional<LayerCategory> byGoal(const ScriptCommand &command)
{
    const std::string_view program = command.name();
    if (!isOneOf(program, {"mvn", "mvnw", "gradle", "gradlew", "ant"}))
        return std::nullopt;
    const bool isDownload = std::ranges::any_of(command.operands(), [](const ScriptWord *word) {
        return word->value.starts_with("dependency:") || word->value == "dependencies";
    });
    return isDownload ? Dependencies : BuildOutput;
}

std::optional<LayerCategory> categoryOfCommand(const ScriptCommand &command)
{
    const std::string_view program = command.name();
    const auto operands = command.operands();
    const std::string_view verb
        = operands.empty() ? std::string_view() : std::string_view(operands[0]->value);
    if (isYum(program) && hasOperand(command, {"install", "update", "upgrade", "groupinstall"}))
        return Packages;
    // An option's value may stand before the verb: apt-get -o Dpkg::Use-Pty=0 install.
    if (isOneOf(program, {"apt-get", "apt", "apk", "zypper"})) {
        for (const ScriptWord *word : operands) {
            if (const auto category = byHabit(program, word->value))
                return category;
        }
        return std::nullopt;
    }
    if (isCalled(program, "pip"))
        return hasOperand(command, {"install", "download", "wheel"}) ? std::optional(Dependencies)
                                                                     : std::nullopt;
    if (isCalled(program, "python")) {
        if (verb == "pip" && hasOperand(command, {"install"}))
            return Dependencies;
        return isOneOf(verb, {"setup.py", "build"}) ? std::optional(BuildOutput) : std::nullopt;
    }
    if (program == "yarn")
        return isOneOf(verb, {"", "install", "add", "workspaces"}) ? Dependencies : BuildOutput;
    if (const auto category = byGoal(command))
        return category;
    return byHabit(program, verb);
}

} // namespace

LayerCategory categoryOf(const Syntax &syntax, const Instruction &instruction)
{
    switch (instruction.keyword) {
    case Keyword::From:
        return Base;
    case Keyword::Copy:
    case Keyword::Add:
        return Application;
    case Keyword::Run:
        break;
    default:
        return Other;
    }
    // The last one: what comes before in the same RUN is mostly there for it.
    LayerCategory category = Other;
    for (const ScriptCommand &command : scriptOf(syntax, instruction))
        category = categoryOfCommand(command).value_or(category);
    return category;
}

} // namespace drydock
