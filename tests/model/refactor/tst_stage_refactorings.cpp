// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/refactor/refactoring_table.h"

using namespace drydock;

namespace {

RefactorWish wishing(std::map<std::string, std::string, std::less<>> settings)
{
    RefactorWish wish;
    wish.settings = std::move(settings);
    return wish;
}

} // namespace

/// Stages as a whole, and what goes into an image besides programs.
class TestStageRefactorings : public QObject {
    Q_OBJECT

private slots:
    void nameStages()
    {
        checkRows("name-stages",
                  {{"a build", "FROM golang:1.26\nRUN go build -o /a\nFROM scratch\nCOPY --from=0 /a /a\n",
                    "FROM golang:1.26 AS build\nRUN go build -o /a\nFROM scratch\nCOPY --from=build /a /a\n"},
                   {"lower case, CR LF", "from debian:13\r\nrun true\r\nfrom scratch\r\ncopy --from=0 /a /a",
                    "from debian:13 as debian\r\nrun true\r\nfrom scratch\r\ncopy --from=debian /a /a"},
                   {"a name that is there", "FROM golang:1.26 AS one\nFROM scratch\nCOPY --from=0 /a /a\n",
                    "FROM golang:1.26 AS one\nFROM scratch\nCOPY --from=one /a /a\n"},
                   {"a name that two have", "FROM a AS x\nFROM b AS x\nFROM scratch\nCOPY --from=0 /a /a\n",
                    "no: “x” is the name of another stage as well."},
                   {"by name already", "FROM a AS x\nFROM scratch\nCOPY --from=x /a /a\n",
                    "no: No stage is named by its number."}});
        QCOMPARE(verdictOf("name-stages", "FROM a AS x\nFROM scratch\nCOPY --from=0 /a /a\n"), "safe");
    }

    void renameStage()
    {
        const std::string text = "FROM golang:1.26 AS one\nFROM scratch\nCOPY --from=one /a /a\n";
        checkRows(
            "rename-stage",
            {{"by name",
              text,
              "FROM golang:1.26 AS build\nFROM scratch\nCOPY --from=build /a /a\n",
              {},
              wishing({{"stage", "one"}, {"name", "build"}})},
             {"by number",
              text,
              "FROM golang:1.26 AS build\nFROM scratch\nCOPY --from=build /a /a\n",
              {},
              wishing({{"stage", "0"}, {"name", "build"}})},
             {"no stage",
              text,
              "no: Say which stage is to be renamed.",
              {},
              wishing({{"stage", "two"}, {"name", "build"}})},
             {"no name", text, "no: Say what the stage is to be called.", {}, wishing({{"stage", "one"}})},
             {"a name that means something",
              text,
              "no: ",
              {},
              wishing({{"stage", "one"}, {"name", "scratch"}})}});
    }

    void removeDeadStages()
    {
        const std::string live = "FROM a AS x\nFROM scratch\nCOPY --from=x /a /a\n";
        checkRows("remove-dead-stages",
                  {{"with what only it needs", "FROM b AS one\n# about\nFROM one AS two\n" + live, live},
                   {"all needed", live, "no: The target needs every stage."},
                   {"nothing there", "# nothing\n", "no: There is no stage to be built."}});
        QCOMPARE(verdictOf("remove-dead-stages", "FROM b AS one\n" + live), "assumes");
    }

    void extractArg()
    {
        checkRows("extract-arg",
                  {{"two", "# about\nFROM node:22-alpine AS a\nFROM node:22-alpine\n",
                    "ARG NODE_VERSION=22-alpine\n# about\nFROM node:${NODE_VERSION} AS a\nFROM "
                    "node:${NODE_VERSION}\n"},
                   {"behind directives, CR LF, lower case",
                    "# syntax=docker/dockerfile:1\r\nfrom node:22\r\nfrom node:22",
                    "# syntax=docker/dockerfile:1\r\narg NODE_VERSION=22\r\nfrom "
                    "node:${NODE_VERSION}\r\nfrom node:${NODE_VERSION}"},
                   {"behind other ARGs", "ARG A=1\nFROM x:$A\nFROM node:22\nFROM node:22\n",
                    "ARG A=1\nARG NODE_VERSION=22\nFROM x:$A\nFROM node:${NODE_VERSION}\nFROM "
                    "node:${NODE_VERSION}\n"},
                   {"different tags", "FROM node:22\nFROM node:24\n",
                    "no: No two FROMs name the same image and tag."},
                   {"with a digest", "FROM node:22@sha256:1\nFROM node:22@sha256:1\n", "no: No two FROMs"},
                   {"a stage", "FROM a:1 AS b\nFROM b\nFROM b\n", "no: No two FROMs"},
                   {"a port, no tag", "FROM localhost:5000/a\nFROM localhost:5000/a\n", "no: No two FROMs"}});
        QCOMPARE(verdictOf("extract-arg", "FROM node:22\nFROM node:22\n"), "safe");
    }

    void multiArch()
    {
        const std::string end = "FROM scratch\nCOPY --from=build /a /a\n";
        checkRows(
            "multi-arch",
            {{"Go",
              "FROM golang:1.26 AS build\nCOPY . .\nRUN CGO_ENABLED=0 GOOS=linux go build -o /a .\n" + end,
              "FROM --platform=$BUILDPLATFORM golang:1.26 AS build\nCOPY . .\nARG TARGETOS TARGETARCH\n"
              "RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /a .\n"
                  + end},
             {"Go with C", "FROM golang:1.26 AS build\nRUN go build -o /a .\n" + end, "no: Line 2 may use C"},
             {"a program that is run",
              "FROM golang:1.26 AS build\nRUN CGO_ENABLED=0 go build -o /a .\nRUN /a --help\n" + end,
              "no: Line 3 runs the program that line 2 makes"},
             {"go install", "FROM golang:1.26 AS build\nENV CGO_ENABLED=0\nRUN go install .\n" + end,
              "no: Line 3: “go install”"},
             {"Java", "FROM maven:3 AS build\nRUN mvn package\n" + end,
              "FROM --platform=$BUILDPLATFORM maven:3 AS build\nRUN mvn package\n" + end},
             {"Rust", "FROM rust:1 AS build\nRUN cargo build\n" + end, "no: Line 2 builds with cargo"},
             {"a platform is said", "FROM --platform=linux/amd64 maven:3 AS build\nRUN mvn package\n" + end,
              "no: No build stage without --platform"},
             {"one stage", "FROM maven:3\nRUN mvn package\n", "no: No build stage without --platform"}});
        QCOMPARE(
            verdictOf("multi-arch", "FROM golang:1.26 AS build\nRUN CGO_ENABLED=0 go build -o /a .\n" + end),
            "safe");
        QCOMPARE(verdictOf("multi-arch", "FROM maven:3 AS build\nRUN mvn package\n" + end), "assumes");
    }

    void secretMounts()
    {
        const std::string from = "FROM node:22\n";
        checkRows("secret-mounts",
                  {{"one RUN", from + "ARG NPM_TOKEN\nRUN npm config set t $NPM_TOKEN && npm ci\n",
                    from
                        + "RUN --mount=type=secret,id=NPM_TOKEN,env=NPM_TOKEN \\\n    npm config set t "
                          "$NPM_TOKEN && npm ci\n"},
                   {"two RUNs", from + "ARG NPM_TOKEN\nRUN a $NPM_TOKEN\nRUN b $NPM_TOKEN\n",
                    "no: Not just one RUN names “NPM_TOKEN”"},
                   {"none", from + "ARG NPM_TOKEN\nRUN npm ci\n", "no: Not just one RUN names “NPM_TOKEN”"},
                   {"with a value", from + "ARG NPM_TOKEN=abc\nRUN a $NPM_TOKEN\n",
                    "no: Line 2 gives “NPM_TOKEN” a value of its own"},
                   {"handed on", from + "ARG NPM_TOKEN\nENV T=$NPM_TOKEN\nRUN a\n",
                    "no: Line 3 uses “NPM_TOKEN” outside of a RUN"},
                   {"no secret", from + "ARG VERSION\nRUN a $VERSION\n", "no: No ARG looks like a secret."},
                   {"an old frontend",
                    "# syntax=docker/dockerfile:1.9\n" + from + "ARG NPM_TOKEN\nRUN a $NPM_TOKEN\n",
                    "no: Line 1 pins a frontend"}});
        QCOMPARE(verdictOf("secret-mounts", from + "ARG NPM_TOKEN\nRUN a $NPM_TOKEN\n"), "assumes");
    }

    void labels()
    {
        const std::string changing = "LABEL org.opencontainers.image.version=\"$VERSION\" "
                                     "org.opencontainers.image.revision=\"$REVISION\" "
                                     "org.opencontainers.image.created=\"$CREATED\"\n";
        const std::string all = "FROM node:22\nLABEL org.opencontainers.image.base.name=\"node:22\"\nCMD "
                                "[\"node\"]\nARG VERSION REVISION CREATED\n"
            + changing;
        checkRows("labels",
                  {{"all", "FROM node:22\nCMD [\"node\"]\n", all},
                   {"there already", all, "no: The image has these labels already."},
                   {"a title",
                    "FROM scratch\nCMD [\"/a\"]\n",
                    "FROM scratch\nLABEL org.opencontainers.image.title=\"A b\"\nCMD [\"/a\"]\nARG VERSION "
                    "REVISION CREATED\n"
                        + changing,
                    {},
                    wishing({{"title", "A b"}})},
                   {"a title with quotes",
                    "FROM scratch\nCMD [\"/a\"]\n",
                    "no: A label’s value holds no quotes",
                    {},
                    wishing({{"title", "A \"b\""}})},
                   {"MAINTAINER, and a version that is there", "FROM scratch\nMAINTAINER Joe\nARG VERSION\n",
                    "FROM scratch\nLABEL org.opencontainers.image.authors=\"Joe\"\nARG VERSION\nARG REVISION "
                    "CREATED\n"
                        + changing}});
    }
};

QTEST_GUILESS_MAIN(TestStageRefactorings)
#include "tst_stage_refactorings.moc"
