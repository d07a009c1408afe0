// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/knowledge/inspect_answers.h"
#include "tests/model/refactor/refactoring_case.h"
#include "tests/model/refactor/refactoring_promises.h"

#include <QDir>
#include <QFile>

using namespace drydock;

namespace {

constexpr auto nodeDigest = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
constexpr auto oldDigest = "sha256:0000000000000000000000000000000000000000000000000000000000000000";

/// What an engine says that has pulled a few images.
constexpr auto inspected = R"json([
  {"RepoTags": ["node:latest", "node:lts", "node:24"],
   "RepoDigests": ["mirror.example/node@sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
                   "node@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"],
   "Config": {"Env": ["NODE_VERSION=24.19.0"]}},
  {"RepoTags": ["node:alpine", "node:24.19.0-alpine3.23", "node:24.19-alpine3.23", "node:24-alpine3.23", "node:24.19-alpine"],
   "RepoDigests": ["node@sha256:cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"],
   "Config": {"Env": ["NODE_VERSION=24.19.0"]}},
  {"RepoTags": ["node:current-slim"], "RepoDigests": [], "Config": {"Env": ["NODE_VERSION=25.1.0"]}},
  {"RepoTags": ["python:latest"], "RepoDigests": [], "Config": {"Env": ["PYTHON_VERSION=3.8.1"]}},
  {"RepoTags": ["postgres:latest"], "RepoDigests": [], "Config": {"Env": ["PG_VERSION=17.2-1.pgdg120+1"]}},
  {"RepoTags": ["eclipse-temurin:latest"], "RepoDigests": [], "Config": {"Env": ["JAVA_VERSION=jdk-25.0.1+8"]}},
  {"RepoTags": ["mcr.microsoft.com/dotnet/sdk:latest"], "RepoDigests": [], "Config": {"Env": ["DOTNET_SDK_VERSION=10.0.102"]}},
  {"RepoTags": ["my/app:latest", "my/app:1.2.3", "my/app:1.2"], "RepoDigests": [], "Config": null},
  {"RepoTags": ["docker/dockerfile:1"],
   "RepoDigests": ["docker/dockerfile@sha256:dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"], "Config": {}}
])json";

const ImageSource &answers()
{
    static const auto source = readInspectAnswers(inspected);
    return **source;
}

/// Knows every image and a digest of it.
class Everything : public ImageSource {
public:
    std::optional<ImageAnswer> answerFor(std::string_view reference) const override
    {
        const auto image = parseImageReference(reference);
        if (!image)
            return std::nullopt;
        ImageAnswer answer;
        answer.source = AnswerSource::Registry;
        const std::string number = std::to_string(std::hash<std::string> {}(image->path + image->tag));
        answer.digest = "sha256:" + std::string(64 - number.size(), '0') + number;
        if (image->tag.empty() || image->tag == "latest")
            answer.tags = {"latest", "3", "3.2", "3.2.1"};
        return answer;
    }
};

QByteArray differenceBetween(const QByteArray &before, const QByteArray &after)
{
    if (after.startsWith("no: ") || after.startsWith("broken: "))
        return after;
    const QByteArrayList old = before.split('\n');
    const QByteArrayList fresh = after.split('\n');
    if (old.size() != fresh.size())
        return "other lines: " + after;
    QByteArrayList changed;
    for (qsizetype i = 0; i < old.size(); ++i) {
        if (old[i] != fresh[i])
            changed << fresh[i];
    }
    return changed.join('|');
}

} // namespace

/// Images get versions and digests, all of a file at once.
class TestPin : public QObject {
    Q_OBJECT

private slots:
    void pins_data()
    {
        QTest::addColumn<QByteArray>("order");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("changed");
        const auto row = [](const char *order, const char *text, const QByteArray &changed) {
            QTest::addRow("%s: %s", order, QByteArray(text).replace('\n', '|').constData())
                << QByteArray(order) << QByteArray(text) << changed;
        };
        const QByteArray nothing = "no: Every image has a tag that says more than “latest” already.";
        // What the engine's tags, the image's own variables and the tables say.
        row("pin", "FROM node\n", "FROM node:24.19-trixie");
        row("pin", "FROM docker.io/library/node:lts AS a # x\n",
            "FROM docker.io/library/node:24.19-trixie AS a # x");
        row("pin", "from --platform=linux/amd64  node:latest  as a\r\n",
            "from --platform=linux/amd64  node:24.19-trixie  as a\r");
        row("pin", "FROM \"node\"\n", "FROM \"node:24.19-trixie\"");
        row("pin level=minor", "FROM node\n", "FROM node:24.19");
        row("pin level=major", "FROM node\n", "FROM node:24");
        row("pin level=patch", "FROM node\n", "FROM node:24.19.0");
        row("pin level=major+distro", "FROM node\n", "FROM node:24-trixie");
        row("pin", "FROM node:alpine\n", "FROM node:24.19-alpine3.23");
        row("pin level=patch", "FROM node:alpine\n", "FROM node:24.19.0-alpine3.23");
        row("pin level=minor", "FROM node:alpine\n", "FROM node:24.19-alpine");
        row("pin level=major+distro", "FROM node:alpine\n", "FROM node:24-alpine3.23");
        row("pin", "FROM postgres\n", "FROM postgres:17.2");
        row("pin", "FROM eclipse-temurin\n", "FROM eclipse-temurin:25");
        row("pin", "FROM mcr.microsoft.com/dotnet/sdk\n", "FROM mcr.microsoft.com/dotnet/sdk:10.0");
        row("pin", "FROM my/app\n", "FROM my/app:1.2");
        row("pin level=patch", "FROM my/app:latest\n", "FROM my/app:1.2.3");
        row("pin", "FROM golang\n", "FROM golang:1.26-trixie");
        row("pin", "FROM golang:alpine\n", "FROM golang:1.26-alpine");
        row("pin", "FROM golang:bookworm\n", "FROM golang:1.26-bookworm");
        row("pin", "FROM python:slim\n", "FROM python:3.14-slim-trixie");
        row("pin", "FROM php:fpm-alpine\n", "FROM php:8.4-fpm-alpine");
        row("pin", "FROM ubuntu\n", "FROM ubuntu:26.04");
        row("pin", "FROM alpine:latest\n", "FROM alpine:3.23");
        row("pin", "FROM debian:stable-slim\n", "FROM debian:trixie-slim");
        row("pin", "FROM eclipse-temurin:jre-alpine\n", "FROM eclipse-temurin:21-jre-alpine");
        // Everywhere that an image is named, each place the same way.
        row("pin",
            "FROM node AS a\nFROM scratch AS b\nFROM a\nCOPY --from=node /x /\nRUN "
            "--mount=type=bind,from=node,target=/n x\nCOPY --from=a /y /\nCOPY --from=1 /y /\n",
            "FROM node:24.19-trixie AS a|COPY --from=node:24.19-trixie /x /|RUN "
            "--mount=type=bind,from=node:24.19-trixie,target=/n x");
        row("pin", "# syntax=docker/dockerfile\nFROM node:24\n", "# syntax=docker/dockerfile:1");
        row("pin", "FROM node:24 AS a\nONBUILD COPY --from=alpine /x /\nFROM a\n",
            "ONBUILD COPY --from=alpine:3.23 /x /");
        row("pin image=alpine", "FROM node\nCOPY --from=alpine /x /\n", "COPY --from=alpine:3.23 /x /");
        row("pin caret=COPY", "FROM node\nCOPY --from=alpine /x /\n", "COPY --from=alpine:3.23 /x /");
        row("pin caret=RUN", "FROM node\nRUN x\nCOPY --from=alpine /x /\n",
            "FROM node:24.19-trixie|COPY --from=alpine:3.23 /x /");
        row("pin image=debian", "FROM node\n", "no: No image is named there.");
        // What decides stands in an ARG.
        row("pin", "ARG I=node\nFROM $I AS a\nFROM ${I}\n", "ARG I=node:24.19-trixie");
        row("pin", "ARG V=\"lts\"\nFROM node:$V\n", "ARG V=\"24.19-trixie\"");
        row("pin level=minor", "ARG V=latest\nARG X=1\nFROM python:3.14 AS a\nFROM node:${V}\n",
            "ARG V=24.19");
        row("pin", "ARG V=lts\nFROM node:$V-alpine\n", "ARG V=24");
        row("pin", "ARG R=docker.io\nARG V=lts\nFROM ${R}/library/node:${V}\n", "ARG V=24.19-trixie");
        row("pin-digest", "ARG R=docker.io\nARG V=24\nFROM $R/library/node:$V\n",
            "ARG V=24@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        row("pin", "ARG V=$X\nARG X=lts\nFROM node:${V:-lts}\n",
            "no: “node:lts” is put together from variables in a way that has no place for it: write it as "
            "one word, or as the default of one ARG.");
        row("pin", "ARG R=docker.io/\nFROM ${R}node\n",
            "no: “docker.io/node” is put together from R, which cannot say “docker.io/node:24.19-trixie”: "
            "let one ARG hold the whole image, and FROM name just that.");
        row("pin", "ARG I\nFROM $I\n", "no: No image is named there.");
        row("pin", "ARG I\nFROM $I AS a\nFROM node\n", "FROM node:24.19-trixie");
        row("pin", "FROM ${I:-node}\n",
            "no: “node” is put together from variables in a way that has no place for it: write it as one "
            "word, or as the default of one ARG.");
        // What is to stay.
        row("pin", "FROM node:24-alpine\nCOPY --from=debian:bookworm /x /\n", nothing);
        row("pin",
            "FROM node:latest@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n",
            nothing);
        row("pin", "FROM alpine:edge\n", nothing);
        row("pin", "FROM scratch\n", "no: No image is named there.");
        row("pin", "FROM node:current-slim\n",
            "no: “node:current-slim” is “node:25.1-slim” here, which gets fixes for some months only: write "
            "a version with long support behind it.");
        row("pin", "FROM python\n",
            "no: “python” is python 3.8 here, which gets no fixes since 2024-10-07: “python:3.14” "
            "does.");
        row("pin", "FROM golang:bullseye\n",
            "no: Nobody here knows which version “golang:bullseye” is: pull it and ask the engine, or write "
            "the version behind it.");
        row("pin", "FROM my/other\n",
            "no: Nobody here knows which version “my/other” is: pull it and ask the engine, or write the "
            "version behind it.");
        row("pin", "FROM gcr.io/distroless/static-debian13\n",
            "no: The tags of gcr.io/distroless/static-debian13 name no versions: a digest is what pins it "
            "(pin-digest).");
        row("pin", "FROM my/other\nCOPY --from=alpine /x /\n", "COPY --from=alpine:3.23 /x /");

        // Digests.
        const QByteArray at = QByteArray("@") + nodeDigest;
        const QByteArray old = QByteArray("@") + oldDigest;
        row("pin-digest", "FROM node:24 AS a\nCOPY --from=node:24 /x /\n",
            "FROM node:24" + at + " AS a|COPY --from=node:24" + at + " /x /");
        row("pin-digest", "FROM node\n", "FROM node:latest" + at);
        row("pin-digest", "# syntax=docker/dockerfile:1\nFROM scratch\n",
            "# "
            "syntax=docker/"
            "dockerfile:1@sha256:dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd");
        row("pin-digest", "ARG I=node:24\nFROM $I\n", "ARG I=node:24" + at);
        row("pin-digest", "ARG V=24\nFROM node:$V\n", "ARG V=24" + at);
        row("pin-digest", "ARG V=24.19\nFROM node:$V-alpine\n",
            "no: “node:24.19-alpine” is put together from V, which cannot say "
            "“node:24.19-alpine@sha256:cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc”: "
            "let one ARG hold the whole image, and FROM name just that.");
        row("pin-digest", "FROM my/app\n",
            "no: “my/app:latest” was built here and is in no registry: it has no digest that another machine "
            "could ask for.");
        row("pin-digest", "FROM debian:13\n",
            "no: Nobody here knows the digest of “debian:13”: “docker buildx imagetools inspect debian:13” "
            "tells it, and “docker pull debian:13” lets the engine know it.");
        row("pin-digest", QByteArray("FROM node:24" + at + "\n").constData(),
            "no: Every image has a digest already.");
        row("refresh-digests",
            QByteArray("FROM node:24" + old + " AS a\nFROM node:24" + at + "\nFROM node\n").constData(),
            "FROM node:24" + at + " AS a");
        row("refresh-digests", QByteArray("FROM node" + old + "\n").constData(),
            QByteArray(
                "no: “node" + old
                + "” has no tag beside its digest: write the tag that it came from in front of the @."));
        row("refresh-digests", "FROM node\n",
            "no: There is no digest that another image has come for under the same tag.");
        row("unpin",
            QByteArray("FROM node:24" + old + " AS a\nFROM localhost:5000/x/y:1" + at + "\nFROM node\n")
                .constData(),
            "FROM node:24 AS a|FROM localhost:5000/x/y:1");
        row("unpin", "FROM node\n", "no: No image has a digest.");
    }
    void pins()
    {
        QFETCH(QByteArray, order);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, changed);
        const QByteArrayList words = order.split(' ');
        RefactoringCase one(text);
        one.setImages(&answers());
        for (const QByteArray &word : words.mid(1)) {
            const QByteArrayList pair = word.split('=');
            if (pair[0] == "caret")
                one.wish().caret = static_cast<std::size_t>(text.indexOf(pair[1]));
            else
                one.wish().settings[pair[0].toStdString()] = pair[1].toStdString();
        }
        QCOMPARE(differenceBetween(text, one.after(words[0].toStdString())), changed);
    }

    void saysWhatItRestsOn()
    {
        const auto assumptions = [](const QByteArray &text, std::string_view id, const ImageSource *images) {
            RefactoringCase one(text);
            one.setImages(images);
            return one.assumptions(id);
        };
        QCOMPARE(assumptions("FROM node:alpine\n", "pin", &answers()), QByteArray());
        QCOMPARE(assumptions("FROM node:24\n", "pin-digest", &answers()), QByteArray());
        QCOMPARE(assumptions("FROM node\nCOPY --from=node /x /\n", "pin", &answers()),
                 QByteArray("“node:24.19-trixie” is what “node” has been here: its NODE_VERSION says "
                            "24.19.0. No registry has been asked whether the tag is there.\n"));
        QVERIFY(
            assumptions("FROM golang\n", "pin", nullptr).startsWith("“golang:1.26-trixie” was there on 20"));
        QCOMPARE(assumptions("ARG V=latest\nFROM my/app:$V\nARG V\nRUN x $V\n", "pin", &answers()),
                 QByteArray("V is “1.2” in the stage of line 3, too, and that is right there.\n"));
        QVERIFY(assumptions(
                    "FROM node:24@sha256:0000000000000000000000000000000000000000000000000000000000000000\n",
                    "unpin", nullptr)
                    .contains("node:24"));
    }

    /// One ARG that two stages want to be two things stays as it is.
    void leavesWhatCannotBeOne()
    {
        RefactoringCase one("ARG T=latest\nFROM my/app:$T\nFROM node:$T\n");
        one.setImages(&answers());
        QVERIFY(one.after("pin").startsWith("no: "));
    }

    void keepsItsPromisesOnRealFiles()
    {
        const QDir folder(QStringLiteral(DRYDOCK_SOURCE_DIR "/../shared/corpus/dockerfiles"));
        if (!folder.exists())
            QSKIP("The corpus of real Dockerfiles is not beside the project (../shared/corpus).");
        const Everything everything;
        std::map<std::string, int> done;
        std::map<std::string, int> reasons;
        // Every so many-th file is tried, or with DRYDOCK_WHOLE_CORPUS in the environment all are.
        const qsizetype stride = qEnvironmentVariableIsSet("DRYDOCK_WHOLE_CORPUS") ? 1 : 9;
        const QStringList names = folder.entryList(QDir::Files);
        for (qsizetype i = 0; i < names.size(); i += stride) {
            const QString &name = names[i];
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const std::string bytes = file.readAll().toStdString();
            for (const char *id : {"pin", "pin-digest", "unpin", "refresh-digests"}) {
                const PreparedFile prepared(bytes, {}, nullptr, &everything);
                const TriedRefactoring tried = tryRefactoring(*refactoringCalled(id), prepared);
                QVERIFY2(tried.broken.empty(), (name.toStdString() + " " + id + ": " + tried.broken).c_str());
                ++(tried.result ? done[id] : reasons[std::string(id) + ": " + tried.proposal.reason.source]);
                if (!tried.result || std::string_view(id) != "pin-digest")
                    continue;
                // And back again.
                const TriedRefactoring back
                    = tryRefactoring(*refactoringCalled("unpin"), prepared.with(tried.result->text));
                QVERIFY2(back.broken.empty() && back.result, name.toUtf8().constData());
            }
        }
        for (const auto &[id, count] : done)
            qInfo("%s: %d files", id.c_str(), count);
        for (const auto &[reason, count] : reasons)
            qInfo("%5d %s", count, reason.c_str());
        QVERIFY(done["pin-digest"] * stride > 1500);
    }
};

QTEST_GUILESS_MAIN(TestPin)
#include "tst_pin.moc"
