// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/gestures/connect.h"
#include "tests/model/refactor/gesture_case.h"

using namespace drydock;

class TestConnect : public QObject {
    Q_OBJECT

private slots:
    void connects_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *source, const char *target,
                            const char *after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(source) << QByteArray(target)
                                << QByteArray(after);
        };
        row("behind FROM", "FROM go AS b\n\nFROM scratch\nCMD x\n", "b", "stage 1",
            "FROM go AS b\n\nFROM scratch\nCOPY --from=b /p /q\nCMD x\n");
        row("behind the last COPY --from", "FROM go AS b\nFROM x\nCOPY --from=b a a\nRUN r\nCOPY . .\n", "b",
            "stage 1", "FROM go AS b\nFROM x\nCOPY --from=b a a\nCOPY --from=b /p /q\nRUN r\nCOPY . .\n");
        row("behind the last COPY --from rather than a setting",
            "FROM go AS b\nFROM x\nCOPY --from=b a a\nWORKDIR /w\nRUN r\n", "b", "stage 1",
            "FROM go AS b\nFROM x\nCOPY --from=b a a\nCOPY --from=b /p /q\nWORKDIR /w\nRUN r\n");
        row("behind the last setting above RUN",
            "FROM go AS b\nFROM x\nWORKDIR /w\nENV a=b\nRUN r\nENV c=d\n", "b", "stage 1",
            "FROM go AS b\nFROM x\nWORKDIR /w\nENV a=b\nCOPY --from=b /p /q\nRUN r\nENV c=d\n");
        row("not behind USER", "FROM go AS b\nFROM x\nUSER u\nWORKDIR /w\nCOPY --from=b a a\n", "b",
            "stage 1", "FROM go AS b\nFROM x\nCOPY --from=b /p /q\nUSER u\nWORKDIR /w\nCOPY --from=b a a\n");
        row("root is no other user", "FROM go AS b\nFROM x\nUSER root\nWORKDIR /w\n", "b", "stage 1",
            "FROM go AS b\nFROM x\nUSER root\nWORKDIR /w\nCOPY --from=b /p /q\n");
        row("lower-case keywords", "from go as b\nfrom x\n", "b", "stage 1",
            "from go as b\nfrom x\ncopy --from=b /p /q\n");
        row("indentation", "FROM go AS b\nFROM x\n  \tENV a=b\n  \tRUN r\n", "b", "stage 1",
            "FROM go AS b\nFROM x\n  \tENV a=b\n  \tCOPY --from=b /p /q\n  \tRUN r\n");
        row("indentation of what follows FROM", "FROM go AS b\nFROM x\n  RUN r\n", "b", "stage 1",
            "FROM go AS b\nFROM x\n  COPY --from=b /p /q\n  RUN r\n");
        row("CR LF", "FROM go AS b\r\nFROM x\r\nCMD x\r\n", "b", "stage 1",
            "FROM go AS b\r\nFROM x\r\nCOPY --from=b /p /q\r\nCMD x\r\n");
        row("no final line end", "FROM go AS b\nFROM x", "b", "stage 1",
            "FROM go AS b\nFROM x\nCOPY --from=b /p /q");
        row("no final line end, CR LF", "FROM go AS b\r\nFROM x", "b", "stage 1",
            "FROM go AS b\r\nFROM x\r\nCOPY --from=b /p /q");
        row("byte order mark",
            "\xEF\xBB\xBF"
            "FROM go\nFROM x\n",
            "stage 0", "stage 1",
            "\xEF\xBB\xBF"
            "FROM go AS go\nFROM x\nCOPY --from=go /p /q\n");
        row("a blank line between any two", "FROM go AS b\n\nFROM x\n\nENV a=b\n\nRUN r\n", "b", "stage 1",
            "FROM go AS b\n\nFROM x\n\nENV a=b\n\nCOPY --from=b /p /q\n\nRUN r\n");
        row("behind a here-document", "FROM go AS b\nFROM x\nCOPY --from=b <<E /a\nFROM no\nE\nRUN r\n", "b",
            "stage 1",
            "FROM go AS b\nFROM x\nCOPY --from=b <<E /a\nFROM no\nE\nCOPY --from=b /p /q\nRUN r\n");
        row("behind a continued line with a comment inside",
            "FROM go AS b\nFROM x\nENV a=b \\\n# why\n  c=d\nRUN r\n", "b", "stage 1",
            "FROM go AS b\nFROM x\nENV a=b \\\n# why\n  c=d\nCOPY --from=b /p /q\nRUN r\n");
        row("backtick file", "# escape=`\nFROM go AS b\nFROM x\nENV a=b `\n  c=d\nRUN r\n", "b", "stage 1",
            "# escape=`\nFROM go AS b\nFROM x\nENV a=b `\n  c=d\nCOPY --from=b /p /q\nRUN r\n");
        row("an image", "FROM nginx:1.27 AS a\nFROM x AS b\n", "nginx:1.27", "b",
            "FROM nginx:1.27 AS a\nFROM x AS b\nCOPY --from=nginx:1.27 /p /q\n");
        row("an unnamed source gets a name", "FROM golang:1.22\nFROM x\nCOPY --from=0 a a\n", "stage 0",
            "stage 1",
            "FROM golang:1.22 AS golang\nFROM x\nCOPY --from=golang a a\nCOPY --from=golang /p /q\n");
        row("a name that is not taken", "FROM r.example/a/Golang@sha256:0\nFROM x AS golang\nFROM golang\n",
            "stage 0", "stage 2",
            "FROM r.example/a/Golang@sha256:0 AS golang-2\nFROM x AS golang\nFROM golang\nCOPY "
            "--from=golang-2 /p /q\n");
        row("a name that no image needs", "FROM golang\nFROM golang\n", "stage 0", "stage 1",
            "FROM golang AS golang-2\nFROM golang\nCOPY --from=golang-2 /p /q\n");
        row("no name in the image", "FROM scratch\nFROM x\n", "stage 0", "stage 1",
            "FROM scratch AS stage\nFROM x\nCOPY --from=stage /p /q\n");
        row("quoted number", "FROM go\nFROM x\nCOPY --from=\"0\" a a\n", "stage 0", "stage 1",
            "FROM go AS go\nFROM x\nCOPY --from=\"go\" a a\nCOPY --from=go /p /q\n");
        row("a later source comes above",
            "FROM x AS final\nCMD c\n\n# compiles\nFROM go AS b\nRUN r\n\nFROM y AS last\n", "b", "final",
            "# compiles\nFROM go AS b\nRUN r\n\nFROM x AS final\nCOPY --from=b /p /q\nCMD c\n\nFROM y AS "
            "last\n");
        row("a later source brings what it needs",
            "FROM x AS final\nFROM go AS a\nFROM y AS other\nFROM a AS b\nCOPY --from=2 o o\n", "b", "final",
            "FROM go AS a\nFROM y AS other\nFROM a AS b\nCOPY --from=1 o o\nFROM x AS final\nCOPY --from=b "
            "/p /q\n");
        row("a later source, unnamed, at the end of a file without line end",
            "ARG v\nFROM x AS final\n\nFROM go:1\nRUN r", "stage 1", "final",
            "ARG v\nFROM go:1 AS go\nRUN r\n\nFROM x AS final\nCOPY --from=go /p /q");
        row("the last of two of one name", "FROM a AS s\nFROM b AS s\nFROM c AS d\n", "s", "d",
            "FROM a AS s\nFROM b AS s\nFROM c AS d\nCOPY --from=s /p /q\n");

        row("circle", "FROM x AS a\nFROM a AS b\n", "b", "a",
            "no: “b” already uses “a”: that would be a circle.");
        row("circle over three",
            "FROM x AS a\nFROM y AS b\nCOPY --from=a p q\nFROM z AS c\nRUN "
            "--mount=from=b,target=/m r\n",
            "c", "a", "no: “c” already uses “a”: that would be a circle.");
        row("itself", "FROM x AS a\n", "a", "a", "no: “a” cannot take from itself.");
        row("into an image", "FROM x AS a\n", "a", "x",
            "no: “x” is not made by this file: nothing can be put in it.");
        row("from nothing", "FROM scratch AS a\nFROM y AS b\n", "scratch", "b",
            "no: “scratch” is empty: there is nothing to take from it.");
        row("from a variable", "ARG v\nFROM go:$v AS a\nFROM y AS b\n", "go:$v", "b",
            "no: “go:$v” holds a variable, which --from does not know: make a stage of it first.");
        row("from an image that has the name of a stage", "FROM alpine AS a\nFROM x AS alpine\nFROM y AS c\n",
            "alpine", "c", "no: A stage is called “alpine” too and would be taken instead of the image.");
        row("from an image that is called like a number",
            "FROM x AS a\nRUN --mount=from=1,target=/m r\nFROM y AS c\n", "1", "c",
            "no: --from would read “1” as the number of a stage.");
        row("from a name that needs quotes", "FROM a AS b\nCOPY --from='x:1 y' x y\nFROM c AS d\n", "x:1 y",
            "d", "no: “x:1 y” is no image name.");
        row("from an address", "FROM x AS a\nADD https://h.example/f /f\nFROM y AS b\n",
            "https://h.example/f", "b", "no: “https://h.example/f” is an address: only ADD can fetch it.");
        row("from what is missing", "FROM x AS build\nFROM y AS b\nCOPY --from=biuld a a\n", "biuld", "b",
            "no: “biuld” does not exist.");
        row("a broken FROM", "FROM x AS a\nFROM\n", "a", "stage 1",
            "no: The FROM of “stage 1” is not understood.");
        row("behind an open here-document", "FROM x AS a\nFROM y AS b\nCOPY --from=a <<E /x\nabc\n", "a", "b",
            "no: The last instruction has no end: nothing can follow it.");
        row("behind an open continuation", "FROM x AS a\nFROM y AS b \\\n\n", "a", "b",
            "no: The last instruction has no end: nothing can follow it.");
    }
    void connects()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, after);
        const GestureCase file(before);
        QVERIFY(file.node(source) && file.node(target));
        const auto plan = connectStages(file.context(), file.node(source), file.node(target), {"/p", "/q"});
        QCOMPARE(file.after(plan), after);
        if (plan)
            QCOMPARE(file.focused(plan), QByteArray("/p"));
    }

    void theFirstOfTwoOfOneNameByNumber()
    {
        const GestureCase file("FROM a AS s\nFROM b AS s\nFROM c AS d\n");
        QCOMPARE(file.after(connectStages(file.context(), {0}, {2}, {"/p", "/q"})),
                 QByteArray("FROM a AS s\nFROM b AS s\nFROM c AS d\nCOPY --from=0 /p /q\n"));
    }

    void paths_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("a space makes an array")
            << QByteArray("/a b") << QByteArray("/c") << QByteArray("COPY --from=b [\"/a b\", \"/c\"]");
        QTest::newRow("what looks like a flag")
            << QByteArray("--a") << QByteArray("/c") << QByteArray("COPY --from=b [\"--a\", \"/c\"]");
        QTest::newRow("what looks like a here-document")
            << QByteArray("<<a") << QByteArray("/c") << QByteArray("COPY --from=b [\"<<a\", \"/c\"]");
        QTest::newRow("what looks like an array")
            << QByteArray("[a]") << QByteArray("/c") << QByteArray("COPY --from=b [\"[a]\", \"/c\"]");
        QTest::newRow("an escape character at the end")
            << QByteArray("/a") << QByteArray("c:\\") << QByteArray("COPY --from=b [\"/a\", \"c:\\\\\"]");
        QTest::newRow("a variable stays one")
            << QByteArray("$a/b") << QByteArray("/c") << QByteArray("COPY --from=b $a/b /c");
    }
    void paths()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, line);
        const GestureCase file("FROM a AS b\nFROM c\n");
        const auto plan = connectStages(file.context(), {0}, {1}, {from.toStdString(), to.toStdString()});
        QCOMPARE(file.after(plan), "FROM a AS b\nFROM c\n" + line + "\n");
        const GestureCase changed(file.after(plan));
        QCOMPARE(QByteArray::fromStdString(changed.graph().edges.back().sourcePath), from);
        QCOMPARE(QByteArray::fromStdString(changed.graph().edges.back().targetPath), to);
    }

    void refusesWhatIsNoPath()
    {
        const GestureCase file("FROM a AS b\nFROM c\n");
        QCOMPARE(file.after(connectStages(file.context(), {0}, {1}, {"", "/q"})),
                 QByteArray("no: Say what to copy and where to."));
        QCOMPARE(file.after(connectStages(file.context(), {0}, {1}, {"/p\nRUN x", "/q"})),
                 QByteArray("no: A path stands on one line."));
    }

    void words()
    {
        const GestureCase file("FROM x AS final\nFROM go AS build\n");
        const auto plan = connectStages(file.context(), {1}, {0}, {"/p", "/q"});
        QVERIFY(plan);
        QCOMPARE(english(plan->name), QByteArray("Copy from build into final"));
        QCOMPARE(english(plan->notice), QByteArray("The default target becomes “final”."));
        const GestureCase variable("ARG v=1\nFROM go:$v AS a\nFROM y AS b\n");
        const auto other
            = connectStages(variable.context(), variable.node("go:1"), variable.node("b"), {"/p", "/q"});
        QVERIFY(other);
        QCOMPARE(english(other->notice),
                 QByteArray(
                     "“go:1” is written out: --from does not know the variable that the file uses for it."));
    }
};

QTEST_GUILESS_MAIN(TestConnect)
#include "tst_connect.moc"
