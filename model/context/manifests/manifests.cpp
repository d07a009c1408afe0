// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/manifests/manifests.h"

#include "model/context/path_match.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

constexpr std::size_t mostManifests = 500;
constexpr std::size_t mostGoFiles = 500;
constexpr std::size_t deepest = 3;
constexpr std::size_t manifestBytes = std::size_t {2} * 1024 * 1024;
constexpr std::size_t lockfileBytes = std::size_t {16} * 1024 * 1024; ///< They list all that all depends on.
constexpr std::size_t goFileBytes = std::size_t {256} * 1024;

constexpr std::array<std::string_view, 9> skippedFolders {".git",  "node_modules", "vendor", "target", "dist",
                                                          "build", ".venv",        "bin",    "obj"};

constexpr std::array<std::string_view, 19> lockfiles {
    "go.sum",       "package-lock.json",  "npm-shrinkwrap.json", "pnpm-lock.yaml", "yarn.lock",
    "bun.lock",     "bun.lockb",          "deno.lock",           "poetry.lock",    "uv.lock",
    "Pipfile.lock", "pdm.lock",           "Cargo.lock",          "composer.lock",  "Gemfile.lock",
    "mix.lock",     "packages.lock.json", "gradle.lockfile",     "stack.yaml.lock"};

constexpr std::array<std::string_view, 12> landmarks {
    "artisan",        "bin/console", "manage.py", "wsgi.py", "asgi.py", "app.py",
    "config/puma.rb", "mvnw",        "gradlew",   "Gemfile", "*.sln",   "vendor/modules.txt"};

using Take = Result<void> (*)(Manifests &, const std::string &path, std::string_view bytes);

template <auto list, auto read>
Result<void> take(Manifests &manifests, const std::string &path, std::string_view bytes)
{
    auto facts = read(bytes);
    if (!facts)
        return tl::unexpected(facts.error());
    (manifests.*list).push_back({path, std::move(*facts)});
    return {};
}

struct Reader {
    std::string_view pattern; ///< Of the name; with a "/": of the end of the path.
    Take take;
};

using M = Manifests;
constexpr std::array<Reader, 44> readers {{
    {"go.mod", take<&M::goModules, readGoModule>},
    {"package.json", take<&M::nodePackages, readNodePackage>},
    {"package-lock.json", take<&M::nodeLocks, readPackageLock>},
    {"npm-shrinkwrap.json", take<&M::nodeLocks, readPackageLock>},
    {"pnpm-lock.yaml", take<&M::nodeLocks, readPnpmLock>},
    {"deno.json", take<&M::denoConfigs, readDenoConfig>},
    {"deno.jsonc", take<&M::denoConfigs, readDenoConfig>},
    {"tsconfig*.json", take<&M::typeScriptConfigs, readTypeScriptConfig>},
    {"next.config.*", take<&M::webConfigs, readWebConfig>},
    {"nuxt.config.*", take<&M::webConfigs, readWebConfig>},
    {"vite.config.*", take<&M::webConfigs, readWebConfig>},
    {"svelte.config.*", take<&M::webConfigs, readWebConfig>},
    {"astro.config.*", take<&M::webConfigs, readWebConfig>},
    {"angular.json", take<&M::webConfigs, readAngularConfig>},
    {"pyproject.toml", take<&M::pythonProjects, readPyproject>},
    {"Pipfile", take<&M::pythonProjects, readPipfile>},
    {"requirements*.txt", take<&M::pythonPackages, readRequirements>},
    {"environment.yml", take<&M::pythonPackages, readCondaEnvironment>},
    {"environment.yaml", take<&M::pythonPackages, readCondaEnvironment>},
    {"poetry.lock", take<&M::pythonPackages, readPythonLock>},
    {"uv.lock", take<&M::pythonPackages, readPythonLock>},
    {"pom.xml", take<&M::mavenProjects, readPom>},
    {"build.gradle", take<&M::gradleProjects, readGradle>},
    {"build.gradle.kts", take<&M::gradleProjects, readGradle>},
    {"settings.gradle", take<&M::gradleProjects, readGradle>},
    {"settings.gradle.kts", take<&M::gradleProjects, readGradle>},
    {"*.csproj", take<&M::dotnetProjects, readDotnetProject>},
    {"*.fsproj", take<&M::dotnetProjects, readDotnetProject>},
    {"*.vbproj", take<&M::dotnetProjects, readDotnetProject>},
    {"Cargo.toml", take<&M::rustCrates, readCargoToml>},
    {"Cargo.lock", take<&M::rustLocks, readCargoLock>},
    {".cargo/config", take<&M::rustSettings, readRustSettings>},
    {".cargo/config.toml", take<&M::rustSettings, readRustSettings>},
    {"rust-toolchain", take<&M::rustSettings, readRustSettings>},
    {"rust-toolchain.toml", take<&M::rustSettings, readRustSettings>},
    {"composer.json", take<&M::phpProjects, readComposer>},
    {"Gemfile.lock", take<&M::rubyLocks, readGemfileLock>},
    {"mix.exs", take<&M::elixirProjects, readMix>},
    {"CMakeLists.txt", take<&M::cmakeProjects, readCmake>},
    {"[Mm]akefile", take<&M::makefiles, readMakefile>},
    {"GNUmakefile", take<&M::makefiles, readMakefile>},
    {"*.cabal", take<&M::haskellProjects, readHaskell>},
    {"package.yaml", take<&M::haskellProjects, readHaskell>},
    {"stack.yaml", take<&M::haskellProjects, readHaskell>},
}};

/// Does the pattern name the last components of the path, as many as it has itself?
bool endsLike(std::string_view path, std::string_view pattern)
{
    std::size_t begin = path.size();
    for (auto wanted = 1 + std::count(pattern.begin(), pattern.end(), '/'); wanted > 0; --wanted) {
        if (begin == std::string_view::npos)
            return false;
        begin = begin == 0 ? std::string_view::npos : path.rfind('/', begin - 1);
    }
    const std::string_view end = path.substr(begin + 1); // From the beginning if there is no slash more.
    constexpr std::string_view wildcards = "*?[]";
    const std::size_t first = pattern.find_first_of(wildcards);
    if (first == std::string_view::npos)
        return pattern == end;
    // Nearly every name is told apart by these two.
    return end.starts_with(pattern.substr(0, first))
        && end.ends_with(pattern.substr(pattern.find_last_of(wildcards) + 1))
        && matchPath(pattern, end) == PathMatch::Yes;
}

const Reader *readerOf(std::string_view path)
{
    const auto *const found = std::find_if(
        readers.begin(), readers.end(), [=](const Reader &reader) { return endsLike(path, reader.pattern); });
    return found == readers.end() ? nullptr : found;
}

bool isLockfile(std::string_view path)
{
    return std::find(lockfiles.begin(), lockfiles.end(), nameOfPath(path)) != lockfiles.end();
}

bool isLandmark(std::string_view path)
{
    return std::any_of(landmarks.begin(), landmarks.end(),
                       [=](std::string_view pattern) { return endsLike(path, pattern); });
}

/// Nothing in it is looked at.
bool isOutOfSight(const ContextEntry &entry)
{
    const auto depth = static_cast<std::size_t>(std::count(entry.path.begin(), entry.path.end(), '/'));
    const std::string_view name = nameOfPath(entry.path);
    return entry.kind == EntryKind::Folder
        && (depth + 1 > deepest
            || std::find(skippedFolders.begin(), skippedFolders.end(), name) != skippedFolders.end());
}

class ManifestReader {
public:
    ManifestReader(const Folder &folder, const BuildContext &context, const std::stop_token &stop)
        : m_folder(folder)
        , m_context(context)
        , m_stop(stop)
    { }

    Manifests read()
    {
        noteLandmarks();
        for (std::size_t i = 0; i < m_context.entries().size();) {
            const ContextEntry &entry = m_context.entries()[i];
            if (isOutOfSight(entry)) {
                i = m_context.endOf(i);
                continue;
            }
            if (m_stop.stop_requested()) {
                m_manifests.isWhole = false;
                break;
            }
            if (entry.kind == EntryKind::File || entry.kind == EntryKind::Link)
                readFile(entry);
            ++i;
        }
        return std::move(m_manifests);
    }

private:
    /// Some lie in folders that are skipped otherwise (bin/console).
    void noteLandmarks()
    {
        for (const ContextEntry &entry : m_context.entries()) {
            const auto depth
                = static_cast<std::size_t>(std::count(entry.path.begin(), entry.path.end(), '/'));
            if (depth <= deepest && entry.isSent && entry.kind != EntryKind::Folder && isLandmark(entry.path)
                && entry.path.find("node_modules/") == std::string::npos)
                m_manifests.landmarks.push_back(entry.path);
        }
    }

    void readFile(const ContextEntry &entry)
    {
        const Reader *const reader = readerOf(entry.path);
        const bool isLock = isLockfile(entry.path);
        const std::string_view name = nameOfPath(entry.path);
        if (!entry.isSent) {
            if (reader || isLock)
                m_manifests.hidden.push_back(entry.path);
            return;
        }
        if (isLock)
            m_manifests.lockfiles.push_back(entry.path);
        if (reader && isStillAllowed(++m_read, mostManifests)) {
            if (const auto bytes = bytesOf(entry.path, isLock ? lockfileBytes : manifestBytes)) {
                if (const Result<void> taken = reader->take(m_manifests, entry.path, *bytes); !taken)
                    m_manifests.unread.push_back({entry.path, taken.error()});
            }
        } else if (name.ends_with(".go") && !name.ends_with("_test.go")
                   && isStillAllowed(++m_readGo, mostGoFiles)) {
            if (const auto bytes = bytesOf(entry.path, goFileBytes))
                addGoSource(folderOfPath(entry.path), *bytes);
        }
    }

    bool isStillAllowed(std::size_t count, std::size_t most)
    {
        m_manifests.isWhole = m_manifests.isWhole && count <= most;
        return count <= most;
    }

    std::optional<std::string> bytesOf(const std::string &path, std::size_t most)
    {
        Result<std::optional<std::string>> bytes = m_folder.read(path, most);
        if (!bytes) {
            m_manifests.unread.push_back({path, bytes.error()});
            return std::nullopt;
        }
        return std::move(*bytes); // Nothing if it has gone meanwhile.
    }

    void addGoSource(std::string_view folder, std::string_view bytes)
    {
        const Result<GoPackage> source = readGoSource(bytes);
        auto &packages = m_manifests.goPackages;
        auto found = std::find_if(packages.begin(), packages.end(),
                                  [=](const Found<GoPackage> &package) { return package.path == folder; });
        if (found == packages.end())
            found = packages.insert(packages.end(), {std::string(folder), {}});
        GoPackage &package = found->facts;
        package.isMain = package.isMain || source->isMain;
        package.usesC = package.usesC || source->usesC;
        package.embedsFiles = package.embedsFiles || source->embedsFiles;
        package.holdsTimeZones = package.holdsTimeZones || source->holdsTimeZones;
    }

    const Folder &m_folder;
    const BuildContext &m_context;
    const std::stop_token &m_stop;
    std::size_t m_read = 0;
    std::size_t m_readGo = 0;
    Manifests m_manifests;
};

} // namespace

int manifestWeight(std::string_view path)
{
    const auto depth = std::count(path.begin(), path.end(), '/');
    return depth == 0 ? 5 : depth == 1 ? 3 : 1;
}

bool Manifests::hasLockfile(std::string_view folder, std::string_view name) const
{
    return std::find(lockfiles.begin(), lockfiles.end(), joinedPath(folder, name)) != lockfiles.end();
}

bool Manifests::hasLandmark(std::string_view path) const
{
    return std::find(landmarks.begin(), landmarks.end(), path) != landmarks.end();
}

Manifests readManifests(const std::string &folder, const BuildContext &context, const std::stop_token &stop)
{
    const Result<Folder> opened = Folder::open(folder);
    if (!opened) {
        Manifests none;
        none.isWhole = false;
        none.unread.push_back({"", opened.error()});
        return none;
    }
    return ManifestReader(*opened, context, stop).read();
}

} // namespace drydock
