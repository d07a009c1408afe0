// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/split/languages.h"

#include "model/base/one_of.h"
#include "model/context/manifests/manifests.h"
#include "model/knowledge/image_tags.h"

#include <algorithm>
#include <span>

namespace drydock {
namespace {

std::span<const Language> all()
{
    static const std::vector<Language> languages {
        {"go",
         "Go",
         {"golang", "cgr.dev/chainguard/go", "dockercore/golang*", "cimg/go", "circleci/golang"},
         {"go"},
         {"go.mod", "go.sum", "*.go", "go.work"},
         {"go"},
         {"golang", "golang-go", "go"},
         splitGo},
        {"node",
         "Node.js",
         {"node", "bitnami/node", "circleci/node", "cimg/node"},
         {"npm", "yarn", "pnpm", "npx", "corepack"},
         {"package.json", "package*", "package*.json", "yarn.lock", "pnpm-lock.yaml", "package-lock.json"},
         {"node", "npm", "yarn", "pnpm", "npx"},
         {"nodejs", "npm"},
         splitNode},
        {"bun", "Bun", {"oven/bun"}, {"bun", "bunx"}, {"bun.lock", "bun.lockb"}, {"bun"}, {}, splitBun},
        {"deno",
         "Deno",
         {"denoland/deno"},
         {"deno"},
         {"deno.json", "deno.jsonc", "deno.lock"},
         {"deno"},
         {},
         splitDeno},
        {"python",
         "Python",
         {"python", "pypy", "continuumio/*", "ghcr.io/astral-sh/uv", "mambaorg/*"},
         {"pip*", "python*", "poetry", "uv", "pipenv", "conda", "mamba", "virtualenv"},
         {"requirements*", "pyproject.toml", "Pipfile*", "environment.yml", "poetry.lock", "uv.lock"},
         {"python*", "gunicorn", "uvicorn", "flask", "celery", "django-admin", "hypercorn", "daphne", "uv",
          "poetry"},
         {"python3", "python3-pip", "python-pip", "py3-pip"},
         splitPython},
        {"php",
         "PHP",
         {"php", "composer"},
         {"composer", "docker-php-ext-install", "docker-php-ext-configure", "docker-php-ext-enable", "pecl",
          "php"},
         {"composer.json", "composer.lock", "composer.*"},
         {"php-fpm", "apache2-foreground", "php"},
         {"php*"},
         splitPhp},
        {"ruby",
         "Ruby",
         {"ruby", "jruby", "rails/*"},
         {"bundle", "gem", "rake", "rails"},
         {"Gemfile", "Gemfile*", "Gemfile.lock", "*.gemspec"},
         {"rails", "puma", "rackup", "bundle", "ruby", "unicorn"},
         {"ruby*"},
         splitRuby},
        {"maven",
         "Java with Maven",
         {"maven"},
         {"mvn", "mvnw"},
         {"pom.xml"},
         {"mvn", "mvnw"},
         {"maven"},
         splitMaven},
        // Its images are those of the tools as well.
        {"java", "Java", {}, {"javac"}, {"*.java"}, {}, {}, splitJavac},
        {"gradle",
         "Java with Gradle",
         {"gradle"},
         {"gradle", "gradlew"},
         {"build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts", "gradlew"},
         {"gradle", "gradlew"},
         {"gradle"},
         splitGradle},
        {"sbt",
         "Scala",
         {"sbtscala/scala-sbt", "hseeberger/scala-sbt", "mozilla/sbt"},
         {"sbt"},
         {"build.sbt"},
         {"sbt"},
         {"sbt"},
         splitSbt},
        {"dotnet",
         ".NET",
         {"mcr.microsoft.com/dotnet/sdk", "mcr.microsoft.com/dotnet/core/sdk",
          "mcr.microsoft.com/dotnet/nightly/sdk", "microsoft/dotnet"},
         {"dotnet"},
         {"*.csproj", "*.fsproj", "*.sln"},
         {"dotnet"},
         {"dotnet-sdk*"},
         splitDotnet},
        {"rust",
         "Rust",
         {"rust", "rustlang/rust", "clux/muslrust", "ekidd/rust-musl-builder", "messense/rust-musl-cross"},
         {"cargo", "rustc"},
         {"Cargo.toml", "Cargo.lock"},
         {"cargo"},
         {"cargo", "rustc"},
         splitRust},
        {"native",
         "C or C++",
         {"gcc", "silkeh/clang", "conanio/*"},
         {"make", "gmake", "cmake", "ninja", "meson", "gcc", "g++", "cc", "c++", "clang", "clang++",
          "configure"},
         {"CMakeLists.txt", "Makefile", "meson.build", "configure.ac", "*.c", "*.cpp", "*.cc", "*.cxx"},
         {},
         {"build-essential", "g++", "cmake", "build-base"},
         splitNative},
        {"elixir",
         "Elixir",
         {"elixir", "hexpm/elixir"},
         {"mix"},
         {"mix.exs", "mix.lock"},
         {"mix"},
         {"elixir"},
         splitElixir},
        {"haskell",
         "Haskell",
         {"haskell", "fpco/stack-build"},
         {"stack", "cabal", "ghc"},
         {"*.cabal", "stack.yaml", "package.yaml"},
         {"stack", "cabal", "runhaskell"},
         {"ghc", "cabal-install", "haskell-stack"},
         splitHaskell},
        {"swift", "Swift", {"swift"}, {"swift"}, {"Package.swift"}, {"swift"}, {}, splitSwift},
        {"dart", "Dart", {"dart"}, {"dart"}, {"pubspec.yaml", "pubspec.*"}, {"dart"}, {}, splitDart},
        {"other", "Something else", {}, {}, {}, {}, {}, splitOther},
    };
    return languages;
}

bool isAny(const std::vector<std::string_view> &patterns, std::string_view name)
{
    return std::ranges::any_of(patterns,
                               [&](std::string_view pattern) { return matchesImage(pattern, name); });
}

/// How surely the manifests of the folder speak for `id`; 0 if nobody has looked.
int manifestScore(const Manifests *manifests, std::string_view id)
{
    if (!manifests)
        return 0;
    int best = 0;
    const auto look = [&](const auto &found) {
        for (const auto &each : found)
            best = std::max(best, manifestWeight(each.path));
    };
    const auto lookFor = [&](std::initializer_list<std::string_view> names) {
        for (const std::vector<std::string> *paths : {&manifests->landmarks, &manifests->lockfiles}) {
            for (const std::string &path : *paths) {
                if (isOneOf(std::string_view(path).substr(path.rfind('/') + 1), names))
                    best = std::max(best, manifestWeight(path));
            }
        }
    };
    if (id == "go") {
        look(manifests->goModules);
    } else if (id == "node") {
        look(manifests->nodePackages);
    } else if (id == "python") {
        look(manifests->pythonProjects);
        look(manifests->pythonPackages);
    } else if (id == "maven") {
        look(manifests->mavenProjects);
    } else if (id == "gradle") {
        look(manifests->gradleProjects);
    } else if (id == "dotnet") {
        look(manifests->dotnetProjects);
    } else if (id == "rust") {
        look(manifests->rustCrates);
    } else if (id == "native") {
        look(manifests->cmakeProjects);
    } else if (id == "php") {
        look(manifests->phpProjects);
    } else if (id == "ruby") {
        look(manifests->rubyLocks);
        lookFor({"Gemfile"});
    } else if (id == "deno") {
        look(manifests->denoConfigs);
    } else if (id == "bun") {
        lookFor({"bun.lock", "bun.lockb"});
    } else if (id == "elixir") {
        look(manifests->elixirProjects);
    } else if (id == "haskell") {
        look(manifests->haskellProjects);
    }
    return best;
}

int scoreOf(const SplitStage &stage, const Language &language)
{
    int score = manifestScore(stage.manifests(), language.id);
    if (isAny(language.images, stage.imageName()))
        score += 4;
    bool runs = false;
    bool installs = false;
    for (const BuildStep &step : stage.steps()) {
        runs = runs || isAny(language.tools, step.command->name());
        const PackageCommand *package = stage.lint().packageOf(*step.command);
        installs = installs
            || (package && package->isOfSystem()
                && std::ranges::any_of(package->packages, [&](const ScriptWord *word) {
                       return isAny(language.packages, word->value);
                   }));
    }
    score += (runs ? 3 : 0) + (installs ? 1 : 0);
    if (std::ranges::any_of(language.files, [&](std::string_view file) { return stage.copies(file); }))
        score += 2;
    if (const Instruction *program = stage.program()) {
        const auto commands = stage.lint().commandsOf(*program);
        if (!commands.empty() && isAny(language.programs, commands.front().name()))
            score += 2;
    }
    return score;
}

} // namespace

std::vector<LanguageScore> languagesOf(const SplitStage &stage)
{
    std::vector<LanguageScore> scores;
    const auto isOfImage
        = [&](const Language &language) { return isAny(language.images, stage.imageName()); };
    const bool isClaimed = std::ranges::any_of(all(), isOfImage);
    for (const Language &language : all()) {
        int score = scoreOf(stage, language);
        // make and C compilers are called by all the others too.
        if (language.id == "native" && isClaimed && !isOfImage(language))
            score -= 3;
        if (score > 0)
            scores.push_back({&language, score});
    }
    std::ranges::stable_sort(
        scores, [](const LanguageScore &a, const LanguageScore &b) { return a.score > b.score; });
    return scores;
}

bool isClear(const std::vector<LanguageScore> &scores)
{
    return !scores.empty() && scores[0].score >= 3
        && (scores.size() == 1 || scores[0].score - scores[1].score >= 2);
}

const Language *languageCalled(std::string_view id)
{
    const auto found = std::ranges::find(all(), id, &Language::id);
    return found == all().end() ? nullptr : &*found;
}

} // namespace drydock
