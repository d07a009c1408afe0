// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/lint/rule_findings.h"

#include <QTest>

using namespace drydock;

Q_DECLARE_METATYPE(drydock::FolderFacts)

/// When the rules about what a program needs at run time speak, about which words, how severely, and when they do not.
class TestRuntimeNeeds : public QObject {
    Q_OBJECT

private slots:
    void speaks_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("findings"); // of the rule whose id begins the row's name
        const auto row = [](const char *name, const char *text, const char *findings) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(findings);
        };
        row("S23 another name",
            "FROM golang:1 AS b\nRUN go build -o /out/app .\nFROM scratch\nCOPY --from=b /out/app /app\nCMD "
            "[\"/server\"]\n",
            "S23@5: \"/server\" error");
        row("S23 the folder of WORKDIR",
            "FROM golang:1 AS b\nRUN go build -o /out/app .\nFROM alpine:3\nWORKDIR /srv\nCOPY --from=b "
            "/out/app "
            "/srv/\nWORKDIR /\nCMD [\"./app\"]\n",
            "S23@7: \"./app\" warning");
        row("S23 it is there",
            "FROM golang:1 AS b\nRUN go build -o /out/app .\nFROM scratch\nCOPY --from=b /out/app /app\nCMD "
            "[\"/app\"]\n",
            "");
        row("S23 in the last WORKDIR",
            "FROM golang:1 AS b\nRUN go build -o /out/app .\nFROM alpine:3\nCMD [\"./app\"]\nWORKDIR "
            "/srv\nCOPY "
            "--from=b /out/app .\n",
            "");
        row("S23 into a folder that is there",
            "FROM golang:1 AS b\nRUN go build -o /out/app .\nFROM alpine:3\nWORKDIR /srv\nCOPY --from=b "
            "/out/app "
            "/srv\nCMD [\"/srv/app\"]\n",
            "");
        row("S23 the source may be a folder",
            "FROM golang:1 AS b\nRUN make\nFROM scratch\nCOPY --from=b /out /srv\nCMD [\"/srv/app\"]\n", "");
        row("S23 go build into a folder",
            "FROM golang:1 AS b\nRUN mkdir /out && go build -o /out .\nFROM scratch\nCOPY --from=b /out "
            "/srv\nCMD "
            "[\"/srv/app\"]\n",
            "");
        row("S23 several programs",
            "FROM golang:1 AS b\nRUN go build -o /out ./...\nFROM scratch\nCOPY --from=b /out /srv\nCMD "
            "[\"/srv/app\"]\n",
            "");
        row("S23 all is copied", "FROM node:22\nWORKDIR /a\nCOPY . .\nCMD [\"node\", \"server.js\"]\n", "");
        row("S23 a script that is not copied",
            "FROM node:22\nWORKDIR /a\nCOPY package.json main.js ./\nCMD [\"node\", \"server.js\"]\n",
            "S23@4: \"server.js\" warning");
        row("S23 a module", "FROM python:3\nWORKDIR /a\nCOPY a.py .\nCMD [\"python\", \"-m\", \"b.py\"]\n",
            "");
        row("S23 behind options",
            "FROM eclipse-temurin:21\nWORKDIR /a\nCOPY a.jar .\nENTRYPOINT [\"java\", \"-Xmx1g\", \"-jar\", "
            "\"b.jar\"]\n",
            "S23@4: \"b.jar\" warning");
        row("S23 a class",
            "FROM eclipse-temurin:21\nWORKDIR /a\nCOPY a.jar .\nCMD [\"java\", \"-cp\", \"a.jar\", "
            "\"b.Main\"]\n",
            "");
        row("S23 behind tini",
            "FROM alpine:3\nCOPY a.sh /srv/\nENTRYPOINT [\"/sbin/tini\", \"--\"]\nCMD [\"/srv/b.sh\"]\n",
            "S23@4: \"/srv/b.sh\" warning");
        row("S23 a RUN that may make it",
            "FROM alpine:3\nCOPY a.sh /srv/\nRUN /srv/a.sh\nCMD [\"/srv/b.sh\"]\n", "");
        row("S23 a RUN that cannot make it",
            "FROM alpine:3\nRUN apk add --no-cache curl && mkdir /x\nCOPY a.sh /srv/\nCMD [\"/srv/b.sh\"]\n",
            "S23@4: \"/srv/b.sh\" warning");
        row("S23 written by the shell",
            "FROM alpine:3\nCOPY a.sh /srv/\nRUN echo x > /y\nCMD [\"/srv/b.sh\"]\n", "");
        row("S23 nothing is copied", "FROM alpine:3\nCMD [\"/srv/b.sh\"]\n", "");
        row("S23 the base may have it", "FROM alpine:3\nCOPY a.sh /srv/\nCMD [\"/usr/local/bin/b\"]\n", "");
        row("S23 an unknown base", "FROM my/base:1\nCOPY a.sh /srv/\nCMD [\"/srv/b.sh\"]\n", "");
        row("S23 a volume", "FROM alpine:3\nVOLUME /srv\nCOPY a.sh /srv/\nCMD [\"/srv/b.sh\"]\n", "");
        row("S23 a variable", "FROM alpine:3\nCOPY a.sh /srv/\nCMD /srv/$X.sh\n", "");
        row("S23 an archive", "FROM alpine:3\nADD a.tar.gz /srv/\nCMD [\"/srv/b.sh\"]\n", "");
        row("S26 a server in CMD", "FROM scratch\nCOPY a /a\nCMD [\"/a\", \"--to=https://h.example\"]\n",
            "S26@3: \"--to=https://h.example\" error");
        row("S26 a server in ENV", "FROM scratch\nENV API_URL=https://h.example\nCOPY a /a\nCMD [\"/a\"]\n",
            "S26@2: API_URL=https://h.example warning");
        row("S26 debian", "FROM debian:12-slim\nCOPY a /a\nCMD [\"/a\", \"https://h.example\"]\n",
            "S26@3: \"https://h.example\" warning");
        row("S26 installed",
            "FROM debian:12-slim\nRUN apt-get install -y --no-install-recommends ca-certificates\nCOPY a "
            "/a\nCMD "
            "[\"/a\", \"https://h.example\"]\n",
            "");
        row("S26 recommended, perhaps",
            "FROM debian:12-slim\nRUN apt-get install -y curl\nCOPY a /a\nCMD [\"/a\", "
            "\"https://h.example\"]\n",
            "");
        row("S26 copied",
            "FROM alpine:3 AS b\nFROM scratch\nCOPY --from=b /etc/ssl/certs/ca-certificates.crt "
            "/etc/ssl/certs/\nCOPY "
            "a /a\nCMD [\"/a\", \"https://h.example\"]\n",
            "");
        row("S26 by variable",
            "FROM scratch\nENV SSL_CERT_FILE=/c\nCOPY a /a\nCMD [\"/a\", \"https://h.example\"]\n", "");
        row("S26 a root file system",
            "FROM a:1 AS b\nFROM scratch\nCOPY --from=b /rootfs/ /\nCMD [\"/a\", \"https://h.example\"]\n",
            "");
        row("S26 a base with certificates", "FROM alpine:3\nCOPY a /a\nCMD [\"/a\", \"https://h.example\"]\n",
            "");
        row("S26 python brings its own",
            "FROM debian:12\nCOPY a /a\nCMD [\"python3\", \"/a\", \"https://h.example\"]\n", "");
        row("S26 a local server", "FROM scratch\nCOPY a /a\nCMD [\"/a\", \"https://localhost:1\"]\n", "");
        row("S26 for the build",
            "FROM debian:12\nENV A_URL=https://h.example/a\nRUN apt-get update && mkdir $A_URL\nCMD "
            "[\"/a\"]\n",
            "");
        row("S26 an archive", "FROM scratch\nENV A=https://h.example/a.tgz\nCOPY a /a\nCMD [\"/a\"]\n", "");
        row("S26 a script may install them",
            "FROM debian:12\nRUN ./setup\nCOPY a /a\nCMD [\"/a\", \"https://h.example\"]\n", "");
        row("S27 alpine", "FROM alpine:3\nENV TZ=Europe/Vienna\nCOPY a /a\nCMD [\"/a\"]\n",
            "S27@2: TZ=Europe/Vienna warning");
        row("S27 the last counts", "FROM alpine:3\nENV TZ=Europe/Vienna\nENV TZ=UTC\nCMD [\"/a\"]\n", "");
        row("S27 for the build alone", "FROM alpine:3\nARG TZ=Europe/Vienna\nCMD [\"/a\"]\n", "");
        row("S27 installed", "FROM alpine:3\nENV TZ=Europe/Vienna\nRUN apk add tzdata\nCMD [\"/a\"]\n", "");
        row("S27 copied",
            "FROM a:1 AS b\nFROM scratch\nENV TZ=Europe/Vienna\nCOPY --from=b /usr/share /usr/share\nCMD "
            "[\"/a\"]\n",
            "");
        row("S27 linked in",
            "FROM golang:1 AS b\nRUN go build -tags timetzdata -o /a\nFROM scratch\nENV "
            "TZ=Europe/Vienna\nCOPY "
            "--from=b /a /a\nCMD [\"/a\"]\n",
            "");
        row("S27 UTC", "FROM alpine:3\nENV TZ=Etc/UTC\nCMD [\"/a\"]\n", "");
        row("S27 a rule", "FROM alpine:3\nENV TZ=CET-1CEST,M3.5.0,M10.5.0/3\nCMD [\"/a\"]\n", "");
        row("S27 java", "FROM alpine:3\nENV TZ=Europe/Vienna\nCMD [\"java\", \"-jar\", \"/a.jar\"]\n", "");
        row("S27 a base that has it, perhaps", "FROM debian:12\nENV TZ=Europe/Vienna\nCMD [\"/a\"]\n", "");
        row("S27 a package that needs it",
            "FROM ubuntu:24.04\nENV TZ=Europe/Vienna\nRUN apt-get install -y php-cli\nCMD [\"/a\"]\n", "");
        row("S45 by --platform", "FROM --platform=linux/arm/v7 cgr.dev/chainguard/static\n",
            "S45@1: cgr.dev/chainguard/static info");
        row("S45 in a case",
            "FROM alpine:3 AS b\nARG TARGETPLATFORM\nRUN case $TARGETPLATFORM in linux/arm/v7) a;; "
            "esac\nFROM "
            "gcr.io/distroless/nodejs24-debian13\n",
            "S45@4: gcr.io/distroless/nodejs24-debian13 info");
        row("S45 it is there", "FROM --platform=linux/arm64 cgr.dev/chainguard/static\n", "");
        row("S45 not known", "FROM --platform=linux/arm/v7 debian:12\n", "");
        row("S45 the base of a build stage",
            "FROM --platform=linux/arm/v7 cgr.dev/chainguard/static AS b\nFROM debian:12\n", "");
        row("S45 built for one alone",
            "FROM alpine:3 AS b\nRUN echo $TARGETPLATFORM linux/386\nFROM --platform=linux/amd64 "
            "cgr.dev/chainguard/static\n",
            "");
    }
    void speaks()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, findings);
        const std::string rule = QByteArray(QTest::currentDataTag()).split(' ').first().toStdString();
        QCOMPARE(findingsOf(rule, text), findings);
    }

    /// `COPY . .` is known file by file if the folder is.
    void knowsTheFolder_data()
    {
        QTest::addColumn<QByteArray>("names");
        QTest::addColumn<QByteArray>("findings");
        QTest::addColumn<QByteArray>("text");
        const QByteArray all = "FROM node:22\nWORKDIR /a\nCOPY . .\nCMD [\"node\", \"server.js\"]\n";
        const QByteArray missing = "S23@4: \"server.js\" warning";
        QTest::newRow("there") << QByteArray("server.js") << QByteArray() << all;
        QTest::newRow("not there") << QByteArray("main.js") << missing << all;
        QTest::newRow("in another folder") << QByteArray("src/ src/server.js") << missing << all;
        QTest::newRow("in an archive")
            << QByteArray("a.tar.gz") << QByteArray()
            << QByteArray("FROM node:22\nWORKDIR /a\nADD a.tar.gz .\nCMD [\"node\", \"server.js\"]\n");
    }
    void knowsTheFolder()
    {
        QFETCH(QByteArray, names);
        QFETCH(QByteArray, findings);
        QFETCH(QByteArray, text);
        LintSettings settings;
        settings.folder = folderOf(names);
        QCOMPARE(findingsOf("S23", text, settings), findings);
    }
    /// A Dockerfile below the folder that its builds are given: nothing beside it says anything.
    void leavesOtherFoldersAlone()
    {
        LintSettings settings;
        std::vector<ContextEntry> entries(1);
        entries[0].path = "main.js";
        settings.folder = std::make_shared<BuildContext>(entries, IgnoreFile {});
        const QByteArray all = "FROM node:22\nWORKDIR /a\nCOPY . .\nCMD [\"node\", \"server.js\"]\n";
        QCOMPARE(findingsOf("S23", all, settings), QByteArray());
        // What is copied by name is there, so it is the folder after all.
        const QByteArray named = QByteArray(all).replace("COPY . .", "COPY main.js /m\nCOPY . .");
        QCOMPARE(findingsOf("S23", named, settings), QByteArray("S23@5: \"server.js\" warning"));
    }

    /// What the manifests and workflows in the folder say.
    void knowsTheContents_data()
    {
        QTest::addColumn<FolderFacts>("contents");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("findings");
        const auto row
            = [](const char *name, const FolderFacts &contents, const char *text, const char *findings) {
                  QTest::newRow(name) << contents << QByteArray(text) << QByteArray(findings);
              };
        const char *const go
            = "FROM golang:1 AS b\nRUN go build -o /a\nFROM scratch\nCOPY --from=b /a /a\nCMD [\"/a\"]\n";
        const char *const rust
            = "FROM rust:1 AS b\nRUN cargo build\nFROM debian:12\nCOPY --from=b /a /a\nCMD [\"/a\"]\n";
        FolderFacts facts;
        row("S26 nothing is known to connect", facts, go, "");
        facts.goClients = {"cloud.google.com/go/storage"};
        row("S26 a module connects", facts, go, "S26@5: [\"/a\"] warning");
        row("S26 another language", facts, rust, "");
        facts.bringsCertificates = true;
        row("S26 it brings certificates", facts, go, "");
        facts = {};
        facts.rustClients = {"openssl-sys"};
        row("S26 a crate connects", facts, rust, "S26@5: [\"/a\"] warning");
        facts = {};
        const char *const zone = "FROM alpine:3\nENV TZ=Europe/Vienna\nCMD [\"/a\"]\n";
        row("S27 no Go program", facts, zone, "S27@2: TZ=Europe/Vienna warning");
        facts.bringsTimeZones = true;
        row("S27 compiled in", facts, zone, "");
        facts = {};
        const char *const mount
            = "FROM a:1\nRUN --mount=type=cache,target=/c a\nRUN --mount=type=cache,target=/c b\n";
        row("S32 no workflow", facts, mount, "");
        facts.workflows = {{"test.yml", false, false}, {"image.yml", true, false}};
        row("S32 a fresh machine", facts, mount, "S32@2: --mount=type=cache,target=/c info");
        row("S32 no cache mount", facts, "FROM a:1\nRUN --mount=type=tmpfs,target=/c a\n", "");
        row("S32 in a stage that is not built", facts,
            "FROM a:1\nRUN --mount=type=cache,target=/c a\nFROM a:1\nRUN b\n", "");
        facts.workflows = {{"image.yml", true, true}};
        row("S32 saved", facts, mount, "");
        facts = {};
        facts.usesMaven = true;
        const char *const jar
            = "FROM maven:3 AS b\nRUN mvn package\nFROM a:1\nCOPY --from=b /a/target/*.jar /app.jar\n";
        row("S42 one jar", facts, jar, "");
        facts.jarPlugins = {"maven-shade-plugin"};
        row("S42 two jars", facts, jar, "S42@4: /a/target/*.jar warning");
        facts = {};
        facts.webOutput = "dist";
        const char *const web = "FROM node:22 AS b\nWORKDIR /w\nRUN npm run build\nFROM nginx:1\nCOPY "
                                "--from=b /w/build /html\n";
        row("S41 pages elsewhere", facts, web, "S41@5: /w/build error");
        row("S41 pages moved", facts,
            "FROM node:22 AS b\nWORKDIR /w\nRUN npm run build && mv dist build\nFROM nginx:1\nCOPY --from=b "
            "/w/build "
            "/html\n",
            "");
        row("S41 another folder", facts,
            "FROM node:22 AS b\nWORKDIR /w\nRUN npm run build\nFROM nginx:1\nCOPY --from=b /x/build /html\n",
            "");
        facts.webOutput = "build";
        row("S41 pages there", facts, web, "");
    }
    void knowsTheContents()
    {
        QFETCH(FolderFacts, contents);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, findings);
        LintSettings settings;
        settings.folder = folderOf("package.json");
        settings.contents = std::make_shared<FolderFacts>(contents);
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
        row("S23 the same name elsewhere", "FROM alpine:3\nCOPY a.sh /srv/\nCMD [\"/app/a.sh\"]\n",
            "FROM alpine:3\nCOPY a.sh /srv/\nCMD [\"/srv/a.sh\"]\n");
        row("S23 no such name", "FROM alpine:3\nCOPY a.sh /srv/\nCMD [\"/app/b.sh\"]\n", "");
        row("S26 from the build stage",
            "FROM golang:1 AS b\nRUN go build -o /a\nFROM scratch\nCOPY --from=b /a /a\nCMD [\"/a\", "
            "\"https://h.example\"]\n",
            "FROM golang:1 AS b\nRUN go build -o /a\nFROM scratch\nCOPY --from=b "
            "/etc/ssl/certs/ca-certificates.crt "
            "/etc/ssl/certs/\nCOPY --from=b /a /a\nCMD [\"/a\", \"https://h.example\"]\n");
        row("S26 nowhere to take them from", "FROM scratch\nCOPY a /a\nCMD [\"/a\", \"https://h.example\"]\n",
            "");
        row("S27 alpine", "FROM alpine:3\nENV TZ=Europe/Vienna\n",
            "FROM alpine:3\nRUN apk add --no-cache tzdata\nENV TZ=Europe/Vienna\n");
        row("S27 ubuntu", "from ubuntu:24.04\nenv TZ=Europe/Vienna\n",
            "from ubuntu:24.04\nrun apt-get update && apt-get install -y --no-install-recommends tzdata && "
            "rm -rf "
            "/var/lib/apt/lists/*\nenv TZ=Europe/Vienna\n");
    }
    void mends()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, mended);
        const std::string rule = QByteArray(QTest::currentDataTag()).split(' ').first().toStdString();
        QCOMPARE(mendedBy(rule, text), mended);
    }
};

QTEST_GUILESS_MAIN(TestRuntimeNeeds)
#include "tst_runtime_needs.moc"
