// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Compiled languages: the files in split_cases/ hold what is asked and what has to come of it, one language each.
#include "model/context/folder_facts.h"
#include "model/knowledge/runtime_images.h"
#include "refactoring_promises.h"
#include "tests/model/context/folder_tree.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <map>
#include <vector>

using namespace drydock;

namespace {

/// One section of a file of cases: `=== name`, and below it pieces that begin with `--- kind words`.
struct Case {
    QByteArray name;
    RefactorWish wish;
    std::map<std::string, std::string> files; ///< Beside the Dockerfile.
    QByteArray before;
    QByteArray after; ///< Empty: it is refused.
    QByteArray reason;
    QByteArray assumptions; ///< “line: text”, a line each.
};

std::vector<Case> casesIn(const QString &path)
{
    std::vector<Case> cases;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cases;
    QByteArray *piece = nullptr;
    std::string *bytes = nullptr;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (line.startsWith("=== ")) {
            cases.emplace_back().name = line.mid(4).trimmed();
            piece = nullptr;
            bytes = nullptr;
        } else if (line.startsWith("--- ")) {
            Case &last = cases.back();
            const QByteArray words = line.mid(4).trimmed();
            const QByteArray rest = words.mid(words.indexOf(' ') + 1);
            piece = nullptr;
            bytes = nullptr;
            if (words.startsWith("set "))
                last.wish.settings[rest.left(rest.indexOf('=')).toStdString()]
                    = rest.mid(rest.indexOf('=') + 1).toStdString();
            else if (words.startsWith("file "))
                bytes = &last.files[rest.toStdString()];
            else if (words.startsWith("assumes "))
                last.assumptions += rest + '\n';
            else
                piece = words == "before" ? &last.before : words == "after" ? &last.after : &last.reason;
        } else if (piece) {
            piece->append(line);
        } else if (bytes) {
            bytes->append(line.toStdString());
        }
    }
    // A blank line stands between the sections.
    for (Case &each : cases) {
        for (QByteArray *text : {&each.after, &each.reason}) {
            while (text->endsWith("\n\n"))
                text->chop(1);
        }
    }
    return cases;
}

QByteArray assumptionsOf(const Proposal &proposal, const Syntax &syntax)
{
    QByteArray lines;
    for (const Assumption &each : proposal.assumptions) {
        const QByteArray line = each.range.isEmpty()
            ? QByteArray("-")
            : QByteArray::number(static_cast<qulonglong>(syntax.text.lineAt(each.range.begin) + 1));
        lines += line + ": " + QByteArray::fromStdString(inEnglish(each.text)) + '\n';
    }
    return lines;
}

} // namespace

class TestSplitCompiled : public QObject {
    Q_OBJECT

private slots:
    void splits_data();
    void splits();
    void findsWhatRunsIt_data();
    void findsWhatRunsIt();
};

void TestSplitCompiled::splits_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("index");
    const QDir folder(QStringLiteral(DRYDOCK_SOURCE_DIR "/tests/model/refactor/split_cases"));
    for (const QString &name : folder.entryList({QStringLiteral("*.txt")}, QDir::Files)) {
        const std::vector<Case> cases = casesIn(folder.filePath(name));
        for (std::size_t i = 0; i < cases.size(); ++i)
            QTest::newRow((name.toUtf8().chopped(4) + ": " + cases[i].name).constData())
                << folder.filePath(name) << static_cast<int>(i);
    }
}

void TestSplitCompiled::splits()
{
    QFETCH(QString, path);
    QFETCH(int, index);
    const Case wanted = casesIn(path)[static_cast<std::size_t>(index)];
    const FolderTree tree;
    Manifests manifests;
    LintSettings settings;
    if (!wanted.files.empty()) {
        for (const auto &[name, bytes] : wanted.files)
            tree.add(name, bytes);
        const auto context = readBuildContext(tree.root(), "Dockerfile");
        QVERIFY(context);
        manifests = readManifests(tree.root(), *context);
        settings.contents = std::make_shared<const FolderFacts>(readFolderFacts(tree.root(), *context));
        settings.folder = std::make_shared<const BuildContext>(*context);
    }
    const PreparedFile file(wanted.before.toStdString(), settings,
                            wanted.files.empty() ? nullptr : &manifests);
    const TriedRefactoring tried = tryRefactoring(*refactoringCalled("split"), file, wanted.wish);
    QCOMPARE(QByteArray::fromStdString(inEnglish(tried.proposal.reason)), wanted.reason.trimmed());
    QCOMPARE(tried.broken, std::string());
    if (!tried.result)
        return;
    QCOMPARE(QByteArray::fromStdString(tried.result->text), wanted.after);
    QCOMPARE(assumptionsOf(tried.proposal, file.syntax()), wanted.assumptions);
}

void TestSplitCompiled::findsWhatRunsIt_data()
{
    QTest::addColumn<QByteArray>("image");
    QTest::addColumn<QByteArray>("wanted");
    const auto row = [](const char *image, const char *wanted) {
        QTest::newRow(image) << QByteArray(image) << QByteArray(wanted);
    };
    row("eclipse-temurin:21-jdk", "eclipse-temurin:21-jre");
    row("eclipse-temurin:21", "eclipse-temurin:21-jre");
    row("eclipse-temurin:17-alpine", "eclipse-temurin:17-jre-alpine");
    row("eclipse-temurin:8u412-b08-jdk-jammy", "eclipse-temurin:8u412-b08-jre-jammy");
    row("docker.io/library/eclipse-temurin:21.0.4_7-jdk-noble", "eclipse-temurin:21.0.4_7-jre-noble");
    row("eclipse-temurin:21-jre", "itself");
    row("eclipse-temurin", "unknown");
    row("maven:3-eclipse-temurin-21", "eclipse-temurin:21-jre");
    row("maven:3.9.9-eclipse-temurin-24-noble", "eclipse-temurin:24-jre-noble");
    row("maven:3.6.1-jdk-11-slim", "eclipse-temurin:11-jre?");
    row("maven:3.8-openjdk-17-alpine", "eclipse-temurin:17-jre-alpine?");
    row("maven:3-jdk-14", "unknown"); // Nobody gives out a JRE of it.
    row("maven:3.9", "unknown");
    row("gradle:8.7.0-jdk21", "eclipse-temurin:21-jre");
    row("gradle:jdk17-alpine", "eclipse-temurin:17-jre-alpine");
    row("gradle:8-jdk17-corretto", "eclipse-temurin:17-jre?");
    row("gradle:8", "unknown");
    row("openjdk:8-jdk-alpine", "eclipse-temurin:8-jre-alpine?");
    row("openjdk:11.0.16-slim", "eclipse-temurin:11-jre?");
    row("openjdk:8-jre", "itself");
    row("openjdk:17-windowsservercore", "unknown");
    row("sbtscala/scala-sbt:eclipse-temurin-21.0.6_7_1.10.11_2.13.16", "eclipse-temurin:21-jre");
    row("azul/zulu-openjdk:17", "azul/zulu-openjdk:17-jre");
    row("tomcat:10.1-jdk21-temurin", "tomcat:10.1-jre21-temurin");
    row("mcr.microsoft.com/dotnet/sdk:8.0", "mcr.microsoft.com/dotnet/aspnet:8.0");
    row("mcr.microsoft.com/dotnet/sdk:8.0.100-bookworm-slim",
        "mcr.microsoft.com/dotnet/aspnet:8.0-bookworm-slim");
    row("mcr.microsoft.com/dotnet/sdk:8", "unknown");
    row("swift:5.9-jammy", "swift:5.9-jammy-slim");
    row("python:3.12", "unknown");
}

void TestSplitCompiled::findsWhatRunsIt()
{
    QFETCH(QByteArray, image);
    QFETCH(QByteArray, wanted);
    const auto found = runtimeImageFor(image.toStdString(), "aspnet");
    QByteArray told = "unknown";
    if (found)
        told = found->reference.empty()
            ? QByteArray("itself")
            : QByteArray::fromStdString(found->reference) + (found->isOther ? "?" : "");
    QCOMPARE(told, wanted);
}

QTEST_GUILESS_MAIN(TestSplitCompiled)
#include "tst_split_compiled.moc"
