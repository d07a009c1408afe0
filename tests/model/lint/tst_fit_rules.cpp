// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/lint/rule_findings.h"

#include <QTest>

using namespace drydock;

/// When the rules about a file and its bases speak, about which words, how severely, and when they do not.
class TestFitRules : public QObject {
    Q_OBJECT

private slots:
    void speaks_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("findings"); // of the rule whose id begins the row's name
        const auto row = [](const char *name, const QByteArray &text, const char *findings) {
            QTest::newRow(name) << text << QByteArray(findings);
        };
        const QByteArray digest = "@sha256:" + QByteArray(64, 'a');
        variables(row);
        ages(row, digest);
        platforms(row);
        dotnet(row);
        users(row);
        healthTools(row);
    }
    void speaks()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, findings);
        const std::string rule = QByteArray(QTest::currentDataTag()).split(' ').first().toStdString();
        QCOMPARE(findingsOf(rule, text), findings);
    }

    /// The first fix of the first finding.
    void mends_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("mended");
        const auto row = [](const char *name, const QByteArray &text, const QByteArray &mended) {
            QTest::newRow(name) << text << mended;
        };
        row("S09 by numbers", "FROM gcr.io/distroless/nodejs24-debian13\nCOPY --chown=node:node a /a\n",
            "FROM gcr.io/distroless/nodejs24-debian13\nCOPY --chown=1000:1000 a /a\n");
        row("S09 a name without a number", "FROM alpine:3.23\nUSER somebody\n", "");
        row("S20 by the argument", "FROM debian:13\nARG TARGETARCH\nRUN curl -O https://h.example/t-amd64\n",
            "FROM debian:13\nARG TARGETARCH\nRUN curl -O https://h.example/t-${TARGETARCH}\n");
        row("S20 without the argument here",
            "FROM --platform=$BUILDPLATFORM debian:13\nRUN curl -O https://h.example/t-amd64\n", "");
        row("S25 BusyBox", "FROM alpine:3.23\nHEALTHCHECK CMD curl -fsS http://localhost/ || exit 1\n",
            "FROM alpine:3.23\nHEALTHCHECK CMD wget -q --spider http://localhost/ || exit 1\n");
        row("S25 BusyBox in an array",
            "FROM alpine:3.23\nHEALTHCHECK CMD [\"curl\", \"-f\", \"http://localhost/\"]\n",
            "FROM alpine:3.23\nHEALTHCHECK CMD [\"wget\", \"-q\", \"--spider\", \"http://localhost/\"]\n");
        row("S25 what wget cannot", "FROM alpine:3.23\nHEALTHCHECK CMD curl -X POST http://localhost/\n", "");
        row("S25 apt", "FROM debian:13\nUSER 1000\nHEALTHCHECK CMD curl x\n",
            "FROM debian:13\nRUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf "
            "/var/lib/apt/lists/*\nUSER 1000\nHEALTHCHECK CMD curl x\n");
        row("S25 a parent is not root", "FROM debian:13 AS b\nUSER 1000\nFROM b\nHEALTHCHECK CMD curl x\n",
            "");
        row("S34 the newest", "FROM node:14-alpine AS b\n", "FROM node:24-alpine AS b\n");
        row("S34 by ARG", "ARG V=14\nFROM node:$V\n", "");
        row("S44 8080", "FROM mcr.microsoft.com/dotnet/aspnet:8.0\nEXPOSE 80/tcp\n",
            "FROM mcr.microsoft.com/dotnet/aspnet:8.0\nEXPOSE 8080/tcp\n");
        row("S03 the same variant",
            "FROM node:24 AS b\nWORKDIR /a\nRUN npm ci\nFROM node:24-alpine\nCOPY --from=b /a /a\n",
            "FROM node:24-alpine AS b\nWORKDIR /a\nRUN npm ci\nFROM node:24-alpine\nCOPY --from=b /a /a\n");
        row("S04 the same release",
            "FROM rust:1.89-slim AS b\nWORKDIR /s\nRUN cargo build --release\nFROM "
            "debian:bookworm-slim\nCOPY --from=b "
            "/s/target/release/app /app\n",
            "FROM rust:1.89-slim-bookworm AS b\nWORKDIR /s\nRUN cargo build --release\nFROM "
            "debian:bookworm-slim\nCOPY --from=b /s/target/release/app /app\n");
        row("S17 npm", "FROM node:24\nRUN npm ci --no-audit\nCMD [\"node\", \"s\"]\n",
            "FROM node:24\nRUN npm ci --omit=dev --no-audit\nCMD [\"node\", \"s\"]\n");
        row("S17 poetry", "FROM python:3.13\nRUN poetry install\nCMD [\"python\", \"a\"]\n",
            "FROM python:3.13\nRUN poetry install --only main\nCMD [\"python\", \"a\"]\n");
    }
    void mends()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, mended);
        const std::string rule = QByteArray(QTest::currentDataTag()).split(' ').first().toStdString();
        const auto analysis = analyse(SourceText(text.toStdString()));
        const auto found = std::ranges::find(analysis->diagnostics, rule, &Diagnostic::rule);
        QVERIFY(found != analysis->diagnostics.end());
        const QByteArray result = found->fixes.empty()
            ? QByteArray()
            : QByteArray::fromStdString(found->fixes.front().edits.applyTo(text.toStdString()));
        QCOMPARE(result, mended);
    }

private:
    template <typename Row>
    static void variables(Row row)
    {
        row("UndefinedVar of an unknown base", "FROM my/base:1\nCOPY a $X/\n", "UndefinedVar@2: X info");
        row("UndefinedVar of a known base", "FROM debian:12\nCOPY a $X/\n", "UndefinedVar@2: X warning");
        row("UndefinedVar that the base sets", "FROM golang:1.26\nCOPY a $GOPATH/$GOLANG_VERSION/\n", "");
        row("UndefinedVar that another base sets", "FROM alpine:3.23\nCOPY a $GOPATH/\n",
            "UndefinedVar@2: GOPATH warning");
        row("UndefinedVar that the parent's base sets", "FROM node:24 AS a\nFROM a\nLABEL n=$NODE_VERSION\n",
            "");
        row("UndefinedVar of Windows", "FROM golang:1.26-nanoserver-ltsc2022\nCOPY a $X/\n",
            "UndefinedVar@2: X info");
        row("WorkdirRelativePath below the base's", "FROM golang:1.26\nWORKDIR $GOPATH/src\n", "");
    }
    template <typename Row>
    static void ages(Row row, const QByteArray &digest)
    {
        row("S19 no tag", "FROM alpine" + digest + "\n", ("S19@1: alpine" + digest + " warning").constData());
        row("S19 behind --from", "FROM debian:12\nCOPY --from=alpine" + digest + " a b\n",
            ("S19@2: alpine" + digest + " warning").constData());
        row("S19 a tag, too", "FROM alpine:3.22" + digest + "\n", "");
        row("S19 a tag alone", "FROM alpine:3.22\n", "");
        row("S34 a language", "FROM python:3.7-slim\n", "S34@1: python:3.7-slim warning");
        row("S34 a patch of it", "FROM docker.io/library/python:3.7.1\n",
            "S34@1: docker.io/library/python:3.7.1 warning");
        row("S34 by name", "FROM debian:buster-slim\n", "S34@1: debian:buster-slim warning");
        row("S34 what it rests on", "FROM python:3.13-slim-buster\n",
            "S34@1: python:3.13-slim-buster warning");
        row("S34 the Alpine it rests on", "FROM node:24-alpine3.12\n", "S34@1: node:24-alpine3.12 warning");
        row("S34 by ARG", "ARG V=3.7\nFROM python:$V\n", "S34@2: python:$V warning");
        row("S34 a build stage", "FROM golang:1.20 AS b\nFROM debian:13\n", "S34@1: golang:1.20 warning");
        row("S34 alive", "FROM python:3.13-slim-bookworm\n", "");
        row("S34 a number that begins alike", "FROM python:3.12\nFROM golang:1.26\n", "");
        row("S34 the newest of a line", "FROM python:3\nFROM node:lts\n", "");
        row("S34 pinned", "FROM python:3.7" + digest + "\n", "");
        row("S34 somebody else's", "FROM my/python:3.7\n", "");
        row("S34 Windows", "FROM golang:1.20-nanoserver-ltsc2022\n", "");
    }
    template <typename Row>
    static void platforms(Row row)
    {
        row("S20 a download", "FROM debian:12\nARG TARGETARCH\nRUN curl -O https://h.example/t-amd64\n",
            "S20@3: https://h.example/t-amd64 warning");
        row("S20 GOARCH in front",
            "FROM --platform=$BUILDPLATFORM golang:1\nRUN GOOS=linux GOARCH=amd64 go build .\n",
            "S20@2: GOARCH=amd64 warning");
        row("S20 GOARCH by ENV", "FROM --platform=$BUILDPLATFORM golang:1\nENV GOARCH=arm64\n",
            "S20@2: arm64 warning");
        row("S20 a file for one platform", "FROM debian:12\nRUN curl -O https://h.example/t-amd64\n", "");
        row("S20 by case",
            "FROM debian:12\nARG TARGETARCH\nRUN case $TARGETARCH in amd64) curl -O "
            "https://h.example/t-amd64 ;; "
            "esac\n",
            "");
        row("S20 it asks",
            "FROM debian:12\nARG TARGETARCH\nRUN test $(dpkg --print-architecture) = amd64 && curl -O "
            "https://h.example/t-amd64\n",
            "");
        row("S20 a stage for one platform",
            "FROM debian:12 AS amd64\nARG TARGETARCH\nRUN curl -O https://h.example/t-amd64\n", "");
        row("S20 a base for one platform",
            "FROM amd64/debian:12\nARG TARGETARCH\nRUN curl -O https://h.example/t-amd64\n", "");
        row("S20 --platform of its own",
            "FROM --platform=linux/386 debian:12\nARG TARGETARCH\nRUN curl -O https://h.example/t-amd64\n",
            "");
        row("S20 a compiler for another",
            "FROM debian:12\nARG TARGETARCH\nRUN apt-get install -y gcc-aarch64-linux-gnu\n", "");
    }
    template <typename Row>
    static void dotnet(Row row)
    {
        row("S44 port 80", "FROM mcr.microsoft.com/dotnet/aspnet:8.0\nEXPOSE 80\n", "S44@2: 80 warning");
        row("S44 port 80 of a parent stage",
            "FROM mcr.microsoft.com/dotnet/aspnet:9.0-alpine AS b\nEXPOSE 80/tcp 443\nFROM b\n",
            "S44@2: 80/tcp warning");
        row("S44 before .NET 8", "FROM mcr.microsoft.com/dotnet/aspnet:7.0\nEXPOSE 80\n", "");
        row("S44 both ports", "FROM mcr.microsoft.com/dotnet/aspnet:8.0\nEXPOSE 80 8080\n", "");
        row("S44 told where",
            "FROM mcr.microsoft.com/dotnet/aspnet:8.0\nENV ASPNETCORE_URLS=http://+:80\nEXPOSE 80\n", "");
        row("S44 told by the command",
            "FROM mcr.microsoft.com/dotnet/aspnet:8.0\nEXPOSE 80\nCMD [\"dotnet\", \"a.dll\", \"--urls\", "
            "\"http://+:80\"]\n",
            "");
        row("S44 another base", "FROM nginx:1\nEXPOSE 80\n", "");
        row("S44 no ICU",
            "FROM mcr.microsoft.com/dotnet/aspnet:8.0-alpine\nENV "
            "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false\n",
            "S44@2: DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false warning");
        row("S44 chiseled",
            "FROM mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled\nENV "
            "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0\n",
            "S44@2: DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0 warning");
        row("S44 with ICU",
            "FROM mcr.microsoft.com/dotnet/aspnet:8.0-alpine\nENV "
            "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false\nRUN apk add icu-libs\n",
            "");
        row("S44 chiseled with extra",
            "FROM mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled-extra\nENV "
            "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false\n",
            "");
        row("S44 invariant",
            "FROM mcr.microsoft.com/dotnet/aspnet:8.0-alpine\nENV "
            "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=true\n",
            "");
        row("S44 ICU is in Debian",
            "FROM mcr.microsoft.com/dotnet/aspnet:8.0\nENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false\n",
            "");
    }
    template <typename Row>
    static void users(Row row)
    {
        row("S09 node on distroless",
            "FROM gcr.io/distroless/nodejs24-debian13\nCOPY --chown=node:node a /a\n",
            "S09@2: node:node warning");
        row("S09 USER", "FROM alpine:3.23\nUSER app\n", "S09@2: app error");
        row("S09 a group", "FROM debian:13\nUSER www-data:app\n", "S09@2: www-data:app error");
        row("S09 nothing is in scratch", "FROM scratch\nUSER nobody\n", "S09@2: nobody error");
        row("S09 a build stage that nobody needs", "FROM alpine:3.23 AS a\nUSER app\nFROM alpine:3.23\n", "");
        row("S09 numbers", "FROM alpine:3.23\nUSER 1000:1000\nCOPY --chown=1000 a /a\n", "");
        row("S09 a variable", "FROM alpine:3.23\nARG U=app\nUSER $U\n", "");
        row("S09 an unknown base", "FROM my/base:1\nUSER app\n", "");
        row("S09 of the base", "FROM node:24-alpine\nUSER node\nCOPY --chown=node:www-data a /a\n", "");
        row("S09 nonroot", "FROM gcr.io/distroless/static-debian13\nUSER nonroot:nonroot\n", "");
        row("S09 made", "FROM alpine:3.23\nRUN addgroup -S app && adduser -S -G app app\nUSER app:app\n", "");
        row("S09 made by a variable", "FROM alpine:3.23\nARG U\nRUN adduser -D $U\nUSER app\n", "");
        row("S09 made by the parent", "FROM debian:13 AS b\nRUN useradd app\nFROM b\nUSER app\n", "");
        row("S09 made too late", "FROM debian:13\nCOPY --chown=app a /a\nRUN useradd app\n",
            "S09@2: app warning");
        row("S09 made for another", "FROM debian:13\nRUN useradd web\nUSER app\n", "S09@3: app error");
        row("S09 written into passwd",
            "FROM scratch\nCOPY --from=alpine:3.23 /etc/passwd /etc/passwd\nUSER nobody\n", "");
        row("S09 a root file system", "FROM scratch\nADD rootfs.tar /\nUSER app\n", "");
        row("S09 a package's own", "FROM debian:13\nRUN apt-get install -y postgresql\nUSER postgres\n", "");
        row("S09 a script may", "FROM debian:13\nCOPY s.sh /s.sh\nRUN /s.sh\nUSER app\n", "");
        row("S09 Windows", "FROM golang:1.26-nanoserver-ltsc2022\nUSER ContainerUser\n", "");
    }
    template <typename Row>
    static void healthTools(Row row)
    {
        row("S25 slim", "FROM node:24-slim\nHEALTHCHECK CMD curl -f http://localhost/ || exit 1\n",
            "S25@2: curl warning");
        row("S25 an array",
            "FROM debian:13\nHEALTHCHECK --interval=5s CMD [\"curl\", \"http://localhost/\"]\n",
            "S25@2: \"curl\" warning");
        row("S25 curl on Alpine", "FROM alpine:3.23\nHEALTHCHECK CMD curl -f http://localhost/\n",
            "S25@2: curl warning");
        row("S25 wget on Alpine", "FROM alpine:3.23\nHEALTHCHECK CMD wget -q --spider http://localhost/\n",
            "");
        row("S25 the whole image", "FROM node:24\nHEALTHCHECK CMD curl -f http://localhost/\n", "");
        row("S25 installed",
            "FROM debian:13\nRUN apt-get install -y curl\nHEALTHCHECK CMD curl http://localhost/\n", "");
        row("S25 installed by the parent",
            "FROM debian:13 AS b\nRUN apt-get install -y curl\nFROM b\nHEALTHCHECK CMD curl "
            "http://localhost/\n",
            "");
        row("S25 installed in another stage",
            "FROM debian:13 AS b\nRUN apt-get install -y curl\nFROM debian:13\nHEALTHCHECK CMD curl "
            "http://localhost/\n",
            "S25@4: curl warning");
        row("S25 copied",
            "FROM scratch\nCOPY --from=c/curl:1 /curl /bin/curl\nHEALTHCHECK CMD [\"curl\", \"x\"]\n", "");
        row("S25 used before", "FROM debian:13\nRUN ./setup && curl -O x\nHEALTHCHECK CMD curl x\n", "");
        row("S25 a script may", "FROM debian:13\nRUN ./setup.sh\nHEALTHCHECK CMD curl x\n", "");
        row("S25 distroless with busybox",
            "FROM gcr.io/distroless/base-debian13\nCOPY --from=busybox:1.37-musl /bin/busybox "
            "/bin/wget\nHEALTHCHECK CMD [\"/bin/wget\", \"x\"]\n",
            "");
        row("S25 another tool if not", "FROM debian:13\nHEALTHCHECK CMD curl x || my-check\n", "");
        row("S25 an unknown base", "FROM my/base:1\nHEALTHCHECK CMD curl x\n", "");
        row("S25 none", "FROM debian:13\nHEALTHCHECK NONE\n", "");
        row("S25 its own program", "FROM debian:13\nHEALTHCHECK CMD [\"/app\", \"health\"]\n", "");
    }
};

QTEST_GUILESS_MAIN(TestFitRules)
#include "tst_fit_rules.moc"
