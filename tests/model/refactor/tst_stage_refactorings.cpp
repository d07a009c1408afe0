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
                    "from debian:13 as source\r\nrun true\r\nfrom scratch\r\ncopy --from=source /a /a"},
                   {"an image that comes again", "FROM debian:12\nFROM debian:13\nCOPY --from=0 /a /a\n",
                    "FROM debian:12 AS source\nFROM debian:13\nCOPY --from=source /a /a\n"},
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

    void extractStage()
    {
        checkRows(
            "extract-stage",
            {{"two and a target",
              "FROM debian:13 AS a\nRUN one\nRUN two\n\nFROM debian:13\nRUN one\nRUN three\n",
              "FROM debian:13 AS base\nRUN one\n\nFROM base AS a\nRUN two\n\nFROM base\nRUN three\n"},
             {"three, of which two have more in common",
              "FROM x AS a\nRUN one\nRUN two\nRUN a\nFROM x AS b\nRUN one\nRUN two\nRUN b\nFROM x\nRUN one\n",
              "FROM x AS base\nRUN one\nFROM base AS base-2\nRUN two\nFROM base-2 AS a\nRUN a\nFROM base-2 "
              "AS "
              "b\nRUN b\nFROM base\n"},
             {"the first is all that is shared", "FROM x AS a\nRUN one\nFROM x\nRUN one\nRUN two\n",
              "FROM x AS a\nRUN one\nFROM a\nRUN two\n"},
             {"a platform, lower case, CR LF, no last line end",
              "from --platform=$BUILDPLATFORM x as a\r\nrun one\r\nrun two\r\nfrom --platform=$BUILDPLATFORM "
              "x\r\nrun one",
              "from --platform=$BUILDPLATFORM x as base\r\nrun one\r\nfrom base as a\r\nrun two\r\nfrom "
              "base"},
             {"numbers move", "FROM x\nRUN one\nRUN two\nFROM x\nRUN one\nCOPY --from=0 /a /a\n",
              "FROM x AS base\nRUN one\nFROM base\nRUN two\nFROM base\nCOPY --from=1 /a /a\n"},
             {"comments of its own stay",
              "FROM x AS a\n# Why.\nRUN one\nRUN two\nFROM x\n# Because.\nRUN one\nRUN three\n",
              "FROM x AS base\n# Why.\nRUN one\nFROM base AS a\nRUN two\nFROM base\n# Because.\nRUN three\n"},
             {"up to CMD",
              "FROM x AS a\nRUN one\nCMD [\"a\"]\nFROM x\nRUN one\nCMD [\"a\"]\nENTRYPOINT [\"b\"]\n",
              "FROM x AS base\nRUN one\nFROM base AS a\nCMD [\"a\"]\nFROM base\nCMD [\"a\"]\nENTRYPOINT "
              "[\"b\"]\n"},
             {"no RUN", "FROM x AS a\nWORKDIR /a\nRUN one\nFROM x\nWORKDIR /a\nRUN two\n",
              "no: No two stages begin with the same lines and a RUN."},
             {"other images", "FROM x AS a\nRUN one\nFROM y\nRUN one\n", "no: No two stages"},
             {"the same word, other stages",
              "FROM x AS s\nRUN 1\nFROM s AS a\nRUN one\nFROM y AS s\nRUN 2\nFROM s\nRUN one\n",
              "no: No two stages"},
             {"other platforms", "FROM --platform=$BUILDPLATFORM x AS a\nRUN one\nFROM x\nRUN one\n",
              "no: No two stages"},
             {"ONBUILD would fire", "FROM x AS a\nONBUILD RUN y\nRUN one\nFROM x\nONBUILD RUN y\nRUN one\n",
              "no: No two stages"}});
        QCOMPARE(verdictOf("extract-stage", "FROM x AS a\nRUN one\nFROM x\nRUN one\nRUN two\n"), "safe");
    }

    void inlineStage()
    {
        const RefactorWish base = wishing({{"stage", "base"}});
        const std::string child = "FROM base\nRUN two\n";
        checkRows(
            "inline-stage",
            {{"one", "FROM x AS base\nRUN one\n\n" + child, "FROM x\nRUN one\nRUN two\n", {}, base},
             {"what stands between, comments, platform",
              "# About base.\nFROM --platform=linux/amd64 x AS base\n# One.\nRUN one\n\nFROM y AS other\n\n"
              "# About it.\nFROM base AS it\nRUN two\n",
              "FROM y AS other\n\n# About it.\nFROM --platform=linux/amd64 x AS it\n# About base.\n# "
              "One.\nRUN one\nRUN "
              "two\n",
              {},
              base},
             {"CR LF, lower case",
              "from x as base\r\nrun one\r\nfrom base\r\nrun two",
              "from x\r\nrun one\r\nrun two",
              {},
              base},
             {"numbers move",
              "FROM y\nFROM x AS base\nRUN one\nFROM z AS n\nFROM base\nCOPY --from=2 /a /a\n",
              "FROM y\nFROM z AS n\nFROM x\nRUN one\nCOPY --from=1 /a /a\n",
              {},
              base},
             {"by its number",
              "FROM x\nRUN one\nFROM y\n" + std::string("COPY --from=0 /a /a\n"),
              "no: No stage is built on “stage 0”.",
              {},
              wishing({{"stage", "0"}})},
             {"used twice",
              "FROM x AS base\nRUN one\nFROM base AS a\n" + child,
              "no: “base” is used in more than one place",
              {},
              base},
             {"copied from as well",
              "FROM x AS base\nRUN one\nFROM base\nCOPY --from=base /a /b\n",
              "no: “base” is used in more than one place",
              {},
              base},
             {"a trigger",
              "FROM x AS base\nONBUILD RUN one\n" + child,
              "no: The ONBUILD of line 2",
              {},
              base},
             {"a CMD that is forgotten",
              "FROM x AS base\nRUN one\nCMD [\"a\"]\nUSER u\nFROM base\nENTRYPOINT [\"b\"]\n",
              "FROM x\nRUN one\nUSER u\nENTRYPOINT [\"b\"]\n",
              {},
              base},
             {"what is said anew",
              "FROM x AS base\nENTRYPOINT [\"e\"]\nHEALTHCHECK NONE\nCMD [\"a\"]\n\nFROM base\nCMD [\"c\"]\n",
              "FROM x\nENTRYPOINT [\"e\"]\nHEALTHCHECK NONE\nCMD [\"c\"]\n",
              {},
              base},
             {"nothing left of it",
              "FROM x AS base\nCMD [\"a\"]\nFROM base\nCMD [\"c\"]\n",
              "FROM x\nCMD [\"c\"]\n",
              {},
              base},
             {"another platform",
              "FROM x AS base\nFROM --platform=linux/arm64 base\n",
              "no: “stage 1” is built on it for another platform",
              {},
              base},
             {"a name that another has in between",
              "FROM q AS s\nFROM s AS base\nRUN one\nFROM r AS s\n" + child,
              "no: ",
              {},
              base},
             {"none is said", "FROM x AS base\n" + child, "no: Say which stage is to be written out."}});
        QCOMPARE(verdictOf("inline-stage", "FROM x AS base\nRUN one\n" + child, base), "assumes");
    }

    void mergeStages()
    {
        checkRows(
            "merge-stages",
            {{"two",
              "FROM x AS a\nRUN one\nFROM x AS b\n# The same.\nRUN one\nFROM y\nCOPY --from=a /a /a\nCOPY "
              "--from=b /b /b\n",
              "FROM x AS a\nRUN one\nFROM y\nCOPY --from=a /a /a\nCOPY --from=a /b /b\n"},
             {"by number", "FROM x\nRUN one\nFROM x\nRUN one\nFROM 1x\nRUN true\nCOPY --from=1 /b /b\n",
              "FROM x AS x-2\nRUN one\nFROM 1x\nRUN true\nCOPY --from=x-2 /b /b\n"},
             {"built on and mounted",
              "FROM x AS a\nRUN one\nFROM x AS b\nRUN one\nFROM b\nRUN --mount=from=b,target=/t true\n",
              "FROM x AS a\nRUN one\nFROM a\nRUN --mount=from=a,target=/t true\n"},
             {"three",
              "FROM x AS a\nRUN one\nFROM x AS b\nRUN one\nFROM x AS c\nRUN one\nFROM c\nCOPY --from=b /a "
              "/a\n",
              "FROM x AS a\nRUN one\nFROM a\nCOPY --from=a /a /a\n"},
             {"the second is built", "FROM x AS a\nRUN one\nFROM x AS b\nRUN one\n",
              "no: No two stages are the same."},
             {"more in one", "FROM x AS a\nRUN one\nFROM x AS b\nRUN one\nRUN two\nFROM b\n",
              "no: No two stages"},
             {"with a CMD", "FROM x AS a\nCMD b\nFROM x AS b\nCMD b\nFROM b\n", "no: No two stages"}});
        QCOMPARE(verdictOf("merge-stages", "FROM x AS a\nRUN one\nFROM x AS b\nRUN one\nFROM b\n"),
                 "assumes");
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
             {"Go for one platform",
              "FROM debian AS build\nRUN wget https://example.org/go-amd64.tgz\nRUN CGO_ENABLED=0 go build "
              "-o /a .\n"
                  + end,
              "FROM --platform=$BUILDPLATFORM debian AS build\nRUN wget "
              "https://example.org/go-amd64.tgz\nARG TARGETOS "
              "TARGETARCH\nRUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /a .\n"
                  + end},
             {".NET",
              "FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build\nWORKDIR /s\nCOPY . .\nRUN dotnet restore && "
              "dotnet publish "
              "--no-restore -o /a\n"
                  + end,
              "FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:8.0 AS build\nWORKDIR /s\nCOPY . "
              ".\nARG "
              "TARGETARCH\nRUN dotnet restore -a $TARGETARCH && dotnet publish -a $TARGETARCH --no-restore "
              "-o /a\n"
                  + end},
             {".NET that is old",
              "FROM mcr.microsoft.com/dotnet/sdk:6.0 AS build\nRUN dotnet publish -o /a\n" + end,
              "no: Line 2 builds for one platform"},
             {".NET for one runtime",
              "FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build\nRUN dotnet publish -r linux-x64 -o /a\n" + end,
              "no: Line 2 says itself"},
             {"pages", "FROM node:22 AS build\nRUN npm run build\n" + end,
              "FROM --platform=$BUILDPLATFORM node:22 AS build\nRUN npm run build\n" + end},
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
