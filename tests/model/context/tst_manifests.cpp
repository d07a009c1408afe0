// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context/manifests/manifests.h"
#include "tests/model/context/folder_tree.h"

#include <sys/stat.h>

#include <QTest>

#include <thread>

using namespace drydock;

namespace {

Manifests readAll(const FolderTree &tree)
{
    const auto context = readBuildContext(tree.root(), "Dockerfile");
    return context ? readManifests(tree.root(), *context) : Manifests();
}

template <typename T>
QByteArray paths(const std::vector<T> &found)
{
    QByteArray all;
    for (const T &one : found)
        all += (all.isEmpty() ? "" : " ") + QByteArray::fromStdString(one.path);
    return all;
}

QByteArray words(const std::vector<std::string> &found)
{
    QByteArray all;
    for (const std::string &one : found)
        all += (all.isEmpty() ? "" : " ") + QByteArray::fromStdString(one);
    return all;
}

} // namespace

class TestManifests : public QObject {
    Q_OBJECT

private slots:
    void findsThemByName_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *path, const char *text, const char *expected) {
            QTest::newRow(path) << QByteArray(path) << QByteArray(text) << QByteArray(expected);
        };
        row("go.mod", "module x", "go");
        row("main.go", "package main", "go-package");
        row("main_test.go", "package main", "");
        row("package.json", "{}", "node");
        row("package-lock.json", "{}", "node-lock lock");
        row("pnpm-lock.yaml", "", "node-lock lock");
        row("yarn.lock", "", "lock");
        row("bun.lockb", "\xFF", "lock");
        row("deno.jsonc", "{}", "deno");
        row("tsconfig.build.json", "{}", "typescript");
        row("next.config.mjs", "", "web");
        row("angular.json", "{}", "web");
        row("pyproject.toml", "", "python");
        row("requirements-dev.txt", "", "python-packages");
        row("uv.lock", "", "python-packages lock");
        row("pom.xml", "<project/>", "maven");
        row("settings.gradle.kts", "", "gradle");
        row("Shop.csproj", "<Project/>", "dotnet");
        row("Shop.sln", "", "landmark");
        row("Cargo.toml", "", "rust");
        row("Cargo.lock", "", "rust-lock lock");
        row(".cargo/config.toml", "", "rust-settings");
        row("config.toml", "", "");
        row("x/.cargo/config", "", "rust-settings");
        row("rust-toolchain", "stable", "rust-settings");
        row("composer.json", "{}", "php");
        row("artisan", "", "landmark");
        row("bin/console", "", "landmark");
        row("console", "", "");
        row("Gemfile.lock", "", "ruby lock");
        row("mix.exs", "", "elixir");
        row("CMakeLists.txt", "", "cmake");
        row("makefile", "", "make");
        row("shop.cabal", "", "haskell");
        row("stack.yaml", "", "haskell");
        row("Dockerfile", "", "");
        row("go.mod.bak", "module x", "");
    }
    void findsThemByName()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, text);
        const FolderTree tree;
        tree.add(path.toStdString(), text.toStdString());
        const Manifests m = readAll(tree);
        QByteArray found;
        const auto note = [&](const char *name, std::size_t count) {
            for (std::size_t i = 0; i < count; ++i)
                found += (found.isEmpty() ? "" : " ") + QByteArray(name);
        };
        note("go", m.goModules.size());
        note("go-package", m.goPackages.size());
        note("node", m.nodePackages.size());
        note("node-lock", m.nodeLocks.size());
        note("deno", m.denoConfigs.size());
        note("typescript", m.typeScriptConfigs.size());
        note("web", m.webConfigs.size());
        note("python", m.pythonProjects.size());
        note("python-packages", m.pythonPackages.size());
        note("maven", m.mavenProjects.size());
        note("gradle", m.gradleProjects.size());
        note("dotnet", m.dotnetProjects.size());
        note("rust", m.rustCrates.size());
        note("rust-lock", m.rustLocks.size());
        note("rust-settings", m.rustSettings.size());
        note("php", m.phpProjects.size());
        note("ruby", m.rubyLocks.size());
        note("elixir", m.elixirProjects.size());
        note("cmake", m.cmakeProjects.size());
        note("make", m.makefiles.size());
        note("haskell", m.haskellProjects.size());
        note("lock", m.lockfiles.size());
        note("landmark", m.landmarks.size());
        QTEST(found, "expected");
        QVERIFY(m.unread.empty());
        QVERIFY(m.isWhole);
    }

    void looksThreeFoldersDeepAndSkipsWhatIsBuilt()
    {
        const FolderTree tree;
        for (const char *folder :
             {"", "a/", "a/b/", "a/b/c/", "a/b/c/d/", "node_modules/x/", ".git/", "vendor/v/", "web/dist/",
              "target/", "build/", ".venv/", "bin/", "obj/", "builds/"})
            tree.add(std::string(folder) + "package.json", "{}");
        const Manifests manifests = readAll(tree);
        QCOMPARE(paths(manifests.nodePackages),
                 QByteArray(
                     "a/b/c/package.json a/b/package.json a/package.json builds/package.json package.json"));
        QCOMPARE(manifestWeight("package.json"), 5);
        QCOMPARE(manifestWeight("a/package.json"), 3);
        QCOMPARE(manifestWeight("a/b/c/package.json"), 1);
    }

    void takesNothingFromWhatIsLeftOut()
    {
        const FolderTree tree;
        tree.add(".dockerignore", "go.mod\n**/*.lock\nold\n");
        tree.add("go.mod", "module x");
        tree.add("Cargo.lock", "");
        tree.add("web/yarn.lock", "");
        tree.add("web/package.json", "{\"name\":\"web\"}");
        tree.add("old/package.json", "{}");
        const Manifests manifests = readAll(tree);
        QVERIFY(manifests.goModules.empty());
        QVERIFY(manifests.lockfiles.empty());
        QCOMPARE(words(manifests.hidden), QByteArray("Cargo.lock go.mod web/yarn.lock"));
        QCOMPARE(paths(manifests.nodePackages), QByteArray("web/package.json"));
        QCOMPARE(manifests.nodePackages.front().facts.name, "web");
    }

    void knowsLockfilesByFolder()
    {
        const FolderTree tree;
        tree.add("go.sum", "");
        tree.add("web/yarn.lock", "");
        const Manifests manifests = readAll(tree);
        QVERIFY(manifests.hasLockfile("", "go.sum"));
        QVERIFY(manifests.hasLockfile("web", "yarn.lock"));
        QVERIFY(!manifests.hasLockfile("", "yarn.lock"));
    }

    void namesWhatItCannotRead()
    {
        const FolderTree tree;
        tree.add("package.json", "{");
        tree.add("a/package.json", std::string(2 * 1024 * 1024, ' ') + "{}");
        tree.add("b/package.json", std::string(2 * 1024 * 1024 - 2, ' ') + "{}");
        tree.link("c/package.json", "package.json");
        const Manifests manifests = readAll(tree);
        QByteArray all;
        for (const Manifests::Unread &unread : manifests.unread)
            all += QByteArray::fromStdString(unread.path + ": " + inEnglish(unread.error.text)) + '\n';
        QCOMPARE(all,
                 QByteArray("a/package.json: “a/package.json” is too large to be read.\n"
                            "c/package.json: “c/package.json” cannot be read.\n"
                            "package.json: This is not valid JSON.\n"));
        QCOMPARE(paths(manifests.nodePackages), QByteArray("b/package.json"));
    }

    void followsLinksWithinTheFolderOnly()
    {
        const FolderTree tree;
        std::ofstream(tree.outside() + "/package.json") << "{\"name\":\"outside\"}";
        tree.add("a/package.json", "{\"name\":\"inside\"}");
        tree.link("package.json", "a/package.json");
        tree.link("b/package.json", "../../outside/package.json");
        tree.link("c/package.json", tree.outside() + "/package.json");
        QCOMPARE(::mkfifo((tree.root() + "/go.mod").c_str(), 0600), 0); // Reading it would wait for ever.
        const Manifests manifests = readAll(tree);
        QCOMPARE(paths(manifests.nodePackages), QByteArray("a/package.json package.json"));
        for (const auto &package : manifests.nodePackages)
            QCOMPARE(package.facts.name, "inside");
        QVERIFY(manifests.goModules.empty());
    }

    /// A folder that becomes a link to elsewhere, and back, as fast as it goes.
    void neverReadsOutsideWhileTheTreeChanges()
    {
        const FolderTree tree;
        std::ofstream(tree.outside() + "/package.json") << "{\"name\":\"outside\"}";
        tree.add("a/package.json", "{\"name\":\"inside\"}");
        tree.link("link", tree.outside());
        const auto context = readBuildContext(tree.root(), "Dockerfile");
        QVERIFY(context);
        std::jthread changer([&tree](const std::stop_token &stop) {
            const std::string a = tree.root() + "/a";
            const std::string link = tree.root() + "/link";
            const std::string spare = tree.root() + "/spare";
            while (!stop.stop_requested()) {
                std::error_code ignored;
                std::filesystem::rename(a, spare, ignored);
                std::filesystem::rename(link, a, ignored);
                std::filesystem::rename(a, link, ignored);
                std::filesystem::rename(spare, a, ignored);
            }
        });
        for (int i = 0; i < 5000; ++i) {
            for (const auto &package : readManifests(tree.root(), *context).nodePackages)
                QCOMPARE(package.facts.name, "inside");
        }
        for (int i = 0; i < 300; ++i) {
            const auto again = readBuildContext(tree.root(), "Dockerfile");
            QVERIFY(!again || !again->find("a/secret.txt"));
        }
    }

    void joinsTheGoFilesOfAFolder()
    {
        const FolderTree tree;
        tree.add("main.go", "package main\n");
        tree.add("cgo.go", "package main\nimport \"C\"\n");
        tree.add("cmd/tool/x.go", "package main\n");
        tree.add("lib/x.go", "package lib\n//go:embed a\nvar a string\n");
        const Manifests manifests = readAll(tree);
        QByteArray all;
        for (const auto &package : manifests.goPackages) {
            all += QByteArray::fromStdString(package.path.empty() ? "." : package.path);
            all += package.facts.isMain ? " main" : "";
            all += package.facts.usesC ? " c" : "";
            all += package.facts.embedsFiles ? " embed\n" : "\n";
        }
        QCOMPARE(all, QByteArray(". main c\ncmd/tool main\nlib embed\n"));
    }

    void stopsAtManyOfThem()
    {
        const FolderTree tree;
        for (int i = 0; i < 501; ++i)
            tree.add("p" + std::to_string(1000 + i) + "/go.mod", "module x");
        const Manifests manifests = readAll(tree);
        QCOMPARE(manifests.goModules.size(), 500U);
        QVERIFY(!manifests.isWhole);
    }

    void canBeCancelled()
    {
        const FolderTree tree;
        tree.add("go.mod", "module x");
        const auto context = readBuildContext(tree.root(), "Dockerfile");
        QVERIFY(context);
        std::stop_source source;
        source.request_stop();
        const Manifests manifests = readManifests(tree.root(), *context, source.get_token());
        QVERIFY(manifests.goModules.empty());
        QVERIFY(!manifests.isWhole);
    }

    void needsTheFolder()
    {
        const Manifests manifests = readManifests("/nowhere/at/all", BuildContext());
        QCOMPARE(manifests.unread.size(), 1U);
        QVERIFY(!manifests.isWhole);
    }
};

QTEST_GUILESS_MAIN(TestManifests)
#include "tst_manifests.moc"
