// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/contract/runtime_contract.h"
#include "model/knowledge/base_traits.h"
#include "model/knowledge/end_of_life.h"
#include "model/knowledge/image_tags.h"
#include "model/knowledge/releases.h"

#include <QTest>

using namespace drydock;

/// What is known of images by their names.
class TestBaseFacts : public QObject {
    Q_OBJECT

private slots:
    void versionsAreNumbers()
    {
        QVERIFY(compareVersions("3.9", "3.10") < 0);
        QVERIFY(compareVersions("2", "1.99") > 0);
        QCOMPARE(compareVersions("1.2.0", "1.2"), 0);
        QVERIFY(isOfCycle("3.1.4", "3.1") && !isOfCycle("3.12", "3.1") && !isOfCycle("3", "3.1"));
        QVERIFY(isVersion("3.12") && !isVersion("3.12rc1") && !isVersion("") && !isVersion("3."));
    }
    void releases_data()
    {
        QTest::addColumn<QByteArray>("image");
        QTest::addColumn<QByteArray>("release");
        const auto row = [](const char *image, const char *release) {
            QTest::newRow(image) << QByteArray(image) << QByteArray(release);
        };
        row("debian:12.5-slim", "bookworm");
        row("debian:bookworm-20250101", "bookworm");
        row("debian", "trixie?");
        row("ubuntu:22.04", "jammy");
        row("python:3.12-slim-bullseye", "bullseye");
        row("python:3.12-slim", "");
        row("node:22-alpine3.20", "alpine 3.20");
        row("alpine:3.22.1", "alpine 3.22");
        row("golang:1.22", "bookworm?");
        row("golang:1.22-alpine", "");
        row("golang:1", "trixie?");
        row("golang", "trixie?");
        row("golang:1.10", "");
        row("gcr.io/distroless/cc-debian12:nonroot", "bookworm");
        row("gcr.io/distroless/cc", "");
        row("mcr.microsoft.com/dotnet/aspnet:8.0-jammy-chiseled", "jammy");
        row("my/image:12", "");
    }
    void releases()
    {
        QFETCH(QByteArray, image);
        QFETCH(QByteArray, release);
        const ReleaseOfImage found = releaseOf(image.toStdString());
        QByteArray label;
        if (found.release)
            label = QByteArray::fromStdString(found.release->label()) + (found.isAssumed ? "?" : "");
        QCOMPARE(label, release);
    }
    void pythons()
    {
        QCOMPARE(pythonOf("python:3.12.1-slim"), std::string("3.12"));
        QCOMPARE(pythonOf("gcr.io/distroless/python3-debian12"), std::string("3.11"));
        QCOMPARE(pythonOf("python:3"), std::string());
        QCOMPARE(pythonOf("debian:12"), std::string());
    }
    void goesOnToTheSameVariant_data()
    {
        QTest::addColumn<QByteArray>("image");
        QTest::addColumn<QByteArray>("instead");
        const auto row = [](const char *image, const char *instead) {
            QTest::newRow(image) << QByteArray(image) << QByteArray(instead);
        };
        row("python:3.7-slim-buster", "python:3.14-slim");
        row("python:3.13-slim-buster", "python:3.13-slim");
        row("node:14-alpine3.12", "node:24-alpine");
        row("golang:1.20-bookworm", "golang:1.26-bookworm");
        row("python:3.7-slim-bullseye", "python:3.14-slim");
        row("debian:stretch-slim", "debian:trixie-slim");
        row("debian:9", "debian:13");
        row("php:7.4-fpm-alpine", "php:8.4-fpm-alpine");
        row("mcr.microsoft.com/dotnet/core/sdk:3.1", "mcr.microsoft.com/dotnet/sdk:10.0");
        row("postgres:9.6-alpine", "postgres:18-alpine");
    }
    void goesOnToTheSameVariant()
    {
        QFETCH(QByteArray, image);
        QFETCH(QByteArray, instead);
        const auto end = endOfLifeOf(image.toStdString());
        QVERIFY(end);
        QCOMPARE(QByteArray::fromStdString(end->instead), instead);
        QVERIFY2(!endOfLifeOf(end->instead), "what is offered has ended itself");
    }
    void users()
    {
        const auto node = baseTraitsOf("node:24-slim");
        QVERIFY(node && node->family);
        QVERIFY(node->hasUser("node") && node->hasGroup("node") && node->hasUser("www-data"));
        QVERIFY(!node->hasUser("nonroot") && !node->hasUser("nogroup") && node->hasGroup("nogroup"));
        const auto alpine = baseTraitsOf("node:24-alpine");
        QVERIFY(alpine->hasUser("node") && !alpine->hasUser("www-data") && alpine->hasGroup("www-data"));
        QVERIFY(baseTraitsOf("ubuntu:24.04")->hasUser("_apt")
                && baseTraitsOf("ubuntu:24.04")->hasUser("ubuntu"));
        QVERIFY(!baseTraitsOf("scratch")->hasUser("root"));
        QCOMPARE(usualNumberOf("nonroot"), std::string("65532"));
        QCOMPARE(usualNumberOf("node"), std::string("1000"));
        QCOMPARE(usualNumberOf("somebody"), std::string());
    }
    void tools()
    {
        const auto has = [](const char *image, std::string_view tool) {
            const auto traits = baseTraitsOf(image);
            if (!traits || !traits->tools)
                return QByteArray("?");
            return QByteArray(std::ranges::find(*traits->tools, tool) != traits->tools->end() ? "yes" : "no");
        };
        QCOMPARE(has("node:24", "curl"), QByteArray("yes"));
        QCOMPARE(has("node:24-slim", "curl"), QByteArray("no"));
        QCOMPARE(has("node:24-alpine", "curl"), QByteArray("no"));
        QCOMPARE(has("node:24-alpine", "wget"), QByteArray("yes"));
        QCOMPARE(has("alpine:3.22", "wget"), QByteArray("yes"));
        QCOMPARE(has("scratch", "wget"), QByteArray("no"));
        QCOMPARE(has("nginx:1-alpine", "curl"), QByteArray("yes"));
        QCOMPARE(has("postgres:18", "curl"), QByteArray("?"));
    }
    void startsWhat_data()
    {
        QTest::addColumn<QByteArray>("image");
        QTest::addColumn<QByteArray>("start");
        const auto row = [](const char *image, const char *start) {
            QTest::newRow(image) << QByteArray(image) << QByteArray(start);
        };
        row("node:22-alpine", "docker-entrypoint.sh node");
        row("node:8", "?");
        row("node:carbon", "?");
        row("node", "docker-entrypoint.sh node");
        row("node@sha256:0123456789012345678901234567890123456789012345678901234567890123", "?");
        row("python:2.7-slim", "python2");
        row("python:3", "python3");
        row("python:3.14.1-slim-trixie", "python3");
        row("php:8.4-fpm-alpine", "docker-php-entrypoint php-fpm | 9000/tcp | SIGQUIT");
        row("php:8.4-apache", "docker-php-entrypoint apache2-foreground | 80/tcp | SIGWINCH");
        row("php:8.4-cli", "docker-php-entrypoint php -a");
        row("nginx:1", "/docker-entrypoint.sh nginx -g \"daemon off;\" | 80/tcp | SIGQUIT");
        row("nginx:1.19", "?");
        row("mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled", "user 1654");
        row("mcr.microsoft.com/dotnet/aspnet:10.0", "/bin/bash");
        row("eclipse-temurin:8u402-b06-jdk", "?");
        row("eclipse-temurin:21", "/__cacert_entrypoint.sh jshell");
        row("gcr.io/distroless/base-debian12:debug-nonroot", "/busybox/sh | user 65532 | /home/nonroot");
        row("gcr.io/distroless/static", "");
        row("gcr.io/distroless/java21-debian13", "/usr/bin/java -jar");
        row("docker.io/library/postgres:17", "docker-entrypoint.sh postgres | 5432/tcp | SIGINT");
        row("golang:1.25-windowsservercore", "?");
    }
    void startsWhat()
    {
        QFETCH(QByteArray, image);
        QFETCH(QByteArray, start);
        const RuntimeContract contract = contractOfImage(image.toStdString());
        QByteArrayList parts;
        if (contract.open.contains(ContractPart::Program))
            parts << "?";
        else if (const auto words = inWords(contract); !contract.argv.empty() && !words.empty())
            parts << QByteArray::fromStdString(words.front().arguments.front());
        if (parts != QByteArrayList {"?"}) {
            if (!contract.user.empty())
                parts << "user " + QByteArray::fromStdString(contract.user);
            for (const std::string &port : contract.ports)
                parts << QByteArray::fromStdString(port);
            if (!contract.stopSignal.empty())
                parts << QByteArray::fromStdString(contract.stopSignal);
            if (contract.workingDirectory.starts_with("/home"))
                parts << QByteArray::fromStdString(contract.workingDirectory);
        }
        QCOMPARE(parts.join(" | "), start);
    }
};

QTEST_GUILESS_MAIN(TestBaseFacts)
#include "tst_base_facts.moc"
