// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/lint/rule_findings.h"

#include <QTest>

using namespace drydock;

/// When the rules about an image's contents speak, about which words, how severely, and when they do not.
class TestContentRules : public QObject {
    Q_OBJECT

private slots:
    void speaks_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("findings"); // of the rule whose id begins the row's name
        const auto row = [](const char *name, const char *text, const char *findings) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(findings);
        };
        row("S10 node", "FROM node:22\nWORKDIR /a\nCOPY package.json .\nRUN npm ci\nCOPY . .\n",
            "S10@5: . . info");
        row("S10 the folder by its path",
            "FROM node:22\nWORKDIR /a\nCOPY package.json .\nRUN yarn\nCOPY ./ /a/\n", "S10@5: ./ /a/ info");
        row("S10 after cd", "FROM node:22\nWORKDIR /a\nRUN cd web && npm ci\nCOPY . .\n", "S10@4: . . info");
        row("S10 elsewhere", "FROM node:22\nWORKDIR /a\nRUN npm ci\nWORKDIR /b\nCOPY . .\n", "");
        row("S10 global packages", "FROM node:22\nWORKDIR /a\nRUN npm install -g x\nCOPY . .\n", "");
        row("S10 moved away", "FROM node:22\nWORKDIR /a\nRUN npm ci\nRUN mv node_modules /n\nCOPY . .\n", "");
        row("S10 left out by the COPY",
            "FROM node:22\nWORKDIR /a\nRUN npm ci\nCOPY --exclude=node_modules . .\n", "");
        row("S10 from a stage", "FROM a:1 AS b\nFROM node:22\nWORKDIR /a\nRUN npm ci\nCOPY --from=b . .\n",
            "");
        row("S10 a part of the folder", "FROM node:22\nWORKDIR /a\nRUN npm ci\nCOPY src .\n", "");
        row("S10 Plug'n'Play",
            "FROM node:22\nWORKDIR /a\nCOPY package.json .yarnrc.yml ./\nRUN yarn install\nCOPY . .\n", "");
        row("S10 a cache mount",
            "FROM rust:1\nWORKDIR /a\nRUN --mount=type=cache,target=/a/target cargo build\nCOPY . .\n", "");
        row("S10 cargo", "FROM rust:1\nWORKDIR /a\nRUN cargo build\nCOPY . .\n", "S10@4: . . info");
        row("S10 a venv beside the sources",
            "FROM python:3\nWORKDIR /a\nRUN python -m venv .venv\nCOPY . .\n", "S10@4: . . info");
        row("S10 a venv elsewhere", "FROM python:3\nWORKDIR /a\nRUN python -m venv /opt/venv\nCOPY . .\n",
            "");
        row("S10 dotnet", "FROM a:1\nWORKDIR /a\nCOPY a.csproj .\nRUN dotnet restore\nCOPY . .\n",
            "S10@5: . . info");
        row("S28 a compiler",
            "FROM golang:1 AS b\nCOPY . .\nRUN go build -o /s\nFROM debian:12\nRUN apt-get install -y curl "
            "gcc "
            "libpq-dev\nCOPY --from=b /s /s\nCMD [\"/s\"]\n",
            "S28@5: gcc warning");
        row("S28 one stage", "FROM debian:12\nRUN apt-get install -y gcc\nCMD [\"/s\"]\n", "");
        row("S28 only a program is taken",
            "FROM a:1 AS b\nFROM debian:12\nRUN apt-get install -y gcc\nCOPY --from=b /s /s\nCMD [\"/s\"]\n",
            "");
        row("S28 purged again",
            "FROM a:1 AS b\nCOPY . .\nFROM debian:12\nRUN apt-get install -y gcc && make && apt-get purge -y "
            "gcc\nCOPY --from=b /s /s\nCMD [\"/s\"]\n",
            "");
        row("S28 a virtual package",
            "FROM a:1 AS b\nCOPY . .\nFROM alpine:3.22\nRUN apk add --virtual .build gcc\nCOPY --from=b /s "
            "/s\nCMD [\"/s\"]\n",
            "");
        row("S28 compiles at run time",
            "FROM a:1 AS b\nCOPY . .\nFROM python:3\nRUN apt-get install -y gcc && pip install "
            "numba==1\nCOPY --from=b /s /s\nCMD [\"/s\"]\n",
            "");
        row("S28 the container calls it",
            "FROM a:1 AS b\nCOPY . .\nFROM debian:12\nRUN apt-get install -y make\nCOPY --from=b /s "
            "/s\nCMD [\"make\", \"run\"]\n",
            "");
        row("S28 to work in",
            "FROM a:1 AS b\nCOPY . .\nFROM debian:12 AS dev\nRUN apt-get install -y gcc\nCOPY --from=b /s "
            "/s\nCMD [\"/s\"]\n",
            "");
        row("S28 a shell",
            "FROM a:1 AS b\nCOPY . .\nFROM debian:12\nRUN apt-get install -y gcc\nCOPY --from=b /s "
            "/s\nCMD [\"bash\"]\n",
            "");
        row("S28 in the build stage",
            "FROM debian:12 AS b\nCOPY . .\nRUN apt-get install -y gcc\nFROM debian:12\nCOPY --from=b /s "
            "/s\nCMD [\"/s\"]\n",
            "");
        row("S39 wheels",
            "FROM python:3 AS b\nRUN pip wheel -w /wheels x==1\nFROM python:3\nCOPY --from=b /wheels "
            "/wheels\nRUN pip install /wheels/* && rm -rf /wheels\n",
            "S39@4: /wheels /wheels warning");
        row("S39 an archive",
            "FROM debian:12\nWORKDIR /t\nCOPY a.tar.gz .\nRUN tar xf a.tar.gz && rm a.tar.gz\n",
            "S39@3: a.tar.gz . warning");
        row("S39 after cd", "FROM debian:12\nCOPY a.zip /t/\nRUN cd /t && unzip a.zip && rm -f *.zip\n",
            "S39@2: a.zip /t/ warning");
        row("S39 kept", "FROM debian:12\nCOPY a.tar.gz /t/\nRUN tar xf /t/a.tar.gz\n", "");
        row("S39 another file is deleted", "FROM debian:12\nCOPY a.tar.gz /t/\nRUN rm /t/b.tar.gz\n", "");
        row("S39 no archive", "FROM debian:12\nCOPY a.sh /t/\nRUN rm /t/a.sh\n", "");
        row("S39 mounted", "FROM debian:12\nRUN --mount=type=bind,source=a.tgz,target=/a.tgz tar xf /a.tgz\n",
            "");
        row("S39 in a stage that is not shipped",
            "FROM debian:12 AS b\nCOPY a.tgz /t/\nRUN rm /t/a.tgz\nFROM debian:12\n", "");
        row("S15 leaves that to S39", "FROM debian:12\nCOPY a.tgz /t/a.tgz\nRUN rm /t/a.tgz\n", "");
        row("S41 no static files", "FROM node:22 AS b\nFROM node:22\nCOPY --from=b /a/.next/standalone ./\n",
            "S41@3: /a/.next/standalone error");
        row("S41 static files",
            "FROM node:22 AS b\nFROM node:22\nCOPY --from=b /a/.next/standalone ./\nCOPY --from=b "
            "/a/.next/static "
            "./.next/static\n",
            "");
        row("S41 copied in the build",
            "FROM node:22 AS b\nRUN cp -r .next/static .next/standalone/.next/\nFROM node:22\nCOPY --from=b "
            "/a/.next/standalone ./\n",
            "");
        row("S41 from another server",
            "FROM node:22 AS b\nARG ASSET_PREFIX=x\nFROM node:22\nCOPY --from=b /a/.next/standalone ./\n",
            "S41@4: /a/.next/standalone info");
        row("S41 another server", "FROM node:22 AS b\nFROM node:22\nCOPY --from=b /a/.next ./.next\n", "");
        row("S42 Gradle's build",
            "FROM gradle:8 AS b\nRUN gradle build\nFROM a:1\nCOPY --from=b /a/build/libs/*.jar app.jar\n",
            "");
        row("S42 Gradle's build to a known place",
            "FROM gradle:8 AS b\nRUN gradle build\nFROM a:1\nCOPY --from=b /a/build/libs/*.jar /app.jar\n",
            "S42@4: /a/build/libs/*.jar warning");
        row("S42 Gradle's bootJar",
            "FROM gradle:8 AS b\nRUN ./gradlew :app:bootJar\nFROM a:1\nCOPY --from=b /a/build/libs/*.jar "
            "/app.jar\n",
            "");
        row("S42 the plain jar is deleted",
            "FROM gradle:8 AS b\nRUN gradle build && rm build/libs/*-plain.jar\nFROM a:1\nCOPY --from=b "
            "/a/build/libs/*.jar /app.jar\n",
            "");
        row("S42 Maven",
            "FROM maven:3 AS b\nRUN mvn package\nFROM a:1\nCOPY --from=b /a/target/*.jar /app.jar\n",
            "S42@4: /a/target/*.jar info");
        row("S42 by an argument", "FROM a:1\nARG JAR=target/*.jar\nCOPY ${JAR} /app.jar\n",
            "S42@3: ${JAR} info");
        row("S42 into a folder", "FROM a:1\nCOPY target/*.jar /lib/\n", "");
        row("S42 a narrower pattern", "FROM a:1\nCOPY target/*-runner.jar /app.jar\n", "");
    }
    void speaks()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, findings);
        const std::string rule = QByteArray(QTest::currentDataTag()).split(' ').first().toStdString();
        QCOMPARE(findingsOf(rule, text), findings);
    }

    /// With the folder at hand it is known what else is only feared.
    void knowsTheFolder_data()
    {
        QTest::addColumn<QByteArray>("names");
        QTest::addColumn<QByteArray>("ignored");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("findings");
        const auto row = [](const char *name, const char *names, const char *ignored, const char *text,
                            const char *findings) {
            QTest::newRow(name) << QByteArray(names) << QByteArray(ignored) << QByteArray(text)
                                << QByteArray(findings);
        };
        const char *const node = "FROM node:22\nWORKDIR /a\nCOPY package.json .\nRUN npm ci\nCOPY . .\n";
        row("S10 it is there", "package.json node_modules/ node_modules/a", "", node, "S10@5: . . warning");
        row("S10 it is not there yet", "package.json", "", node, "S10@5: . . info");
        row("S10 it is left out", "package.json node_modules/ node_modules/a", "node_modules\n", node, "");
        row("S10 it would be left out", "package.json", "**/node_modules\n", node, "");
        const char *const dotnet = "FROM a:1\nWORKDIR /a\nCOPY a.csproj .\nRUN dotnet restore\nCOPY . .\n";
        row("S10 obj of a project", "src/a.csproj src/obj/ src/obj/x", "bin\nobj\n", dotnet,
            "S10@5: . . warning");
        row("S10 obj left out everywhere", "src/a.csproj src/obj/ src/obj/x", "**/bin\n**/obj\n", dotnet, "");
        const char *const next = "FROM node:22 AS b\nCOPY . .\nRUN npm run build\nFROM node:22\nCOPY "
                                 "--from=b /a/.next/standalone "
                                 "./\nCOPY --from=b /a/.next/static ./.next/static\n";
        row("S41 public is left behind", "package.json public/ public/a", "", next,
            "S41@5: /a/.next/standalone warning");
        row("S41 no public", "package.json", "", next, "");
        const char *const withPublic
            = "FROM node:22 AS b\nCOPY . .\nRUN npm run build\nFROM node:22\nCOPY --from=b "
              "/a/.next/standalone "
              "./\nCOPY --from=b /a/.next/static ./.next/static\nCOPY --from=b /a/public ./public\n";
        row("S41 public is there", "package.json public/ public/a", "", withPublic, "");
        row("S41 public is not there", "package.json", "", withPublic, "S41@7: /a/public error");
        row("S42 one jar", "target/ target/a.jar", "", "FROM a:1\nCOPY target/*.jar /app.jar\n", "");
        row("S42 two jars", "target/ target/a.jar target/b.jar", "", "FROM a:1\nCOPY target/*.jar /app.jar\n",
            "S42@2: target/*.jar warning");
    }
    void knowsTheFolder()
    {
        QFETCH(QByteArray, names);
        QFETCH(QByteArray, ignored);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, findings);
        LintSettings settings;
        settings.folder = folderOf(names, ignored);
        const std::string rule = QByteArray(QTest::currentDataTag()).split(' ').first().toStdString();
        QCOMPARE(findingsOf(rule, text, settings), findings);
    }

    void mends_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("mended"); // Empty: there is no fix.
        const auto row = [](const char *name, const char *text, const char *mended) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(mended);
        };
        row("S39 wheels of a stage",
            "FROM python:3 AS b\nFROM python:3\nCOPY --from=b /wheels /wheels\nRUN pip install /wheels/* "
            "\\\n    && "
            "rm -rf /wheels \\\n    && true\n",
            "FROM python:3 AS b\nFROM python:3\nRUN --mount=type=bind,from=b,source=/wheels,target=/wheels "
            "pip "
            "install /wheels/* \\\n    && true\n");
        row("S39 an archive of the folder",
            "FROM debian:12\nCOPY a.tgz /t/\nRUN tar xf /t/a.tgz && rm /t/a.tgz /t/b\n",
            "FROM debian:12\nRUN --mount=type=bind,source=a.tgz,target=/t/a.tgz tar xf /t/a.tgz && rm "
            "/t/b\n");
        row("S39 another line needs it",
            "FROM debian:12\nCOPY a.tgz /t/\nRUN tar xf /t/a.tgz\nRUN true && rm /t/a.tgz\n", "");
        row("S39 unpacked in place", "FROM debian:12\nCOPY a.gz /t/\nRUN gunzip -k /t/a.gz && rm /t/a.gz\n",
            "");
        row("S39 deleted only if", "FROM debian:12\nCOPY a.tgz /t/\nRUN tar xf /t/a.tgz || rm /t/a.tgz\n",
            "");
        row("S39 all of the folder", "FROM debian:12\nCOPY a.tgz /t/\nRUN tar xf /t/a.tgz && rm -r /t/*\n",
            "");
        row("S41 static files",
            "FROM node:22 AS b\nFROM node:22\nCOPY --from=b --chown=1:1 /a/.next/standalone .\nCMD [\"x\"]\n",
            "FROM node:22 AS b\nFROM node:22\nCOPY --from=b --chown=1:1 /a/.next/standalone .\nCOPY --from=b "
            "--chown=1:1 /a/.next/static ./.next/static\nCMD [\"x\"]\n");
    }
    void mends()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, mended);
        const std::string rule = QByteArray(QTest::currentDataTag()).split(' ').first().toStdString();
        QCOMPARE(mendedBy(rule, text), mended);
    }
};

QTEST_GUILESS_MAIN(TestContentRules)
#include "tst_content_rules.moc"
