// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/lint/rule_findings.h"

#include <QTest>

using namespace drydock;

/// When each of Drydock's own rules speaks, about which words, how severely, and when it does not.
class TestOwnRules : public QObject {
    Q_OBJECT

private slots:
    void speaks_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("findings"); // of the rule whose id begins the row's name
        const auto row = [](const char *name, const char *text, const char *findings) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(findings);
        };
        row("S01 to scratch, cgo on",
            "FROM golang:1.25 AS b\nRUN go build -o /s .\nFROM scratch\nCOPY --from=b /s /s\n",
            "S01@2: go build error");
        row("S01 to alpine from glibc",
            "FROM golang:1.25 AS b\nRUN go build -o /s .\nFROM alpine:3.22\nCOPY --from=b /s /s\n",
            "S01@2: go build error");
        row("S01 cgo off in front",
            "FROM golang:1.25 AS b\nRUN CGO_ENABLED=0 GOOS=linux go build -o /s .\nFROM scratch\nCOPY "
            "--from=b /s /s\n",
            "");
        row("S01 cgo off by export",
            "FROM golang:1.25 AS b\nRUN export CGO_ENABLED=0 && go build -o /s .\nFROM scratch\nCOPY "
            "--from=b /s /s\n",
            "");
        row("S01 cgo off by ENV of a parent",
            "FROM golang:1.25 AS p\nENV CGO_ENABLED=0\nFROM p AS b\nRUN go build -o /s .\nFROM scratch\nCOPY "
            "--from=b /s /s\n",
            "");
        row("S01 cgo off by an ARG with a default",
            "FROM golang:1.25 AS b\nARG CGO_ENABLED=0\nRUN go build -o /s .\nFROM scratch\nCOPY --from=b /s "
            "/s\n",
            "");
        row("S01 an ARG that says nothing lowers it",
            "FROM golang:1.25 AS b\nARG CGO_ENABLED\nRUN go build -o /s .\nFROM scratch\nCOPY --from=b /s "
            "/s\n",
            "S01@3: go build warning");
        row("S01 linked statically",
            "FROM golang:1.25 AS b\nRUN go build -ldflags '-extldflags \"-static\"' -o /s .\nFROM "
            "scratch\nCOPY --from=b /s /s\n",
            "");
        row("S01 alpine without a compiler to scratch",
            "FROM golang:1.25-alpine AS b\nRUN go build -o /s .\nFROM scratch\nCOPY --from=b /s /s\n", "");
        row("S01 alpine with a compiler to scratch",
            "FROM golang:1.25-alpine AS b\nRUN apk add gcc musl-dev\nRUN go build -o /s .\nFROM "
            "scratch\nCOPY --from=b /s /s\n",
            "S01@3: go build error");
        row("S01 alpine to alpine",
            "FROM golang:1.25-alpine AS b\nRUN apk add gcc musl-dev\nRUN go build -o /s .\nFROM "
            "alpine:3.22\nCOPY --from=b /s /s\n",
            "");
        row("S01 to a glibc base",
            "FROM golang:1.25 AS b\nRUN go build -o /s .\nFROM debian:12\nCOPY --from=b /s /s\n", "");
        row("S01 another file is copied",
            "FROM golang:1.25 AS b\nRUN go build -o /s .\nFROM scratch\nCOPY --from=b /etc/ssl /etc/ssl\n",
            "");
        row("S01 an unknown builder lowers it",
            "FROM my/go:1 AS b\nRUN go build -o /s .\nFROM scratch\nCOPY --from=b /s /s\n",
            "S01@2: go build warning");
        row("S02 golang as runtime", "FROM golang:1.25\nRUN go build -o /s .\nCMD [\"/s\"]\n",
            "S02@1: golang:1.25 warning");
        row("S02 the tools are the product", "FROM golang:1.25\nRUN go install x\n", "");
        row("S02 nothing is built", "FROM golang:1.25\nCMD [\"go\"]\n", "");
        row("S02 split already",
            "FROM golang:1.25 AS b\nRUN go build -o /s .\nFROM debian:12\nCOPY --from=b /s /s\nCMD "
            "[\"/s\"]\n",
            "");
        row("S05 the whole folder",
            "FROM golang:1.25 AS b\nWORKDIR /src\nCOPY . .\nRUN go build\nFROM debian:12\nCOPY --from=b "
            "/src/ /app\n",
            "S05@6: /src/ warning");
        row("S05 the whole file system", "FROM debian:12 AS b\nRUN make\nFROM debian:12\nCOPY --from=b / /\n",
            "S05@4: / warning");
        row("S05 a stage made for it",
            "FROM scratch AS rootfs\nCOPY a /\nFROM debian:12\nCOPY --from=rootfs / /\n", "");
        row("S05 an image under a name", "FROM tonistiigi/xx:1 AS xx\nFROM debian:12\nCOPY --from=xx / /\n",
            "");
        row("S05 interpreted",
            "FROM node:22 AS b\nWORKDIR /src\nCOPY . .\nRUN npm ci\nFROM node:22\nCOPY --from=b /src /app\n",
            "");
        row("S07 node twice", "FROM gcr.io/distroless/nodejs22-debian13\nCMD [\"node\", \"s.js\"]\n",
            "S07@2: \"node\" error");
        row("S07 java twice", "FROM gcr.io/distroless/java21-debian13\nCMD [\"java\", \"-jar\", \"a.jar\"]\n",
            "S07@2: \"java\" error");
        row("S07 a script that starts what it is given",
            "FROM node:22\nCMD [\"docker-entrypoint.sh\", \"node\", \"s.js\"]\n", "");
        row("S07 an entrypoint of its own",
            "FROM gcr.io/distroless/nodejs22-debian13\nENTRYPOINT [\"/x\"]\nCMD [\"node\", \"s.js\"]\n", "");
        row("S07 another base", "FROM node:22\nCMD [\"node\", \"s.js\"]\n", "");
        row("S08 RUN on distroless", "FROM gcr.io/distroless/base-debian13\nRUN x\n", "S08@2: RUN error");
        row("S08 a script", "FROM scratch\nCOPY s /s\nCMD [\"npm\", \"start\"]\n", "S08@3: \"npm\" error");
        row("S08 a program", "FROM scratch\nCOPY s /s\nCMD [\"/s\"]\n", "");
        row("S08 debug", "FROM gcr.io/distroless/base-debian13:debug\nRUN x\n", "");
        row("S08 a shell of its own", "FROM scratch\nCOPY --from=busybox:1 /bin/busybox /bin/sh\nRUN x\n",
            "");
        row("S08 a root file system", "FROM scratch\nADD rootfs.tar /\nRUN x\n", "");
        row("S11 sources first", "FROM node:22\nCOPY . .\nRUN npm ci\n", "S11@2: . . warning");
        row("S11 the manifest first", "FROM node:22\nCOPY package.json ./\nRUN npm ci\nCOPY . .\n", "");
        row("S11 packages by name", "FROM node:22\nCOPY . .\nRUN npm install -g pnpm@1\n", "");
        row("S12 a bound address", "FROM python:3\nCMD [\"gunicorn\", \"-b\", \"0.0.0.0:8000\", \"a\"]\n",
            "S12@2: \"-b\" info");
        row("S12 by PORT", "FROM node:22\nENV PORT=3000\nCMD [\"node\", \"s\"]\n", "S12@2: PORT=3000 info");
        row("S12 exposed",
            "FROM python:3\nEXPOSE 8000\nCMD [\"gunicorn\", \"-b\", \"0.0.0.0:8000\", \"a\"]\n", "");
        row("S12 exposed by the base", "FROM nginx:1\nCMD [\"nginx\", \"--port\", \"80\"]\n", "");
        row("S12 not exposed by this variant of the base",
            "FROM php:8.4-cli\nCMD [\"php\", \"-S\", \"x\", \"--port\", \"80\"]\n", "S12@2: \"--port\" info");
        row("S12 no port", "FROM python:3\nCMD [\"python\", \"worker.py\"]\n", "");
        row("S14 pip in a cache mount",
            "FROM python:3\nRUN --mount=type=cache,target=/root/.cache/pip pip install --no-cache-dir a==1\n",
            "S14@2: --no-cache-dir warning");
        row("S14 rm in a cache mount",
            "FROM debian:12\nRUN --mount=type=cache,target=/var/lib/apt/lists apt-get update && rm -rf "
            "/var/lib/apt/lists/*\n",
            "S14@2: /var/lib/apt/lists/* warning");
        row("S14 without a mount", "FROM python:3\nRUN pip install --no-cache-dir a==1\n", "");
        row("S15 copied, then deleted", "FROM debian:12\nCOPY a.sh /tmp/\nRUN sh /tmp/a.sh && rm /tmp/a.sh\n",
            "S15@3: /tmp/a.sh warning");
        row("S15 downloaded, then deleted", "FROM debian:12\nRUN curl -o /tmp/a x\nRUN rm -f /tmp/a\n",
            "S15@3: /tmp/a warning");
        row("S15 in one RUN", "FROM debian:12\nRUN curl -o /tmp/a x && rm -f /tmp/a\n", "");
        row("S15 in a stage that is not shipped",
            "FROM debian:12 AS b\nCOPY a /tmp/a\nRUN rm /tmp/a\nFROM debian:12\n", "");
        row("S16 chown of what was copied", "FROM debian:12\nCOPY a /srv/a\nRUN chown -R me /srv\n",
            "S16@3: chown -R me /srv warning");
        row("S16 chown of what the RUN made", "FROM debian:12\nRUN mkdir /srv/a && chown -R me /srv/a\n", "");
        row("S18 production first", "FROM node:22\nENV NODE_ENV=production\nRUN npm ci\nRUN npm run build\n",
            "S18@3: npm ci warning");
        row("S18 production last", "FROM node:22\nRUN npm ci\nRUN npm run build\nENV NODE_ENV=production\n",
            "");
        row("S18 all the same",
            "FROM node:22\nENV NODE_ENV=production\nRUN npm ci --include=dev\nRUN npm run build\n", "");
        row("S21 root", "FROM debian:12\nUSER root\nCMD [\"a\"]\n", "S21@2: root warning");
        row("S21 nobody said", "FROM debian:12\nCMD [\"a\"]\n", "S21@2: CMD info");
        row("S21 back to a user", "FROM debian:12\nUSER root\nRUN a\nUSER 1000\nCMD [\"a\"]\n", "");
        row("S21 a base that drops privileges", "FROM nginx:1\nCMD [\"nginx\"]\n", "");
        row("S21 a build stage",
            "FROM debian:12 AS b\nUSER root\nCMD [\"a\"]\nFROM debian:12\nUSER 1\nCMD [\"a\"]\n", "");
        row("S24 misspelt", "FROM a:1 AS builder\nFROM b:1\nCOPY --from=bulder x y\n", "S24@3: bulder error");
        row("S24 an image of that name", "FROM b:1\nCOPY --from=nginx x y\n", "");
        row("S24 with a tag", "FROM a:1 AS builder\nFROM b:1\nCOPY --from=bulder:1 x y\n", "");
        row("S30 alone", "FROM debian:12\nRUN apt-get update\nRUN apt-get install -y a\n",
            "S30@2: apt-get update warning");
        row("S30 together", "FROM debian:12\nRUN apt-get update && apt-get install -y a\n", "");
        row("S31 over node_modules",
            "FROM node:22\nWORKDIR /app\nRUN --mount=type=cache,target=/app/node_modules npm ci\n",
            "S31@3: --mount=type=cache,target=/app/node_modules error");
        row("S31 copied out",
            "FROM node:22\nRUN --mount=type=cache,target=/app/node_modules npm ci && cp -r node_modules /x\n",
            "");
        row("S33 a key", "FROM debian:12\nCOPY id_rsa /root/.ssh/\n", "S33@2: id_rsa warning");
        row("S33 in a build stage", "FROM debian:12 AS b\nCOPY .npmrc /root/\nFROM debian:12\n",
            "S33@2: .npmrc info");
        row("S33 a public key", "FROM debian:12\nCOPY id_rsa.pub repo.gpg.key /x/\n", "");
        row("S35 nothing needs it", "FROM debian:12\nRUN a\nFROM debian:12\n", "S35@1: FROM info");
        row("S35 it has a name", "FROM debian:12 AS other\nFROM debian:12\n", "");
        row("S36 called like an image", "FROM debian:12 AS nginx\n", "S36@1: nginx info");
        row("S37 a number", "FROM a:1 AS b\nFROM c:1\nCOPY --from=0 x y\n", "S37@3: 0 info");
        row("S38 the end of a base", "FROM openjdk:17\n", "S38@1: openjdk:17 warning");
        row("S40 a development server", "FROM node:22\nCMD [\"npm\", \"run\", \"dev\"]\n",
            "S40@2: \"npm\", \"run\", \"dev\" warning");
        row("S40 a server", "FROM node:22\nCMD [\"npm\", \"start\"]\n", "");
        row("S48 no set -e", "FROM debian:12\nRUN <<EOF\na\nb\nEOF\n", "S48@2: <<EOF warning");
        row("S48 set -e", "FROM debian:12\nRUN <<EOF\nset -ex\na\nb\nEOF\n", "");
        row("S48 a shell of its own", "FROM debian:12\nSHELL [\"bash\", \"-ec\"]\nRUN <<EOF\na\nb\nEOF\n",
            "");
        row("S48 data for a command", "FROM debian:12\nRUN cat <<EOF > /x\na\nb\nEOF\n", "");
        row("S49 single quotes", "FROM debian:12\nCMD ['a', 'b']\n", "S49@2: ['a', 'b'] error");
        row("S49 a test of the shell", "FROM debian:12\nRUN [ -f \"/x\" ]\n", "");
        row("S50 no checksum", "FROM debian:12\nADD https://h.example/a /a\n",
            "S50@2: https://h.example/a info");
        row("S50 a repository", "FROM debian:12\nADD https://h.example/a.git /a\n", "");
        row("S51 into a shell", "FROM debian:12\nRUN curl -fsSL https://h.example/a | bash\n",
            "S51@2: curl -fsSL https://h.example/a | bash info");
        row("S51 into another program", "FROM debian:12\nRUN curl -fsSL https://h.example/a | tar x\n", "");
        row("S52 for everybody", "FROM debian:12\nRUN chmod 777 /x\n", "S52@2: 777 warning");
        row("S52 with the sticky bit", "FROM debian:12\nRUN chmod 1777 /x\n", "");
        row("S53 ssh", "FROM debian:12\nEXPOSE 22/tcp 80\n", "S53@2: 22/tcp warning");
    }
    void speaks()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, findings);
        const std::string rule = QByteArray(QTest::currentDataTag()).split(' ').first().toStdString();
        QCOMPARE(findingsOf(rule, text), findings);
    }
};

QTEST_GUILESS_MAIN(TestOwnRules)
#include "tst_own_rules.moc"
