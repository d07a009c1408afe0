// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/lint/rule_findings.h"

#include <QTest>

using namespace drydock;

/// When the rules about what one stage takes from another speak, about which words, how severely, and when they do not.
class TestCarriedRules : public QObject {
    Q_OBJECT

private slots:
    void speaks_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("findings"); // of the rule whose id begins the row's name
        const auto row = [](const char *name, const QByteArray &text, const char *findings) {
            QTest::newRow(name) << text << QByteArray(findings);
        };
        libraries(row);
        pythons(row);
        developerPackages(row);
    }
    void speaks()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, findings);
        const std::string rule = QByteArray(QTest::currentDataTag()).split(' ').first().toStdString();
        QCOMPARE(findingsOf(rule, text), findings);
    }

private:
    template <typename Row>
    static void libraries(Row row)
    {
        const QByteArray rust = "FROM rust:1.89 AS b\nWORKDIR /s\nRUN cargo build --release\n";
        const QByteArray copy = "COPY --from=b /s/target/release/app /app\nCMD [\"/app\"]\n";
        row("S03 Rust to Alpine", rust + "FROM alpine:3.23\n" + copy, "S03@5: /s/target/release/app error");
        row("S03 Rust to scratch", rust + "FROM scratch\n" + copy, "S03@5: /s/target/release/app error");
        row("S03 Rust moved first",
            "FROM rust:1.89 AS b\nWORKDIR /s\nRUN cargo build --release && cp target/release/app /out\nFROM "
            "alpine:3.23\nCOPY --from=b /out /app\n",
            "S03@5: /out error");
        row("S03 Rust for musl",
            "FROM rust:1.89 AS b\nWORKDIR /s\nRUN cargo build --release --target "
            "x86_64-unknown-linux-musl\nFROM alpine:3.23\nCOPY --from=b "
            "/s/target/x86_64-unknown-linux-musl/release/app /app\n",
            "");
        row("S03 Rust built on Alpine is static",
            "FROM rust:1.89-alpine AS b\nWORKDIR /s\nRUN cargo build --release\nFROM debian:13\n" + copy, "");
        row("S03 Rust built on Alpine without that",
            "FROM rust:1.89-alpine AS b\nENV RUSTFLAGS=-Ctarget-feature=-crt-static\nWORKDIR /s\nRUN cargo "
            "build "
            "--release\nFROM debian:13\n"
                + copy,
            "S03@6: /s/target/release/app error");
        row("S03 Alpine's own Rust",
            "FROM alpine:3.23 AS b\nRUN apk add cargo\nWORKDIR /s\nRUN cargo build --release\nFROM "
            "debian:13\n"
                + copy,
            "S03@6: /s/target/release/app error");
        row("S03 the same library", rust + "FROM debian:13\n" + copy, "");
        row("S03 a stand-in for glibc", rust + "FROM alpine:3.23\nRUN apk add gcompat\n" + copy, "");
        row("S03 data", rust + "FROM alpine:3.23\nCOPY --from=b /s/target/release/index.html /x\n", "");
        row("S03 certificates", rust + "FROM alpine:3.23\nCOPY --from=b /etc/ssl/certs /etc/ssl/certs\n", "");
        row("S03 a file to take out", rust + "FROM scratch\nCOPY --from=b /s/target/release/app /\n", "");
        row("S03 with all its libraries",
            "FROM gcc:14 AS b\nRUN gcc -o /app a.c && ldd /app | xargs cp -t /deps\nFROM scratch\nCOPY "
            "--from=b "
            "/app /app\nCMD [\"/app\"]\n",
            "");
        row("S03 C", "FROM gcc:14 AS b\nRUN gcc -o /app a.c\nFROM alpine:3.23\nCOPY --from=b /app /app\n",
            "S03@4: /app error");
        row("S03 C linked statically",
            "FROM gcc:14 AS b\nRUN gcc -static -o /app a.c\nFROM alpine:3.23\nCOPY --from=b /app /app\n", "");
        row("S03 by make",
            "FROM debian:13 AS b\nRUN apt-get install -y build-essential\nWORKDIR /s\nRUN make && cp app "
            "/app\nFROM alpine:3.23\nCOPY --from=b /app /app\n",
            "S03@6: /app warning");
        row("S03 cgo from Alpine",
            "FROM golang:1.26-alpine AS b\nRUN apk add gcc musl-dev\nRUN go build -o /app .\nFROM "
            "debian:13\nCOPY --from=b /app /app\n",
            "S03@5: /app error");
        row("S03 Go from Alpine",
            "FROM golang:1.26-alpine AS b\nRUN go build -o /app .\nFROM debian:13\nCOPY --from=b /app /app\n",
            "");
        row("S03 an unknown base", rust + "FROM my/base:1\n" + copy, "");
        const QByteArray node = "FROM node:24 AS b\nWORKDIR /a\n";
        row("S03 node_modules",
            node + "RUN npm ci\nFROM node:24-alpine\nCOPY --from=b /a/node_modules /a/node_modules\n",
            "S03@5: /a/node_modules info");
        row("S03 native node_modules",
            node + "RUN npm install sharp\nFROM node:24-alpine\nCOPY --from=b /a /a\n", "S03@5: /a error");
        row("S03 a compiler for node_modules",
            "FROM node:24-alpine AS b\nRUN apk add build-base\nWORKDIR /a\nRUN npm ci\nFROM "
            "gcr.io/distroless/nodejs24-debian13\nCOPY --from=b /a /a\n",
            "S03@6: /a warning");
        row("S03 node_modules, installed anew",
            node + "RUN npm ci\nFROM node:24-alpine\nCOPY --from=b /a /a\nRUN npm rebuild\n", "");
        row("S03 what npm built",
            node + "RUN npm ci && npm run build\nFROM nginx:1-alpine\nCOPY --from=b /a/dist /srv\n", "");
        row("S03 a virtual environment",
            "FROM python:3.13 AS b\nRUN python -m venv /venv && /venv/bin/pip install a==1\nFROM "
            "python:3.13-alpine\nCOPY --from=b /venv /venv\n",
            "S03@4: /venv warning");
        row("S04 over the great divide",
            "FROM rust:1.80-bookworm AS b\nWORKDIR /s\nRUN cargo build --release\nFROM debian:bullseye-slim\n"
                + copy,
            "S04@5: /s/target/release/app error");
        row("S04 newer", rust + "FROM debian:bookworm-slim\n" + copy, "S04@5: /s/target/release/app warning");
        row("S04 by the newest tag",
            "FROM rust:1 AS b\nWORKDIR /s\nRUN cargo build --release\nFROM gcr.io/distroless/cc-debian12\n"
                + copy,
            "S04@5: /s/target/release/app warning");
        row("S04 the same", rust + "FROM debian:trixie-slim\n" + copy, "");
        row("S04 older",
            "FROM rust:1.80-bullseye AS b\nWORKDIR /s\nRUN cargo build --release\nFROM debian:12\n" + copy,
            "");
        row("S04 cgo over the great divide",
            "FROM golang:1.22 AS b\nRUN go build -o /app .\nFROM debian:11\nCOPY --from=b /app /app\n",
            "S04@4: /app warning");
        row("S04 cgo otherwise",
            "FROM golang:1.26 AS b\nRUN go build -o /app .\nFROM debian:12\nCOPY --from=b /app /app\n", "");
        row("S04 no cgo",
            "FROM golang:1.22 AS b\nRUN CGO_ENABLED=0 go build -o /app .\nFROM debian:11\nCOPY --from=b /app "
            "/app\n",
            "");
        row("S04 a jar",
            "FROM eclipse-temurin:21-jdk-noble AS b\nWORKDIR /s\nRUN ./mvnw package\nFROM "
            "eclipse-temurin:21-jre-jammy\nCOPY --from=b /s/target/app.jar /app.jar\n",
            "");
        row("S04 another OpenSSL",
            "FROM rust:1.69-bullseye AS b\nRUN apt-get install -y libssl-dev\nWORKDIR /s\nRUN cargo build "
            "--release\nFROM debian:12\n"
                + copy,
            "S04@6: /s/target/release/app warning");
    }
    template <typename Row>
    static void pythons(Row row)
    {
        const QByteArray venv = "RUN python3 -m venv /venv\n";
        row("S43 another minor version",
            "FROM python:3.12 AS b\n" + venv + "FROM python:3.13-slim\nCOPY --from=b /venv /venv\n",
            "S43@4: /venv warning");
        row("S43 distroless",
            "FROM python:3.12-slim AS b\n" + venv
                + "FROM gcr.io/distroless/python3-debian12\nCOPY --from=b /venv /venv\n",
            "S43@4: /venv warning");
        row("S43 the distribution's",
            "FROM python:3.12-slim-bookworm AS b\nRUN pip install --prefix=/install a==1\nFROM "
            "debian:bookworm-slim\nRUN apt-get install -y python3\nCOPY --from=b /install /usr/local\n",
            "S43@5: /install warning");
        row("S43 a path that says so",
            "FROM python:3.13 AS b\nRUN pip install a==1\nFROM python:3.13-slim\nCOPY --from=b "
            "/usr/local/lib/python3.12/site-packages /usr/local/lib/python3.12/site-packages\n",
            "S43@4: /usr/local/lib/python3.12/site-packages warning");
        row("S43 the same",
            "FROM python:3.13.2 AS b\n" + venv + "FROM python:3.13-slim\nCOPY --from=b /venv /venv\n", "");
        row("S43 any 3", "FROM python:3 AS b\n" + venv + "FROM python:3.13-slim\nCOPY --from=b /venv /venv\n",
            "");
        row("S43 other files",
            "FROM python:3.12 AS b\n" + venv + "FROM python:3.13-slim\nCOPY --from=b /docs /docs\n", "");
        row("S43 installed anew",
            "FROM python:3.12 AS b\n" + venv
                + "FROM python:3.13-slim\nCOPY --from=b /venv /venv\nRUN pip install /wheels/*\n",
            "");
        row("S43 a Python of its own",
            "FROM python:3.12 AS b\nRUN uv python install 3.13\n" + venv
                + "FROM python:3.13-slim\nCOPY --from=b /venv /venv\n",
            "");
    }
    template <typename Row>
    static void developerPackages(Row row)
    {
        const QByteArray start = "CMD [\"node\", \"s.js\"]\n";
        row("S17 npm ci", "FROM node:24\nRUN npm ci\n" + start, "S17@2: npm ci warning");
        row("S17 without them", "FROM node:24\nRUN npm ci --omit=dev\n" + start, "");
        row("S17 NODE_ENV", "FROM node:24\nENV NODE_ENV=production\nRUN npm ci\n" + start, "");
        row("S17 NODE_ENV in front", "FROM node:24\nRUN NODE_ENV=production npm ci\n" + start, "");
        row("S17 NODE_ENV too late", "FROM node:24\nRUN npm ci\nENV NODE_ENV=production\n" + start,
            "S17@2: npm ci warning");
        row("S17 pruned", "FROM node:24\nRUN npm ci && npm run build && npm prune --omit=dev\n" + start, "");
        row("S17 built with them", "FROM node:24\nRUN npm ci\nRUN npm run build\n" + start,
            "S17@2: npm ci info");
        row("S17 a script starts it", "FROM node:24\nRUN npm ci\nCMD [\"npm\", \"start\"]\n",
            "S17@2: npm ci info");
        row("S17 a shell script starts it", "FROM node:24\nRUN npm ci\nCMD [\"./start.sh\"]\n",
            "S17@2: npm ci info");
        row("S17 two projects, one of them built",
            "FROM node:24\nRUN cd a && npm ci && cd ../b && npm ci && npm run build\n" + start,
            "S17@2: npm ci info");
        row("S17 a tool starts it", "FROM node:24\nRUN npm ci\nCMD [\"ts-node\", \"s.ts\"]\n", "");
        row("S17 a developer's image", "FROM node:24 AS dev\nRUN npm ci\n" + start, "");
        row("S17 a base for others", "FROM node:24\nRUN npm ci\n", "");
        row("S17 packages by name", "FROM node:24\nRUN npm install -g pnpm && npm install express\n" + start,
            "");
        row("S17 copied",
            "FROM node:24 AS b\nWORKDIR /a\nRUN npm ci\nFROM node:24-slim\nCOPY --from=b /a/node_modules "
            "/a/node_modules\n"
                + start,
            "S17@3: npm ci warning");
        row("S17 only the result is copied",
            "FROM node:24 AS b\nWORKDIR /a\nRUN npm ci\nFROM node:24-slim\nCOPY --from=b /a/dist /a/dist\n"
                + start,
            "");
        row("S17 composer",
            "FROM composer:2 AS b\nWORKDIR /a\nRUN composer install\nFROM php:8.4-apache\nCOPY --from=b "
            "/a/vendor "
            "/a/vendor\nCMD [\"apache2-foreground\"]\n",
            "S17@3: composer install warning");
        row("S17 composer without them",
            "FROM php:8.4\nRUN composer install --no-dev\nCMD [\"php\", \"a\"]\n", "");
        row("S17 uv", "FROM python:3.13\nRUN uv sync\nCMD [\"python\", \"a\"]\n", "S17@2: uv sync warning");
        row("S17 uv starts it", "FROM python:3.13\nRUN uv sync\nCMD [\"uv\", \"run\", \"a\"]\n", "");
        row("S17 uv without them", "FROM python:3.13\nRUN uv sync --no-dev\nCMD [\"python\", \"a\"]\n", "");
        row("S17 poetry", "FROM python:3.13\nRUN poetry install\nCMD [\"python\", \"a\"]\n",
            "S17@2: poetry install warning");
        row("S17 poetry without them",
            "FROM python:3.13\nRUN poetry install --only main\nCMD [\"python\", \"a\"]\n", "");
        row("S17 bundler for production",
            "FROM ruby:3.4\nENV RAILS_ENV=production\nRUN bundle install\nCMD [\"rails\", \"s\"]\n",
            "S17@3: bundle install warning");
        row("S17 bundler for development", "FROM ruby:3.4\nRUN bundle install\nCMD [\"rails\", \"s\"]\n", "");
        row("S17 bundler told so",
            "FROM ruby:3.4\nENV RAILS_ENV=production BUNDLE_WITHOUT=test\nRUN bundle install\nCMD "
            "[\"rails\", "
            "\"s\"]\n",
            "");
    }
};

QTEST_GUILESS_MAIN(TestCarriedRules)
#include "tst_carried_rules.moc"
