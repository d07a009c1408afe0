// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Split of programs that an interpreter runs. What is common to all languages: tst_split.cpp.
#include "model/context/build_context.h"
#include "model/context/manifests/manifests.h"
#include "refactoring_case.h"
#include "split_case.h"

#include <QTest>

using namespace drydock;

namespace {

Manifests withPackage(NodePackage package)
{
    Manifests manifests;
    manifests.nodePackages.push_back({"package.json", std::move(package)});
    return manifests;
}

/// What follows the build stage.
QByteArray runtimeOf(const QByteArray &file, const Manifests &manifests,
                     std::map<std::string, std::string, std::less<>> settings = {})
{
    const QByteArray after = RefactoringCase(file, std::move(settings), &manifests).after("split");
    const qsizetype at = after.lastIndexOf("\nFROM ");
    return at < 0 ? after : after.mid(at + 1);
}

const QByteArray builtByNpm
    = "FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\nRUN npm run build\nCMD [\"npm\", \"start\"]\n";

} // namespace

class TestSplitScripts : public QObject {
    Q_OBJECT

private slots:
    void writesWhatAGoodEngineerWould_data();
    void writesWhatAGoodEngineerWould();
    void offersItOnce_data() { writesWhatAGoodEngineerWould_data(); }
    void offersItOnce();
    void saysWhatItRestsOn();
    void knowsPythonsPackages();
    void knowsRubysGems();
    void followsScriptsOfPackageJson();
    void copiesNoPackagesThatThereAreNot();
    void takesWhatAFrameworkBuilds();
    void takesTheServerOfNext();
    void servesPagesByNginx();
    void leavesPackagesOfDevelopmentIfAsked();
};

void TestSplitScripts::writesWhatAGoodEngineerWould_data()
{
    QTest::addColumn<const SplitCase *>("split");
    const std::pair<const char *, std::span<const SplitCase>> all[]
        = {{"bun", bunSplits()}, {"deno", denoSplits()},     {"node", nodeSplits()},
           {"php", phpSplits()}, {"python", pythonSplits()}, {"ruby", rubySplits()}};
    for (const auto &[language, cases] : all) {
        for (const SplitCase &each : cases)
            QTest::addRow("%s: %s", language, each.name) << &each;
    }
}

void TestSplitScripts::writesWhatAGoodEngineerWould()
{
    QFETCH(const SplitCase *, split);
    QCOMPARE(RefactoringCase(split->before, split->settings).after("split"), QByteArray(split->after));
}

void TestSplitScripts::offersItOnce()
{
    QFETCH(const SplitCase *, split);
    const QByteArray after = RefactoringCase(split->before, split->settings).after("split");
    if (after.startsWith("no: "))
        return;
    const QByteArray again = RefactoringCase(after, split->settings).after("split");
    QVERIFY2(again.startsWith("no: It is split already"), again.constData());
}

void TestSplitScripts::saysWhatItRestsOn()
{
    const RefactoringCase file(
        "FROM python:3.12-bookworm\nWORKDIR /app\nCOPY requirements.txt .\n"
        "RUN pip install -r requirements.txt\nCOPY . .\nCMD [\"python\", \"main.py\"]\n");
    QCOMPARE(
        file.assumptions("split"),
        QByteArray(
            "The program calls no other programs that python:3.12-slim-bookworm lacks and "
            "python:3.12-bookworm has, such as git, curl or make.\n"
            "No package that line 4 installs needs a shared library that python:3.12-slim-bookworm lacks, as "
            "psycopg2 needs libpq5 and mysqlclient libmariadb3.\n"));
}

void TestSplitScripts::knowsPythonsPackages()
{
    Manifests manifests;
    manifests.pythonPackages.push_back({"requirements.txt", {{"django", "mysqlclient", "gitpython"}, {}}});
    const QByteArray file = "FROM python:3.12-bookworm\nWORKDIR /app\nCOPY . .\n"
                            "RUN pip install -r requirements.txt\nCMD [\"python\", \"main.py\"]\n";
    QVERIFY(runtimeOf(file, manifests).contains(" git libmariadb3 "));
    QVERIFY(!RefactoringCase(file, {}, &manifests).assumptions("split").contains("shared library"));
}

void TestSplitScripts::knowsRubysGems()
{
    Manifests manifests;
    manifests.rubyLocks.push_back({"Gemfile.lock", {{{"pg", "1.5.4"}, {"rails", "7.1.2"}}, {}, {}, {}}});
    const QByteArray file = "FROM ruby:3.3-bookworm\nWORKDIR /app\nCOPY . .\nRUN bundle install\n"
                            "CMD [\"bundle\", \"exec\", \"puma\"]\n";
    QVERIFY(runtimeOf(file, manifests).contains(" libpq5 "));
}

void TestSplitScripts::copiesNoPackagesThatThereAreNot()
{
    const Manifests none = withPackage({});
    const QByteArray file = "FROM node:22\nWORKDIR /app\nCOPY package.json ./\nRUN npm install\nCOPY . .\n"
                            "CMD [\"node\", \"server.js\"]\n";
    QVERIFY(RefactoringCase(file, {}, nullptr).after("split").contains("/app/node_modules\n"));
    QVERIFY(RefactoringCase(file, {}, &none).after("split").startsWith("no: "));
}

void TestSplitScripts::followsScriptsOfPackageJson()
{
    NodePackage package;
    package.devDependencies = {"webpack"};
    package.scripts = {{"start", "node server.js"}};
    QVERIFY(RefactoringCase(builtByNpm, {}, nullptr).after("split").contains("npm prune") == false);
    const Manifests manifests = withPackage(package);
    QVERIFY(
        RefactoringCase(builtByNpm, {}, &manifests).after("split").contains("RUN npm prune --omit=dev\n"));
    package.scripts["start"] = "react-scripts start";
    QCOMPARE(runtimeOf(builtByNpm, withPackage(package)),
             QByteArray("no: Line 6 starts “react-scripts start”: this looks like an image to develop in, "
                        "which needs its "
                        "sources and tools."));
}

void TestSplitScripts::takesWhatAFrameworkBuilds()
{
    NodePackage package;
    package.dependencies = {"@nestjs/core"};
    package.devDependencies = {"typescript"};
    package.scripts = {{"start", "node dist/main"}};
    QCOMPARE(
        runtimeOf(builtByNpm, withPackage(package)),
        QByteArray("FROM node:22-slim\nWORKDIR /app\nCOPY --from=builder /app/dist /app/dist\n"
                   "COPY --from=builder /app/node_modules /app/node_modules\n"
                   "COPY --from=builder /app/package.json /app/package.json\nCMD [\"npm\", \"start\"]\n"));
    QCOMPARE(
        runtimeOf(builtByNpm, withPackage(package), {{"contents", "all"}}),
        QByteArray(
            "FROM node:22-slim\nWORKDIR /app\nCOPY --from=builder /app /app\nCMD [\"npm\", \"start\"]\n"));
    package.dependencies = {"nuxt"};
    package.scripts = {{"start", "node .output/server/index.mjs"}};
    QCOMPARE(runtimeOf(builtByNpm, withPackage(package)),
             QByteArray("FROM node:22-slim\nWORKDIR /app\nCOPY --from=builder /app/.output /app/.output\n"
                        "CMD [\"npm\", \"start\"]\n"));
    // Where TypeScript writes to is known from its own settings alone.
    package.dependencies = {"express"};
    package.scripts = {{"start", "node lib/index.js"}};
    Manifests manifests = withPackage(package);
    QVERIFY(runtimeOf(builtByNpm, manifests).contains("COPY --from=builder /app /app\n"));
    manifests.typeScriptConfigs.push_back({"tsconfig.json", {"./lib", {}}});
    QVERIFY(runtimeOf(builtByNpm, manifests).contains("COPY --from=builder /app/lib /app/lib\n"));
}

void TestSplitScripts::takesTheServerOfNext()
{
    NodePackage package;
    package.dependencies = {"next"};
    package.scripts = {{"start", "next start"}};
    Manifests manifests = withPackage(package);
    manifests.webConfigs.push_back({"next.config.mjs", {"standalone", {}, {}}});
    // Without the folder nobody knows whether there is a public/.
    QVERIFY(runtimeOf(builtByNpm, manifests).contains("COPY --from=builder /app /app\n"));
    LintSettings settings;
    settings.folder = std::make_shared<BuildContext>(
        std::vector<ContextEntry> {{"package.json"}, {"public", EntryKind::Folder}, {"public/logo.svg"}},
        IgnoreFile {});
    const QByteArray after = RefactoringCase(builtByNpm, {}, &manifests, settings).after("split");
    QCOMPARE(after.mid(after.lastIndexOf("\nFROM ") + 1),
             QByteArray("FROM node:22-slim\nENV HOSTNAME=0.0.0.0\nWORKDIR /app\n"
                        "COPY --from=builder /app/.next/standalone /app\n"
                        "COPY --from=builder /app/.next/static /app/.next/static\n"
                        "COPY --from=builder /app/public /app/public\nCMD [\"node\", \"server.js\"]\n"));
}

void TestSplitScripts::servesPagesByNginx()
{
    const QByteArray file = "FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\nEXPOSE 5000\n"
                            "CMD [\"npx\", \"serve\", \"-s\", \"build\", \"-l\", \"5000\"]\n";
    QCOMPARE(
        runtimeOf(file, {}),
        QByteArray(
            "FROM nginx:stable-alpine\n"
            "RUN printf 'server {\\n  listen 5000;\\n  root /usr/share/nginx/html;\\n  location / {\\n    "
            "try_files $uri $uri.html $uri/ /index.html;\\n  }\\n}\\n' > /etc/nginx/conf.d/default.conf\n"
            "WORKDIR /app\nCOPY --from=builder /app/build /usr/share/nginx/html\nEXPOSE 5000\n"
            "CMD [\"nginx\", \"-g\", \"daemon off;\"]\n"));
    QVERIFY(runtimeOf(file, {}, {{"server", "node"}}).startsWith("FROM node:22-slim\n"));
    // As somebody else, nobody knows whether nginx may do what it has to.
    QVERIFY(runtimeOf("FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\nUSER node\n"
                      "CMD [\"npx\", \"serve\", \"build\"]\n",
                      {})
                .startsWith("FROM node:22-slim\n"));
}

void TestSplitScripts::leavesPackagesOfDevelopmentIfAsked()
{
    const RefactoringCase file("FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\n"
                               "CMD [\"node\", \"dist/main.js\"]\n");
    const Proposal proposal = file.proposal("split");
    PartChoice choice = PartChoice::all(proposal);
    for (std::size_t i = 0; i < proposal.parts.size(); ++i) {
        choice.set(proposal, i, false);
        QCOMPARE(static_cast<bool>(choice.isTaken[i]), !proposal.parts[i].isOptional);
    }
    const Result<Refactored> result = refactored(file.context(), proposal, choice);
    QVERIFY(result.has_value());
    QVERIFY(result->text.find("npm prune") == std::string::npos);
}

QTEST_GUILESS_MAIN(TestSplitScripts)
#include "tst_split_scripts.moc"
