// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is common to all languages, and Go. The other languages: tst_split_scripts.cpp, tst_split_compiled.cpp.
#include "model/context/manifests/manifests.h"
#include "refactoring_case.h"

#include <QTest>

using namespace drydock;

namespace {

struct Case {
    const char *name;
    const char *before;
    const char *after; ///< The whole file, or "no: " and the reason.
    std::map<std::string, std::string, std::less<>> settings = {};
};

const Case goCases[] = {
    {"the classic case",
     "FROM golang:1.21\nWORKDIR /app\nCOPY . .\nRUN go build -o server .\nEXPOSE 8080\nCMD [\"./server\"]\n",
     "FROM golang:1.21 AS builder\nWORKDIR /app\nCOPY . .\n"
     "RUN CGO_ENABLED=0 go build -ldflags=\"-s -w\" -o server .\n\n"
     "FROM gcr.io/distroless/static-debian13:nonroot\nWORKDIR /app\n"
     "COPY --from=builder /app/server /app/server\nEXPOSE 8080\nCMD [\"./server\"]\n"},
    {"line ends, a missing last one and comments stay",
     "# syntax=docker/dockerfile:1\r\nFROM golang:1.21\r\n# here\r\nWORKDIR /app\r\n# the port\r\nEXPOSE "
     "80\r\n"
     "COPY . .\r\nRUN go build -o /server\r\n# go\r\nENTRYPOINT [\"/server\"]",
     "# syntax=docker/dockerfile:1\r\nFROM golang:1.21 AS builder\r\n# here\r\nWORKDIR /app\r\n"
     "COPY . .\r\nRUN go build -ldflags=\"-s -w\" -o /server\r\n\r\nFROM debian:bookworm-slim\r\n"
     "RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates tzdata && rm -rf "
     "/var/lib/apt/lists/*\r\nWORKDIR /app\r\nCOPY --from=builder /server /server\r\n# the port\r\nEXPOSE "
     "80\r\n"
     "# go\r\nENTRYPOINT [\"/server\"]"},
    {"the words of a shell-form CMD for a base without a shell, in lower case",
     "from docker.io/golang:1.24.2\nadd ./src/chi /chi\nworkdir /chi\nrun GOAMD64=v3 go build -o server .\n"
     "cmd ./server -prefork\n",
     "from docker.io/golang:1.24.2 as builder\nadd ./src/chi /chi\nworkdir /chi\n"
     "run CGO_ENABLED=0 GOAMD64=v3 go build -ldflags=\"-s -w\" -o server .\n\n"
     "from gcr.io/distroless/static-debian13:nonroot\nworkdir /chi\n"
     "copy --from=builder /chi/server /chi/server\ncmd [\"./server\", \"-prefork\"]\n"},
    {"a shell is needed: the C library stays as well",
     "FROM golang:1.21-bookworm\nWORKDIR /app\nENV PORT=80\nCOPY . .\nRUN go build -o server .\n"
     "CMD ./server -p $PORT\n",
     "FROM golang:1.21-bookworm AS builder\nWORKDIR /app\nCOPY . .\n"
     "RUN go build -ldflags=\"-s -w\" -o server .\n\nFROM debian:bookworm-slim\n"
     "RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates tzdata && rm -rf "
     "/var/lib/apt/lists/*\n"
     "ENV PORT=80\nWORKDIR /app\nCOPY --from=builder /app/server /app/server\nCMD ./server -p $PORT\n"},
    {"cgo on purpose",
     "FROM golang:1.26-alpine\nRUN apk add --no-cache gcc musl-dev\nWORKDIR /src\nCOPY . .\n"
     "RUN go build -ldflags=\"-X main.v=1\" -o /bin/app ./cmd/app\nCMD [\"app\"]\n",
     "FROM golang:1.26-alpine AS builder\nRUN apk add --no-cache gcc musl-dev\nWORKDIR /src\nCOPY . .\n"
     "RUN go build -ldflags=\"-X main.v=1\" -o /bin/app ./cmd/app\n\nFROM alpine:3.23\n"
     "RUN apk add --no-cache tzdata\nWORKDIR /src\nCOPY --from=builder /bin/app /bin/app\nCMD [\"app\"]\n"},
    {"a base that was asked for",
     "FROM golang:1.26\nWORKDIR /app\nCOPY . .\nRUN go build -o server .\nCMD [\"./server\"]\n",
     "FROM golang:1.26 AS builder\nWORKDIR /app\nCOPY . .\n"
     "RUN CGO_ENABLED=0 go build -ldflags=\"-s -w\" -o server .\n\nFROM scratch\nWORKDIR /app\n"
     "COPY --from=builder /app/server /app/server\n"
     "COPY --from=builder /usr/local/go/lib/time/zoneinfo.zip /usr/local/go/lib/time/zoneinfo.zip\n"
     "COPY --from=builder /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt\n"
     "CMD [\"./server\"]\n",
     {{"base", "scratch"}}},
    {"what is copied by name comes along",
     "FROM golang:1.26\nWORKDIR /app\nCOPY go.mod go.sum ./\nRUN go mod download\nCOPY templates "
     "./templates\n"
     "COPY *.go ./\nRUN CGO_ENABLED=0 go build -o /app/web\nCMD [\"/app/web\"]\n",
     "FROM golang:1.26 AS builder\nWORKDIR /app\nCOPY go.mod go.sum ./\nRUN go mod download\n"
     "COPY templates ./templates\nCOPY *.go ./\nRUN CGO_ENABLED=0 go build -ldflags=\"-s -w\" -o /app/web\n\n"
     "FROM gcr.io/distroless/static-debian13:nonroot\nWORKDIR /app\nCOPY --from=builder /app/web /app/web\n"
     "COPY --from=builder /app/templates /app/templates\nCMD [\"/app/web\"]\n"},
    {"templates beside a program below GOPATH",
     "FROM golang:1.26\nWORKDIR /go/src/berths\nCOPY *.go ./\nCOPY templates ./templates\n"
     "RUN CGO_ENABLED=0 go build -ldflags=-s -o /berths\nCMD [\"/berths\"]\n",
     "FROM golang:1.26 AS builder\nWORKDIR /go/src/berths\nCOPY *.go ./\nCOPY templates ./templates\n"
     "RUN CGO_ENABLED=0 go build -ldflags=-s -o /berths\n\n"
     "FROM gcr.io/distroless/static-debian13:nonroot\nWORKDIR /go/src/berths\n"
     "COPY --from=builder /berths /berths\n"
     "COPY --from=builder /go/src/berths/templates /go/src/berths/templates\nCMD [\"/berths\"]\n"},
    {"a program found by its name",
     "FROM golang:1.26-alpine\nWORKDIR /go/src\nCOPY . ./\nRUN go install ./...\nCMD [\"hotapp\"]\n",
     "FROM golang:1.26-alpine AS builder\nWORKDIR /go/src\nCOPY . ./\nRUN go install -ldflags=\"-s -w\" "
     "./...\n\n"
     "FROM gcr.io/distroless/static-debian13:nonroot\nWORKDIR /go/src\n"
     "COPY --from=builder /go/bin/hotapp /go/bin/hotapp\nCMD [\"/go/bin/hotapp\"]\n"},
    {"go run at every start",
     "FROM golang:1.26\nWORKDIR /app\nCOPY . .\nCMD [\"go\", \"run\", \"./cmd/web\", \"-v\"]\n",
     "FROM golang:1.26 AS builder\nWORKDIR /app\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /usr/local/bin/web "
     "./cmd/web\n\n"
     "FROM gcr.io/distroless/static-debian13:nonroot\nWORKDIR /app\n"
     "COPY --from=builder /usr/local/bin/web /usr/local/bin/web\nCMD [\"/usr/local/bin/web\", \"-v\"]\n"},
    {"a user that is made, and what the build alone reads",
     "FROM golang:1.26-bookworm\nENV GOPROXY=direct\nRUN useradd -u 10001 app\nWORKDIR /app\nCOPY . .\n"
     "RUN go build -o server .\nUSER app\nCMD [\"./server\"]\n",
     "FROM golang:1.26-bookworm AS builder\nENV GOPROXY=direct\nRUN useradd -u 10001 app\nWORKDIR /app\nCOPY "
     ". .\n"
     "RUN go build -ldflags=\"-s -w\" -o server .\n\nFROM debian:bookworm-slim\n"
     "RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates tzdata && rm -rf "
     "/var/lib/apt/lists/*\n"
     "RUN useradd -u 10001 app\nWORKDIR /app\nCOPY --from=builder /app/server /app/server\nUSER app\n"
     "CMD [\"./server\"]\n"},
    {"made by make", "FROM golang:1.26\nWORKDIR /app\nCOPY . .\nRUN make build\nCMD [\"./out/server\"]\n",
     "FROM golang:1.26 AS builder\nWORKDIR /app\nCOPY . .\nRUN make build\n\nFROM debian:trixie-slim\n"
     "RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates tzdata && rm -rf "
     "/var/lib/apt/lists/*\n"
     "WORKDIR /app\nCOPY --from=builder /app/out/server /app/out/server\nCMD [\"./out/server\"]\n"},
    {"no: a base without a shell that was asked for, and a script",
     "FROM golang:1.26\nWORKDIR /app\nCOPY . .\nRUN go build -o server .\nENTRYPOINT [\"./entrypoint.sh\"]\n",
     "no: Line 5 starts the script “./entrypoint.sh”, which takes a shell. It cannot run on "
     "gcr.io/distroless/static-debian13:nonroot; choose a base with a shell.",
     {{"base", "gcr.io/distroless/static-debian13:nonroot"}}},
    {"no: what is started comes from elsewhere",
     "FROM golang:1.26\nWORKDIR /app\nCOPY . .\nRUN go build -o /usr/bin/a ./a\nENTRYPOINT [\"hack/dind\"]\n",
     "no: “/app/hack/dind” is not among what this stage builds (/usr/bin/a)."},
    {"no: a number of no stage", "FROM golang:1.26\nCOPY --from=1 /a /b\nRUN go build -o /a\nCMD [\"/a\"]\n",
     "no: “1” names no stage: mend that first."},
    {"no: a tool image", "FROM golang:1.26\nRUN go install example.org/tool@latest\n",
     "no: No CMD or ENTRYPOINT says what the image runs: it looks like one to work in or to build on. Say "
     "what it runs "
     "first."},
    {"no: a development image",
     "FROM golang:1.26\nWORKDIR /app\nRUN go install github.com/air-verse/air@latest\nCOPY . .\nCMD "
     "[\"air\"]\n",
     "no: Line 5 starts “air”: this looks like an image to develop in, which needs its sources and tools."},
    {"no: it is split already",
     "FROM golang:1.26 AS b\nRUN go build -o /x\nFROM alpine:3.23\nCOPY --from=b /x /x\nCMD [\"/x\"]\n",
     "no: It is split already: this stage takes from “b”."},
    {"no: an image to build on", "FROM golang:1.26\nONBUILD COPY . .\nRUN go build -o /x\nCMD [\"/x\"]\n",
     "no: The ONBUILD of line 2 makes this image one to build on: what it brings would run in the small "
     "stage."},
    {"no: for another system",
     "FROM golang:1.26\nENV GOOS=darwin\nWORKDIR /a\nCOPY . .\nRUN go build -o x\nCMD [\"./x\"]\n",
     "no: Line 2 builds for “darwin”: no container runs that."},
    {"no: Windows", "# escape=`\nFROM golang:1.26\nRUN go build -o /x\nCMD [\"/x\"]\n",
     "no: Windows images cannot be split yet: their shells and paths are others."},
    {"no: nothing is built", "FROM alpine:3.23\nRUN apk add nginx\nCMD [\"nginx\"]\n",
     "no: No line builds anything in a language that is known here."},
};

} // namespace

class TestSplit : public QObject {
    Q_OBJECT

private slots:
    void writesWhatAGoodEngineerWould_data();
    void writesWhatAGoodEngineerWould();
    void offersItOnce_data() { writesWhatAGoodEngineerWould_data(); }
    void offersItOnce();
    void namesWhatItRestsOn();
    void readsGoMod();
    void leavesOutWhatIsUnticked();
};

void TestSplit::writesWhatAGoodEngineerWould_data()
{
    QTest::addColumn<const Case *>("split");
    for (const Case &each : goCases)
        QTest::newRow(each.name) << &each;
}

void TestSplit::writesWhatAGoodEngineerWould()
{
    QFETCH(const Case *, split);
    QCOMPARE(RefactoringCase(split->before, split->settings).after("split"), QByteArray(split->after));
}

void TestSplit::offersItOnce()
{
    QFETCH(const Case *, split);
    const QByteArray after = RefactoringCase(split->before, split->settings).after("split");
    if (after.startsWith("no: "))
        return;
    const QByteArray again = RefactoringCase(after, split->settings).after("split");
    QVERIFY2(again.startsWith("no: It is split already"), again.constData());
}

void TestSplit::namesWhatItRestsOn()
{
    const RefactoringCase file(goCases[0].before);
    QCOMPARE(
        file.assumptions("split"),
        QByteArray(
            "Nothing that line 4 builds is written in C: it works without cgo.\n"
            "The program reads nothing of what line 3 copies while it runs, such as templates or settings, "
            "but what is copied on.\n"
            "The program writes to no file of root's and needs no port below 1024: on "
            "gcr.io/distroless/static-debian13:nonroot it runs as “65532”.\n"));
    QCOMPARE(file.proposal("split").verdict(), Verdict::Assumes);
}

void TestSplit::readsGoMod()
{
    Manifests manifests;
    manifests.goModules.push_back({"go.mod", {"example.org/tools/server/v2", "1.26", {}, {}}});
    const QByteArray file = "FROM golang:1.26\nWORKDIR /app\nCOPY . .\nRUN go build\nCMD [\"./server\"]\n";
    QVERIFY(RefactoringCase(file, {}, &manifests)
                .after("split")
                .contains("COPY --from=builder /app/server /app/server\n"));
    manifests.goModules[0].facts.dependencies.push_back("github.com/mattn/go-sqlite3");
    QVERIFY(RefactoringCase(file, {}, &manifests).after("split").contains("FROM debian:trixie-slim\n"));
}

void TestSplit::leavesOutWhatIsUnticked()
{
    const RefactoringCase file(goCases[0].before);
    const Proposal proposal = file.proposal("split");
    PartChoice choice = PartChoice::all(proposal);
    for (std::size_t i = 0; i < proposal.parts.size(); ++i) {
        choice.set(proposal, i, false);
        QCOMPARE(static_cast<bool>(choice.isTaken[i]), !proposal.parts[i].isOptional);
    }
    const Result<Refactored> result = refactored(file.context(), proposal, choice);
    QVERIFY(result.has_value());
    QVERIFY(result->text.find("-ldflags") == std::string::npos);
    QVERIFY(result->text.find("CGO_ENABLED=0 go build -o server") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestSplit)
#include "tst_split.moc"
