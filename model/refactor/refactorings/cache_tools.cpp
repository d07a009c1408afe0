// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Length: one table of many tools, each with where it keeps things and how it is told not to.
#include "model/refactor/refactorings/cache_tools.h"

#include "model/base/one_of.h"
#include "model/context/build_context.h"
#include "model/lint/copy_steps.h"
#include "model/lint/stage_bases.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

std::string_view verbOf(const ScriptCommand &command, std::size_t index = 0)
{
    const auto operands = command.operands();
    return index < operands.size() ? std::string_view(operands[index]->value) : std::string_view();
}

/// The last part of an image's path: "golang" for "docker.io/library/golang:1.22".
std::string imageName(const LintContext &context, const Instruction &run)
{
    const std::string image = rootImageOf(context, run.stage);
    const std::size_t slash = image.rfind('/');
    const std::string last = slash == std::string::npos ? image : image.substr(slash + 1);
    return last.substr(0, last.find_first_of(":@"));
}

/// A variable that says where a cache is.
struct Moved {
    bool isSet = false;
    std::string path; ///< Empty if it is not known.
};

Moved movedBy(const LintContext &context, const Instruction &run, std::string_view name)
{
    for (const ScriptCommand &command : context.commandsOf(run)) {
        for (const ScriptWord &word : command.words) {
            if (word.value.starts_with(std::string(name) + "="))
                return {true, {}};
        }
    }
    const VariableSetting *setting = context.variableAt(run, name);
    if (!setting)
        return {};
    const std::string path = setting->value ? absolutePath(*setting->value, std::nullopt) : std::string();
    return {true, path};
}

/// Where a variable of the first list leads, with `below` behind it, else `otherwise`.
struct Wanted {
    std::string_view variable;
    std::string_view below;
};

Result<std::string> placeOf(const LintContext &context, const Instruction &run,
                            std::initializer_list<Wanted> wanted, std::string otherwise)
{
    for (const Wanted &each : wanted) {
        const Moved moved = movedBy(context, run, each.variable);
        if (!moved.isSet)
            continue;
        if (moved.path.empty() || moved.path == "/")
            return refusal(
                QT_TRANSLATE_NOOP("refactor",
                                  "Line %1: where the cache is hangs on “%2”, whose value is not known."),
                {std::to_string(run.firstLine), std::string(each.variable)});
        return moved.path + std::string(each.below);
    }
    return otherwise;
}

/// Yarn 2 and later: what it keeps may be what the program loads its packages from.
bool isModernYarn(const LintContext &context, const Instruction &run)
{
    const std::string_view text = context.syntax().text.bytes();
    const bool isNamed = text.find(".yarnrc.yml") != std::string_view::npos
        || text.find("corepack") != std::string_view::npos
        || text.find("yarn set version") != std::string_view::npos
        || text.find(".yarn/") != std::string_view::npos;
    const auto commands = context.commandsOf(run);
    return isNamed || (context.settings().folder && context.settings().folder->find(".yarnrc.yml"))
        || std::ranges::any_of(commands, [](const ScriptCommand &command) {
               return command.name() == "yarn" && command.has({"--immutable", "--immutable-cache"});
           });
}

bool turnsOff(const LintContext &context, const Instruction &run, std::string_view variable)
{
    return context.variableAt(run, variable) != nullptr;
}

} // namespace

std::optional<BuildUser> buildUserAt(const LintContext &context, const Instruction &run)
{
    const Instruction *user = nullptr;
    for (StageIndex stage = run.stage; stage && !user; stage = context.stage(stage).parent) {
        for (const Instruction &instruction : context.instructionsOf(stage)) {
            if (&instruction == &run)
                break;
            if (instruction.keyword == Keyword::User)
                user = &instruction;
        }
    }
    const auto &traits = traitsOf(context, run.stage);
    BuildUser result {"/root", {}, {}, !user && !traits};
    std::string name;
    if (user)
        name = expandedAt(context, *user, context.syntax().joined(*user, user->arguments)).value_or("?");
    else if (traits)
        name = traits->user;
    name = name.substr(0, name.find(':'));
    if (name.empty() || name == "root" || name == "0")
        return result;
    if (!traits)
        return std::nullopt;
    for (const BaseName &each : traits->users) {
        if ((each.name == name || each.number == name) && !each.number.empty())
            return BuildUser {"/home/" + each.name, each.number, each.number, false};
    }
    return std::nullopt;
}

std::optional<CacheTool> cacheToolOf(const ScriptCommand &command)
{
    const std::string_view name = command.name();
    const std::string_view verb = verbOf(command);
    if (const auto package = packageCommandOf(command)) {
        const bool fills
            = package->installs() || package->isAnyVerb({"upgrade", "dist-upgrade", "build-dep"});
        switch (package->manager) {
        case PackageManager::Apt:
            return fills ? std::optional(CacheTool::Apt) : std::nullopt;
        case PackageManager::Apk:
            return fills ? std::optional(CacheTool::Apk) : std::nullopt;
        case PackageManager::Yum:
            return fills ? std::optional(CacheTool::Yum) : std::nullopt;
        case PackageManager::Dnf:
            return fills ? std::optional(CacheTool::Dnf) : std::nullopt;
        case PackageManager::Zypper:
            return fills ? std::optional(CacheTool::Zypper) : std::nullopt;
        case PackageManager::Pip:
            if (name == "uv")
                return package->isVerb("install") ? std::optional(CacheTool::Uv) : std::nullopt;
            return package->isAnyVerb({"install", "wheel", "download"}) ? std::optional(CacheTool::Pip)
                                                                        : std::nullopt;
        case PackageManager::Npm:
            if (name == "npm")
                return isOneOf(verb, {"ci", "install", "i", "add", "update", "clean-install"})
                    ? std::optional(CacheTool::Npm)
                    : std::nullopt;
            break;
        default:
            break;
        }
    }
    if (name == "microdnf")
        return isOneOf(verb, {"install", "update"}) ? std::optional(CacheTool::Yum) : std::nullopt;
    if (name == "pacman")
        return command.hasLetter('S') && !command.hasLetter('c') ? std::optional(CacheTool::Pacman)
                                                                 : std::nullopt;
    struct Verbs {
        std::string_view program;
        CacheTool tool;
        std::initializer_list<std::string_view> verbs; ///< Empty: any, but there is one.
    };
    static const std::array<Verbs, 20> table {{
        {"yarn", CacheTool::Yarn, {"", "install", "add"}},
        {"pnpm", CacheTool::Pnpm, {"install", "i", "add", "fetch"}},
        {"bun", CacheTool::Bun, {"install", "i", "add"}},
        {"uv", CacheTool::Uv, {"sync", "add", "pip"}},
        {"poetry", CacheTool::Poetry, {"install"}},
        {"pipenv", CacheTool::Pipenv, {"install", "sync"}},
        {"go", CacheTool::Go, {"build", "install", "mod", "get", "test", "run", "generate", "vet", "list"}},
        {"cargo", CacheTool::Cargo, {"build", "install", "fetch", "test", "run", "check", "chef", "clippy"}},
        {"mvn", CacheTool::Maven, {}},
        {"mvnw", CacheTool::Maven, {}},
        {"gradle", CacheTool::Gradle, {}},
        {"gradlew", CacheTool::Gradle, {}},
        {"sbt", CacheTool::Sbt, {}},
        {"dotnet", CacheTool::Nuget, {"restore", "build", "publish", "test", "pack", "run"}},
        {"composer", CacheTool::Composer, {"install", "update", "require", "create-project", "global"}},
        {"bundle", CacheTool::Bundler, {"install"}},
        {"bundler", CacheTool::Bundler, {"install"}},
        {"mix", CacheTool::Mix, {"deps.get", "deps.compile", "do", "compile", "release"}},
        {"cabal", CacheTool::Cabal, {"update", "build", "install", "v2-build", "v2-install", "v2-update"}},
        {"npm", CacheTool::Npm, {"ci", "install", "i", "add", "update", "clean-install"}},
    }};
    for (const Verbs &row : table) {
        if (row.program == name && (row.verbs.size() == 0 ? !verb.empty() : isOneOf(verb, row.verbs)))
            return row.tool;
    }
    return std::nullopt;
}

std::string_view nameOf(CacheTool tool)
{
    static constexpr std::array<std::string_view, 24> names {
        "apt",   "apk",    "dnf", "yum",   "zypper",   "pacman",  "npm", "Yarn",
        "pnpm",  "Bun",    "pip", "uv",    "Poetry",   "Pipenv",  "Go",  "Cargo",
        "Maven", "Gradle", "sbt", "NuGet", "Composer", "Bundler", "Mix", "Cabal"};
    return names[static_cast<std::size_t>(tool)];
}

Result<std::vector<CachePlace>> cachePlacesOf(const LintContext &context, const Instruction &run,
                                              CacheTool tool, const BuildUser &user)
{
    const std::string line = std::to_string(run.firstLine);
    const auto off = [&](const char *variable) {
        return refusal(QT_TRANSLATE_NOOP("refactor",
                                         "“%1” turns the cache off that line %2 would use: remove it first."),
                       {variable, line});
    };
    const auto one = [](Result<std::string> path, bool isLocked = false) -> Result<std::vector<CachePlace>> {
        if (!path)
            return tl::unexpected(path.error());
        return std::vector<CachePlace> {{std::move(*path), isLocked}};
    };
    const auto both = [](const Result<std::string> &first,
                         const Result<std::string> &second) -> Result<std::vector<CachePlace>> {
        if (!first || !second)
            return tl::unexpected(first ? second.error() : first.error());
        return std::vector<CachePlace> {{*first, false}, {*second, false}};
    };
    const auto find = [&](std::initializer_list<Wanted> wanted, const std::string &otherwise) {
        return placeOf(context, run, wanted, otherwise);
    };
    const std::string home = [&] {
        const Moved moved = movedBy(context, run, "HOME");
        return moved.isSet && !moved.path.empty() ? moved.path : user.home;
    }();
    const bool isOfSystem = tool <= CacheTool::Pacman;
    if (isOfSystem && !user.isRoot())
        return refusal(QT_TRANSLATE_NOOP(
                           "refactor", "Line %1 installs packages of the system as another user than root."),
                       {line});
    const std::string image = imageName(context, run);
    switch (tool) {
    case CacheTool::Apt:
        return std::vector<CachePlace> {{"/var/cache/apt", true}, {"/var/lib/apt", true}};
    case CacheTool::Apk:
        return one(std::string("/etc/apk/cache"), true);
    case CacheTool::Dnf:
        return std::vector<CachePlace> {{"/var/cache/dnf", true}, {"/var/cache/libdnf5", true}};
    case CacheTool::Yum:
        return one(std::string("/var/cache/yum"), true);
    case CacheTool::Zypper:
        return one(std::string("/var/cache/zypp"), true);
    case CacheTool::Pacman:
        return one(std::string("/var/cache/pacman/pkg"), true);
    case CacheTool::Npm:
        return one(find({{"NPM_CONFIG_CACHE", ""}, {"npm_config_cache", ""}}, home + "/.npm"));
    case CacheTool::Yarn:
        if (isModernYarn(context, run))
            return refusal(
                QT_TRANSLATE_NOOP("refactor",
                                  "Line %1: Yarn 2 and later may run the program out of its cache, which a "
                                  "cache mount would leave out of the image."),
                {line});
        return one(find({{"YARN_CACHE_FOLDER", ""}},
                        user.isRoot() ? std::string("/usr/local/share/.cache/yarn") : home + "/.cache/yarn"),
                   true);
    case CacheTool::Pnpm:
        return one(find({{"PNPM_HOME", "/store"}, {"XDG_DATA_HOME", "/pnpm/store"}},
                        home + "/.local/share/pnpm/store"));
    case CacheTool::Bun:
        return one(find({{"BUN_INSTALL_CACHE_DIR", ""}, {"BUN_INSTALL", "/install/cache"}},
                        home + "/.bun/install/cache"));
    case CacheTool::Pip:
        if (turnsOff(context, run, "PIP_NO_CACHE_DIR"))
            return off("PIP_NO_CACHE_DIR");
        return one(find({{"PIP_CACHE_DIR", ""}, {"XDG_CACHE_HOME", "/pip"}}, home + "/.cache/pip"));
    case CacheTool::Uv:
        if (turnsOff(context, run, "UV_NO_CACHE"))
            return off("UV_NO_CACHE");
        if (const auto mode = context.variableAt(run, "UV_LINK_MODE"); mode && mode->value == "symlink")
            return refusal(
                QT_TRANSLATE_NOOP("refactor", "UV_LINK_MODE makes line %1 leave the packages in the cache."),
                {line});
        return one(find({{"UV_CACHE_DIR", ""}, {"XDG_CACHE_HOME", "/uv"}}, home + "/.cache/uv"));
    case CacheTool::Poetry:
        // Its environments lie there, too, unless they are told to lie beside the project.
        if (!context.variableAt(run, "POETRY_VIRTUALENVS_CREATE")
            && !context.variableAt(run, "POETRY_VIRTUALENVS_IN_PROJECT")
            && context.syntax().text.bytes().find("virtualenvs.") == std::string_view::npos)
            return refusal(
                QT_TRANSLATE_NOOP("refactor",
                                  "Line %1: Poetry keeps the environment itself in its cache folder; set "
                                  "POETRY_VIRTUALENVS_IN_PROJECT=1 first."),
                {line});
        return one(
            find({{"POETRY_CACHE_DIR", ""}, {"XDG_CACHE_HOME", "/pypoetry"}}, home + "/.cache/pypoetry"));
    case CacheTool::Pipenv:
        return one(find({{"PIPENV_CACHE_DIR", ""}, {"XDG_CACHE_HOME", "/pipenv"}}, home + "/.cache/pipenv"));
    case CacheTool::Go: {
        const std::string path = image == "golang" ? std::string("/go") : home + "/go";
        return both(find({{"GOMODCACHE", ""}, {"GOPATH", "/pkg/mod"}}, path + "/pkg/mod"),
                    find({{"GOCACHE", ""}, {"XDG_CACHE_HOME", "/go-build"}}, home + "/.cache/go-build"));
    }
    case CacheTool::Cargo: {
        const std::string path = image == "rust" || image.find("rust-") != std::string::npos
            ? std::string("/usr/local/cargo")
            : home + "/.cargo";
        return both(find({{"CARGO_HOME", "/registry"}}, path + "/registry"),
                    find({{"CARGO_HOME", "/git/db"}}, path + "/git/db"));
    }
    case CacheTool::Maven: {
        const auto commands = context.commandsOf(run);
        const bool isMoved = std::ranges::any_of(commands, [](const ScriptCommand &command) {
            return command.option({"-Dmaven.repo.local"}) != nullptr;
        });
        const auto options = context.variableAt(run, "MAVEN_OPTS");
        if (isMoved
            || (options && (!options->value || options->value->find("repo.local") != std::string::npos)))
            return refusal(QT_TRANSLATE_NOOP("refactor", "Line %1 tells Maven to keep its jars elsewhere."),
                           {line});
        return one(home + "/.m2/repository");
    }
    case CacheTool::Gradle:
        return one(find({{"GRADLE_USER_HOME", ""}},
                        image == "gradle" ? std::string("/home/gradle/.gradle") : home + "/.gradle"),
                   true);
    case CacheTool::Sbt:
        return both(home + "/.ivy2", home + "/.cache/coursier");
    case CacheTool::Nuget:
        return one(find({{"NUGET_PACKAGES", ""}}, home + "/.nuget/packages"));
    case CacheTool::Composer:
        return one(find({{"COMPOSER_CACHE_DIR", ""}, {"COMPOSER_HOME", "/cache"}},
                        image == "composer" ? std::string("/tmp/cache") : home + "/.composer/cache"));
    case CacheTool::Bundler:
        if (image != "ruby" && !movedBy(context, run, "GEM_HOME").isSet)
            return refusal(QT_TRANSLATE_NOOP(
                               "refactor", "Line %1: where the gems are cached is not known for this base."),
                           {line});
        return one(find({{"GEM_HOME", "/cache"}}, "/usr/local/bundle/cache"), true);
    case CacheTool::Mix:
        return both(home + "/.hex/packages", home + "/.cache/rebar3");
    case CacheTool::Cabal:
        return one(home + "/.cabal/packages");
    }
    return std::vector<CachePlace> {};
}

bool isStore(CacheTool tool)
{
    switch (tool) {
    case CacheTool::Go:
    case CacheTool::Cargo:
    case CacheTool::Maven:
    case CacheTool::Gradle:
    case CacheTool::Sbt:
    case CacheTool::Nuget:
        return true;
    default:
        return false;
    }
}

bool cleansCache(const ScriptCommand &command, CacheTool tool)
{
    const std::string_view name = command.name();
    const std::string_view verb = verbOf(command);
    const std::string_view second = verbOf(command, 1);
    switch (tool) {
    case CacheTool::Apt:
        return isOneOf(name, {"apt-get", "apt"}) && isOneOf(verb, {"clean", "autoclean"});
    case CacheTool::Apk:
        return name == "apk" && verb == "cache" && second == "clean";
    case CacheTool::Dnf:
    case CacheTool::Yum:
        return isOneOf(name, {"dnf", "dnf5", "yum", "microdnf"}) && verb == "clean";
    case CacheTool::Zypper:
        return name == "zypper" && isOneOf(verb, {"clean", "cc"});
    case CacheTool::Pacman:
        return name == "pacman" && command.hasLetter('S') && command.hasLetter('c');
    case CacheTool::Npm:
        return name == "npm" && verb == "cache" && isOneOf(second, {"clean", "clear", "rm"});
    case CacheTool::Yarn:
        return name == "yarn" && verb == "cache" && second == "clean";
    case CacheTool::Pnpm:
        return name == "pnpm" && verb == "store" && second == "prune";
    case CacheTool::Bun:
        return name == "bun" && verb == "pm" && second == "cache";
    case CacheTool::Pip:
        return isOneOf(name, {"pip", "pip3"}) && verb == "cache" && second == "purge";
    case CacheTool::Uv:
        return name == "uv" && verb == "cache";
    case CacheTool::Poetry:
        return name == "poetry" && verb == "cache";
    case CacheTool::Go:
        return name == "go" && verb == "clean" && command.has({"-cache", "-modcache"});
    case CacheTool::Composer:
        return name == "composer" && isOneOf(verb, {"clear-cache", "clearcache", "cc"});
    default:
        return false;
    }
}

const ScriptWord *cacheRefusal(const ScriptCommand &command, CacheTool tool)
{
    if (cacheToolOf(command) != tool)
        return nullptr;
    switch (tool) {
    case CacheTool::Pip:
        return command.option({"--no-cache-dir"});
    case CacheTool::Apk:
    case CacheTool::Uv:
    case CacheTool::Poetry:
    case CacheTool::Composer:
        return command.option({"--no-cache"});
    default:
        return nullptr;
    }
}

} // namespace drydock
