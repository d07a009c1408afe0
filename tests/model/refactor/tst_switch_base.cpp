// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "refactoring_case.h"

using namespace drydock;

namespace {

void row(const char *name, const char *base, const QByteArray &text, const QByteArray &after)
{
    QTest::newRow(name) << QByteArray(base) << text << after;
}

} // namespace

/// Another base under the image: what the lines become, and what stands in the way. A row that is refused has a twin beside it
/// that is not.
class TestSwitchBase : public QObject {
    Q_OBJECT

    static void columns()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("after"); ///< "no: " and words of the reason.
    }
    static void check()
    {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, after);
        std::map<std::string, std::string, std::less<>> settings;
        if (!base.isEmpty())
            settings["base"] = base.toStdString();
        const RefactoringCase file(text, settings);
        const QByteArray result = file.after("switch-base");
        if (after.startsWith("no: "))
            QVERIFY2(result.startsWith("no: ") && result.contains(after.mid(4)), result);
        else
            QCOMPARE(result, after);
    }

private slots:
    void from_data()
    {
        columns();
        row("slim of node", "slim", "FROM node:22.11-bookworm\n", "FROM node:22.11-bookworm-slim\n");
        row("slim of python", "slim", "FROM python:3.12-bookworm AS run # x\n",
            "FROM python:3.12-slim-bookworm AS run # x\n");
        row("unasked", "", "FROM python:3.12\nCMD [\"python\", \"x.py\"]\n",
            "FROM python:3.12-slim\nCMD [\"python\", \"x.py\"]\n");
        row("no tag", "slim", "FROM node\n", "FROM node:slim\n");
        row("latest", "alpine", "FROM node:latest\n", "FROM node:alpine\n");
        row("lts", "alpine", "FROM node:lts-bookworm-slim\n", "FROM node:lts-alpine\n");
        row("flags and case", "alpine", "from --platform=linux/amd64 node:22 as x\n",
            "from --platform=linux/amd64 node:22-alpine as x\n");
        row("variable in the version", "alpine", "ARG V=22\nFROM node:${V}-slim\n",
            "ARG V=22\nFROM node:${V}-alpine\n");
        row("variable is the version", "slim", "ARG V=22\nFROM node:$V\n", "ARG V=22\nFROM node:$V-slim\n");
        row("digest goes", "alpine",
            "FROM node:22@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n",
            "FROM node:22-alpine\n");
        row("registry written out", "alpine", "FROM docker.io/library/node:22\n",
            "FROM docker.io/library/node:22-alpine\n");
        row("PHP", "alpine", "FROM php:8.4-fpm\n", "FROM php:8.4-fpm-alpine\n");
        row("nginx", "alpine", "FROM nginx:1.27\n", "FROM nginx:1.27-alpine\n");
        row("Java", "slim", "FROM eclipse-temurin:21-jdk-jammy\nCMD [\"java\", \"-jar\", \"/a.jar\"]\n",
            "FROM eclipse-temurin:21-jre-jammy\nCMD [\"java\", \"-jar\", \"/a.jar\"]\n");
        row("a distribution", "slim", "FROM debian:bookworm\nCMD [\"/x\"]\n",
            "FROM debian:bookworm-slim\nCMD [\"/x\"]\n");
        row("line ends and no last one", "slim", "FROM node:22\r\nCMD [\"node\", \"x\"]",
            "FROM node:22-slim\r\nCMD [\"node\", \"x\"]");
        row("the last stage", "slim", "FROM node:22 AS a\nFROM python:3.12\n",
            "FROM node:22 AS a\nFROM python:3.12-slim\n");
        row("below another stage", "slim", "FROM python:3.12 AS a\nFROM a\n",
            "FROM python:3.12-slim AS a\nFROM a\n");

        row("all that stands behind goes", "alpine",
            "FROM debian:bookworm\nRUN apt-get update && apt-get install -y \\\n\tgcc \\\n\tlibc6-dev "
            "\\\n\t--no-install-recommends \\\n\t&& rm -rf /var/lib/apt/lists/*\n",
            "FROM alpine:3.23\nRUN apk add --no-cache \\\n\tgcc musl-dev\n");
        row("no: variable holds more", "alpine", "ARG TAG=22-bookworm\nFROM node:$TAG\n",
            "no: more than the version");
        row("no: no value", "alpine", "ARG V\nFROM node:$V\n", "no: give its ARG a default");
        row("no: name from a variable", "alpine", "ARG I=node\nFROM $I:22\n",
            "no: name of the image comes from a variable");
        row("no: by digest", "alpine",
            "FROM node@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n",
            "no: digest alone");
        row("no: unknown image", "alpine", "FROM example.org/acme:1\n", "no: Too little is known");
        row("no: unknown word", "alpine", "FROM node:22-acme\n", "no: “acme” in the tag");
        row("no: slim already", "slim", "FROM node:22-slim\n", "no: slim image already");
        row("no: Alpine already", "alpine", "FROM alpine:3.20\n", "no: on Alpine already");
        row("no: no slim one", "slim", "FROM ubuntu:24.04\n", "no: There is no slim image");
        row("no: Apache", "alpine", "FROM php:8.2-apache\n", "no: There is no Alpine image");
        row("no: made for building", "alpine", "FROM golang:1.22\n", "no: split the stage");
        row("no: scratch", "slim", "FROM scratch\n", "no: on scratch already");
        row("no: ONBUILD", "slim", "FROM node:22\nONBUILD RUN npm ci\n", "no: ONBUILD of line 2");
        row("no: no such answer", "tiny", "FROM node:22\n", "no: none of the bases");
        row("no: Windows", "slim", "# escape=`\nFROM node:22\n", "no: Windows");
    }
    void from() { check(); }

    void packages_data()
    {
        columns();
        row("one line", "alpine", "FROM debian:12\nRUN apt-get update && apt-get install -y curl\n",
            "FROM alpine:3.23\nRUN apk add --no-cache curl\n");
        row("lines, order and comments stay", "alpine",
            "FROM debian:12\nRUN apt-get update \\\n && apt-get install -y --no-install-recommends \\\n    # "
            "for the "
            "database\n    libpq5 \\\n    zlib1g \\\n && rm -rf /var/lib/apt/lists/* \\\n && mkdir /x\n",
            "FROM alpine:3.23\nRUN apk add --no-cache \\\n    # for the database\n    libpq \\\n    zlib "
            "\\\n && mkdir "
            "/x\n");
        row("an option on the last line", "alpine",
            "FROM debian:12\nRUN apt-get update && apt-get install -y \\\n\tjq \\\n\t--no-install-recommends "
            "\\\n\t&& rm -rf "
            "/var/lib/apt/lists/*\n\nCMD [\"jq\"]\n",
            "FROM alpine:3.23\nRUN apk add --no-cache \\\n\tjq\n\nCMD [\"jq\"]\n");
        row("what follows runs whatever was before", "alpine",
            "FROM debian:12\nRUN a; apt-get update && apt-get install -y jq\n",
            "FROM alpine:3.23\nRUN a; apk add --no-cache jq\n");
        row("a RUN of its own goes", "alpine",
            "FROM debian:12\nRUN apt-get update\nRUN apt-get install -y jq\nRUN ls\n",
            "FROM alpine:3.23\nRUN apk add --no-cache jq\nRUN ls\n");
        row("one becomes two, none goes", "alpine",
            "FROM debian:12\nRUN apt-get install -y libssl3 apt-utils\n",
            "FROM alpine:3.23\nRUN apk add --no-cache libssl3 libcrypto3\n");
        row("rest of a clean-up stays", "alpine",
            "FROM debian:12\nRUN apt-get install -y jq && rm -rf /var/lib/apt/lists/* /tmp/x\n",
            "FROM alpine:3.23\nRUN apk add --no-cache jq && rm -rf /tmp/x\n");
        row("front end of the environment goes", "alpine",
            "FROM debian:12\nRUN DEBIAN_FRONTEND=noninteractive apt-get install -y jq\n",
            "FROM alpine:3.23\nRUN apk add --no-cache jq\n");
        row("version goes", "alpine", "FROM debian:12\nRUN apt-get install -y jq=1.6-2\n",
            "FROM alpine:3.23\nRUN apk add --no-cache jq\n");
        row("from Alpine", "slim", "FROM python:3.12-alpine\nRUN apk add --no-cache libpq\n",
            "FROM python:3.12-slim\nRUN apt-get update && apt-get install -y --no-install-recommends libpq5 "
            "&& "
            "rm -rf /var/lib/apt/lists/*\n");
        row("no: which release", "slim", "FROM python:3.12-alpine\nRUN apk add --no-cache icu-libs\n",
            "no: another name in every release");
        row("to a known release", "slim", "FROM alpine:3.20\nRUN apk add --no-cache icu-libs\n",
            "FROM debian:trixie-slim\nRUN apt-get update && apt-get install -y --no-install-recommends "
            "libicu76 && "
            "rm -rf /var/lib/apt/lists/*\n");
        row("with a bundle", "slim",
            "FROM python:3.12-alpine3.20\nRUN apk add --no-cache --virtual .build-deps gcc musl-dev && make "
            "&& apk del "
            ".build-deps\n",
            "FROM python:3.12-slim\nRUN apt-get update && apt-get install -y --no-install-recommends gcc "
            "libc6-dev && rm "
            "-rf /var/lib/apt/lists/* && make && apt-get purge -y --auto-remove gcc libc6-dev\n");
        row("by dnf", "alpine", "FROM fedora:43\nRUN dnf install -y openssl-devel && dnf clean all\n",
            "FROM alpine:3.23\nRUN apk add --no-cache openssl-dev\n");
        row("same world, other variant", "slim",
            "FROM python:3.12\nRUN apt-get update && apt-get install -y libpq-dev\n",
            "FROM python:3.12-slim\nRUN apt-get update && apt-get install -y libpq-dev\n");

        row("no: nothing like it", "alpine", "FROM debian:12\nRUN apt-get install -y wkhtmltopdf\n",
            "no: nothing like the package");
        row("no: variable", "alpine", "FROM debian:12\nRUN apt-get install -y $PACKAGES\n",
            "no: is not known");
        row("no: a file", "alpine", "FROM debian:12\nRUN apt-get install -y ./x.deb\n", "no: ");
        row("no: condition", "alpine", "FROM debian:12\nRUN if true; then apt-get install -y jq; fi\n",
            "no: ");
        row("no: other source", "alpine", "FROM debian:12\nRUN echo deb x > /etc/apt/sources.list.d/x.list\n",
            "no: belongs to the distribution");
        row("no: Debian's way", "alpine", "FROM debian:12\nRUN dpkg-reconfigure tzdata\n",
            "no: belongs to the distribution");
        row("no: asked in a word", "slim", "FROM alpine:3.20\nRUN a=\"$(apk --print-arch)\"\n",
            "no: asks “apk ”");
        row("no: hang together", "alpine", "FROM debian:12\nRUN apt-get update || true\n",
            "no: hang together");
    }
    void packages() { check(); }

    void tools_data()
    {
        columns();
        row("git for slim", "slim", "FROM python:3.12\nRUN git clone https://example.org/x\n",
            "FROM python:3.12-slim\nRUN apt-get update && apt-get install -y --no-install-recommends "
            "ca-certificates git "
            "&& rm -rf /var/lib/apt/lists/*\nRUN git clone https://example.org/x\n");
        row("git for Alpine", "alpine", "FROM python:3.12\nRUN git clone https://example.org/x\n",
            "FROM python:3.12-alpine\nRUN apk add --no-cache git\nRUN git clone https://example.org/x\n");
        row("installed already", "alpine",
            "FROM python:3.12\nRUN apt-get update && apt-get install -y git\nRUN git clone "
            "https://example.org/x\n",
            "FROM python:3.12-alpine\nRUN apk add --no-cache git\nRUN git clone https://example.org/x\n");
        row("bash", "alpine", "FROM debian:12\nSHELL [\"/bin/bash\", \"-c\"]\nRUN ls\n",
            "FROM alpine:3.23\nRUN apk add --no-cache bash\nSHELL [\"/bin/bash\", \"-c\"]\nRUN ls\n");
        row("GNU's options", "alpine", "FROM debian:12\nRUN grep -oP x /y && cp --parents a/b /c\n",
            "FROM alpine:3.23\nRUN apk add --no-cache coreutils grep\nRUN grep -oP x /y && cp --parents a/b "
            "/c\n");
        row("health check", "slim", "FROM python:3.12\nHEALTHCHECK CMD curl -f http://localhost/\n",
            "FROM python:3.12-slim\nRUN apt-get update && apt-get install -y --no-install-recommends "
            "ca-certificates curl "
            "&& rm -rf /var/lib/apt/lists/*\nHEALTHCHECK CMD curl -f http://localhost/\n");
        row("busybox is enough", "alpine", "FROM debian:12\nRUN grep -q x /y && cp -r a /c && tar xzf d\n",
            "FROM alpine:3.23\nRUN grep -q x /y && cp -r a /c && tar xzf d\n");
        row("gosu", "alpine",
            "FROM debian:12\nRUN apt-get install -y gosu tini\nENTRYPOINT [\"/usr/bin/tini\", \"--\", "
            "\"gosu\", \"x\"]\n",
            "FROM alpine:3.23\nRUN apk add --no-cache su-exec tini\nENTRYPOINT [\"/sbin/tini\", \"--\", "
            "\"su-exec\", \"x\"]\n");
        row("users for Alpine", "alpine",
            "FROM debian:12\nRUN groupadd -g 900 app && useradd -u 900 -g app -m -s /bin/bash app\n",
            "FROM alpine:3.23\nRUN addgroup -g 900 app && adduser -D -u 900 -G app -s /bin/sh app\n");
        row("a system user", "alpine", "FROM debian:12\nRUN useradd --system --uid 10001 app\n",
            "FROM alpine:3.23\nRUN addgroup -S -g 10001 app && adduser -S -D -H -u 10001 -G app app\n");
        row("users for Debian", "slim", "FROM node:22-alpine\nRUN addgroup -S app && adduser -S -G app app\n",
            "FROM node:22-slim\nRUN groupadd -r app && useradd -r -M -g app app\n");
        row("no: usermod", "alpine", "FROM debian:12\nRUN usermod -aG video www-data\n", "no: usermod");
        row("no: group by number", "alpine", "FROM debian:12\nRUN useradd -g 900 app\n", "no: useradd");
        row("no: JDK", "slim", "FROM eclipse-temurin:21-jdk\nRUN javac X.java\n", "no: only the JDK has");
        row("no: gems", "slim", "FROM ruby:3.3\nRUN bundle install\n", "no: gems of line 2");
        row("gems with a compiler", "slim",
            "FROM ruby:3.3\nRUN apt-get install -y build-essential && bundle install\n",
            "FROM ruby:3.3-slim\nRUN apt-get install -y build-essential && bundle install\n");
    }
    void tools() { check(); }

    void libraries_data()
    {
        columns();
        row("no: cgo", "alpine",
            "FROM golang:1.22 AS b\nRUN go build -o /x\nFROM debian:12-slim\nCOPY --from=b /x /x\nCMD "
            "[\"/x\"]\n",
            "no: is made on line 2 with the C library glibc");
        row("static", "alpine",
            "FROM golang:1.22 AS b\nRUN CGO_ENABLED=0 go build -o /x\nFROM debian:12-slim\nCOPY --from=b /x "
            "/x\nCMD [\"/x\"]\n",
            "FROM golang:1.22 AS b\nRUN CGO_ENABLED=0 go build -o /x\nFROM alpine:3.23\nCOPY --from=b /x "
            "/x\nCMD [\"/x\"]\n");
        row("no: compiled by make", "alpine",
            "FROM debian:12 AS b\nWORKDIR /b\nRUN make\nFROM debian:12-slim\nCOPY --from=b /b/x /x\nCMD "
            "[\"/x\"]\n",
            "no: may be what line 3 compiles");
        row("statically", "alpine",
            "FROM debian:12 AS b\nWORKDIR /b\nRUN make LDFLAGS=-static\nFROM debian:12-slim\nCOPY --from=b "
            "/b/x "
            "/x\nCMD [\"/x\"]\n",
            "FROM debian:12 AS b\nWORKDIR /b\nRUN make LDFLAGS=-static\nFROM alpine:3.23\nCOPY --from=b /b/x "
            "/x\nCMD [\"/x\"]\n");
        row("no: .NET for one C library", "alpine",
            "FROM mcr.microsoft.com/dotnet/runtime-deps:8.0\nCMD [\"/x\"]\n",
            "no: published for its C library");
        row(".NET for any", "alpine",
            "FROM mcr.microsoft.com/dotnet/aspnet:8.0\nCMD [\"dotnet\", \"x.dll\"]\n",
            "FROM mcr.microsoft.com/dotnet/aspnet:8.0-alpine\nCMD [\"dotnet\", \"x.dll\"]\n");
        row("no: Debian's folder", "alpine", "FROM debian:12\nCOPY x.so /usr/lib/x86_64-linux-gnu/\n",
            "no: only Debian has");
        row("installing stage goes along", "alpine",
            "FROM node:22 AS deps\nWORKDIR /a\nCOPY package.json .\nRUN npm ci\nFROM node:22-slim\nCOPY "
            "--from=deps "
            "/a/node_modules /a/node_modules\nCMD [\"node\", \"x.js\"]\n",
            "FROM node:22-alpine AS deps\nWORKDIR /a\nCOPY package.json .\nRUN npm ci\nFROM "
            "node:22-alpine\nCOPY "
            "--from=deps /a/node_modules /a/node_modules\nCMD [\"node\", \"x.js\"]\n");
    }
    void libraries() { check(); }

    void shellLess_data()
    {
        columns();
        const auto go = [](const char *head, const char *tail) {
            return QByteArray("FROM golang:1.22 AS b\nRUN ") + head + " go build -o /x\n" + tail;
        };
        row("static on distroless", "distroless",
            go("CGO_ENABLED=0", "FROM debian:12-slim\nCOPY --from=b /x /x\nCMD [\"/x\"]\n"),
            go("CGO_ENABLED=0",
               "FROM gcr.io/distroless/static-debian12\nCOPY --from=b /x /x\nCMD [\"/x\"]\n"));
        row("shell form", "distroless", go("CGO_ENABLED=0", "FROM alpine\nCOPY --from=b /x /x\nCMD /x -v\n"),
            go("CGO_ENABLED=0",
               "FROM gcr.io/distroless/static-debian13\nCOPY --from=b /x /x\nCMD [\"/x\", \"-v\"]\n"));
        row("certificates are there", "distroless",
            go("CGO_ENABLED=0",
               "FROM alpine\nRUN apk add --no-cache ca-certificates\nCOPY --from=b /x /x\nENTRYPOINT "
               "[\"/x\"]\n"),
            go("CGO_ENABLED=0",
               "FROM gcr.io/distroless/static-debian13\nCOPY --from=b /x /x\nENTRYPOINT [\"/x\"]\n"));
        row("scratch copies them", "scratch",
            go("CGO_ENABLED=0", "FROM alpine\nCOPY --from=b /x /x\nENTRYPOINT [\"/x\"]\n"),
            go("CGO_ENABLED=0",
               "FROM scratch\nCOPY --from=b /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/\nCOPY "
               "--from=b /x /x\nENTRYPOINT "
               "[\"/x\"]\n"));
        row("scratch copies them instead of the package", "scratch",
            go("CGO_ENABLED=0",
               "FROM alpine\nRUN apk add --no-cache ca-certificates\nCOPY --from=b /x /x\nENTRYPOINT "
               "[\"/x\"]\n"),
            go("CGO_ENABLED=0",
               "FROM scratch\nCOPY --from=b /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/\nCOPY "
               "--from=b /x "
               "/x\nENTRYPOINT [\"/x\"]\n"));
        row("with a C library", "distroless", go("", "FROM debian:13\nCOPY --from=b /x /x\nCMD [\"/x\"]\n"),
            go("", "FROM gcr.io/distroless/base-debian13\nCOPY --from=b /x /x\nCMD [\"/x\"]\n"));
        row("chainguard", "chainguard",
            go("CGO_ENABLED=0", "FROM debian:13\nCOPY --from=b /x /x\nCMD [\"/x\"]\n"),
            go("CGO_ENABLED=0",
               "FROM cgr.dev/chainguard/static:latest\nCOPY --from=b /x /x\nCMD [\"/x\"]\n"));
        row("a user by number", "distroless",
            go("CGO_ENABLED=0",
               "FROM alpine\nRUN adduser -D -u 1000 app\nCOPY --from=b --chown=app /x /x\nUSER app\nCMD "
               "[\"/x\"]\n"),
            go("CGO_ENABLED=0",
               "FROM gcr.io/distroless/static-debian13\nCOPY --from=b --chown=1000 /x /x\nUSER 1000\nCMD "
               "[\"/x\"]\n"));
        row("node", "distroless",
            "FROM node:22-slim\nWORKDIR /a\nCOPY . .\nUSER node\nCMD [\"node\", \"x.js\"]\n",
            "FROM gcr.io/distroless/nodejs22-debian13\nWORKDIR /a\nCOPY . .\nUSER 1000\nCMD [\"x.js\"]\n");
        row("node by ENTRYPOINT", "distroless", "FROM node:22\nENTRYPOINT [\"node\", \"x.js\"]\n",
            "FROM gcr.io/distroless/nodejs22-debian13\nENTRYPOINT [\"/nodejs/bin/node\", \"x.js\"]\n");
        row("java", "distroless",
            "FROM eclipse-temurin:21-jre\nCOPY a.jar /\nCMD [\"java\", \"-jar\", \"/a.jar\"]\n",
            "FROM gcr.io/distroless/java21-debian13\nCOPY a.jar /\nCMD [\"/a.jar\"]\n");
        row("java with options", "distroless",
            "FROM eclipse-temurin:21-jre\nCMD [\"java\", \"-Xmx1g\", \"-jar\", \"/a.jar\"]\n",
            "FROM gcr.io/distroless/java21-debian13\nENTRYPOINT [\"/usr/bin/java\", \"-Xmx1g\", \"-jar\", "
            "\"/a.jar\"]\n");
        row("health check of node", "distroless",
            "FROM node:22\nHEALTHCHECK --interval=5s CMD curl -f http://localhost:3000/ || exit 1\nCMD "
            "[\"node\", \"x.js\"]\n",
            "FROM gcr.io/distroless/nodejs22-debian13\nHEALTHCHECK --interval=5s CMD [\"/nodejs/bin/node\", "
            "\"-e\", "
            "\"fetch('http://localhost:3000/"
            "').then(r=>process.exit(r.ok?0:1)).catch(()=>process.exit(1))\"]\nCMD "
            "[\"x.js\"]\n");

        row("no: RUN", "distroless", "FROM node:22\nRUN npm ci\nCMD [\"node\", \"x.js\"]\n",
            "no: has no shell to run it");
        row("no: npm", "distroless", "FROM node:22\nCMD [\"npm\", \"start\"]\n", "no: starts “npm”");
        row("no: script", "distroless", "FROM node:22\nENTRYPOINT [\"/entrypoint.sh\"]\n", "no: script");
        row("no: shell", "distroless", "FROM node:22\nCMD node x.js | tee y\n", "no: needs a shell");
        row("no: no program", "distroless", "FROM node:22\n", "no: No CMD or ENTRYPOINT");
        row("no: user without a number", "distroless", "FROM node:22\nUSER acme\nCMD [\"node\", \"x.js\"]\n",
            "no: its number is not known");
        row("no: owner without a number", "distroless",
            "FROM node:22\nCOPY --chown=acme . .\nCMD [\"node\", \"x.js\"]\n", "no: owner");
        row("no: package", "distroless",
            "FROM node:22\nRUN apt-get install -y ffmpeg\nCMD [\"node\", \"x.js\"]\n", "no: ffmpeg");
        row("no: health check", "distroless",
            "FROM node:22\nHEALTHCHECK CMD /check\nCMD [\"node\", \"x.js\"]\n", "no: health check");
        row("no: version", "distroless", "FROM node:18\nCMD [\"node\", \"x.js\"]\n", "no: no such image");
        row("no: other Python", "distroless", "FROM python:3.12\nCMD [\"python\", \"x.py\"]\n",
            "no: no such image");
        row("no: environment", "distroless",
            "FROM python:3.13 AS b\nRUN python -m venv /venv\nFROM python:3.13-slim\nCOPY --from=b /venv "
            "/venv\nCMD [\"python\", \"x.py\"]\n",
            "no: ");
        row("no: nothing says how it is linked", "distroless", "FROM debian:13\nCOPY x /x\nCMD [\"/x\"]\n",
            "no: how the program is linked");
        row("no: scratch has no C library", "scratch",
            go("", "FROM debian:13\nCOPY --from=b /x /x\nCMD [\"/x\"]\n"), "no: ");
        row("no: no certificates", "scratch",
            "FROM golang:1.22 AS b\nRUN CGO_ENABLED=0 go build -o /x\nFROM debian:12 AS m\nCOPY --from=b /x "
            "/x\nFROM "
            "alpine\nCOPY --from=m /x /x\nENTRYPOINT [\"/x\"]\n",
            "no: ");
        row("no: others are built on it", "distroless",
            "FROM node:22 AS a\nFROM a\nCMD [\"node\", \"x.js\"]\n", "no: Other stages");
    }
    void shellLess() { check(); }

    void stageByName()
    {
        const RefactoringCase file("FROM node:22 AS a\nFROM python:3.12\n", {{"stage", "a"}});
        QVERIFY(file.after("switch-base").contains("only built in"));
        QVERIFY(RefactoringCase("FROM node:22\n", {{"stage", "x"}})
                    .after("switch-base")
                    .contains("no such stage"));
    }
    void doubtsAreSaid()
    {
        const RefactoringCase file("FROM python:3.12\nRUN pip install -r r.txt\n");
        QVERIFY(file.assumptions("switch-base").contains("line 2"));
        QCOMPARE(RefactoringCase("FROM python:3.12\n").proposal("switch-base").verdict(), Verdict::Safe);
    }
    void sizesAreSaid()
    {
        const Proposal proposal = RefactoringCase("FROM python:3.12\n").proposal("switch-base");
        QVERIFY(proposal.sizeBefore && proposal.sizeAfter);
        QVERIFY(proposal.sizeAfter->most < proposal.sizeBefore->least);
    }
    /// Answers that are not possible say why.
    void answers()
    {
        const Proposal proposal = RefactoringCase("FROM python:3.12\n").proposal("switch-base");
        QCOMPARE(proposal.choices.size(), std::size_t(1));
        QCOMPARE(proposal.choices[0].answers.size(), std::size_t(6));
        QCOMPARE(QByteArray::fromStdString(proposal.choices[0].chosen), QByteArray("slim"));
        for (const Choice::Answer &answer : proposal.choices[0].answers)
            QVERIFY(!answer.about.source.empty());
    }
};

QTEST_GUILESS_MAIN(TestSwitchBase)
#include "tst_switch_base.moc"
