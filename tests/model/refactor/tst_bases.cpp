// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/gestures/change_base.h"
#include "model/refactor/gestures/mount.h"
#include "model/refactor/gestures/new_stage.h"
#include "tests/model/refactor/gesture_case.h"

using namespace drydock;

/// Changing the base, mounting and making new stages.
class TestBases : public QObject {
    Q_OBJECT

private slots:
    void changesBase_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("stage");
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *stage, const char *base,
                            const char *after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(stage) << QByteArray(base)
                                << QByteArray(after);
        };
        row("a FROM with too many words", "FROM a AS b\nFROM x AS c # y\n", "stage 1", "b",
            "no: The FROM of “stage 1” is not understood.");
        row("platform and name stay", "FROM a AS b\nFROM --platform=$BUILDPLATFORM x AS c\n", "c", "b",
            "FROM a AS b\nFROM --platform=$BUILDPLATFORM b AS c\n");
        row("an unnamed stage above", "FROM a:1\nFROM x\n", "stage 1", "stage 0", "FROM a:1 AS a\nFROM a\n");
        row("a name in capitals", "FROM a AS B\nFROM x\n", "stage 1", "B", "FROM a AS B\nFROM b\n");
        row("an image", "FROM a AS b\nFROM x AS c\n", "c", "a", "FROM a AS b\nFROM a AS c\n");
        row("an image keeps its variable", "ARG v=1\nFROM a:$v AS b\nFROM x AS c\n", "c", "a:1",
            "ARG v=1\nFROM a:$v AS b\nFROM a:$v AS c\n");
        row("a variable goes, even an empty one", "ARG v\nFROM a AS b\nFROM x$v AS c\n", "c", "b",
            "ARG v\nFROM a AS b\nFROM b AS c\n");
        row("quotes stay", "FROM a AS b\nFROM \"x\" AS c\n", "c", "b", "FROM a AS b\nFROM \"b\" AS c\n");
        row("over a line break", "FROM a AS b\r\nFROM \\\r\n  # why\r\n  x \\\r\n AS c\r\n", "c", "b",
            "FROM a AS b\r\nFROM \\\r\n  # why\r\n  b \\\r\n AS c\r\n");
        row("what an ONBUILD brings with it is no matter",
            "FROM a AS b\nFROM x AS o\nONBUILD COPY --from=b p q\nFROM y AS c\n", "c", "o",
            "FROM a AS b\nFROM x AS o\nONBUILD COPY --from=b p q\nFROM o AS c\n");
        row("the same", "FROM a AS b\nFROM b AS c\n", "c", "b", "no: “c” is based on “b” already.");
        row("a stage below", "FROM x AS c\nFROM a AS b\n", "c", "b",
            "no: FROM may only name a stage above it, and “b” comes below “c”.");
        row("a circle", "FROM x AS a\nFROM a AS b\nFROM y AS c\nCOPY --from=b p q\n", "a", "c",
            "no: “c” already uses “a”: that would be a circle.");
        row("another of that name stands between", "FROM a AS s\nFROM b AS S\nFROM x AS c\n", "c", "s",
            "no: Another stage is called “s” too and would be taken instead: rename one of them first.");
    }
    void changesBase()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, stage);
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, after);
        const GestureCase file(before);
        QVERIFY(file.node(base));
        const auto plan = changeBase(file.context(), file.stage(stage), file.node(base));
        QCOMPARE(file.after(plan), after);
    }

    void changesBaseTo_data()
    {
        QTest::addColumn<QByteArray>("image");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("an image")
            << QByteArray("r.example/a:1@sha256:"
                          "0123456789012345678901234567890123456789012345678901234567890123")
            << QByteArray("FROM a AS b\nFROM r.example/a:1@sha256:"
                          "0123456789012345678901234567890123456789012345678901234567890123\n");
        QTest::newRow("scratch") << QByteArray("scratch") << QByteArray("FROM a AS b\nFROM scratch\n");
        QTest::newRow("a variable") << QByteArray("x:${v}") << QByteArray("FROM a AS b\nFROM x:${v}\n");
        QTest::newRow("a stage") << QByteArray("b") << QByteArray("FROM a AS b\nFROM b\n");
        QTest::newRow("the same") << QByteArray("x") << QByteArray("no: “stage 1” is based on “x” already.");
        QTest::newRow("two words") << QByteArray("x y") << QByteArray("no: “x y” is no image name.");
        QTest::newRow("capitals") << QByteArray("x/Yz") << QByteArray("no: “x/Yz” is no image name.");
        QTest::newRow("a flag") << QByteArray("--x") << QByteArray("no: “--x” is no image name.");
        QTest::newRow("nothing") << QByteArray("") << QByteArray("no: A base needs a name.");
    }
    void changesBaseTo()
    {
        QFETCH(QByteArray, image);
        QFETCH(QByteArray, after);
        const GestureCase file("FROM a AS b\nFROM x\n");
        const auto plan = changeBaseTo(file.context(), {1}, image.toStdString());
        QCOMPARE(file.after(plan), after);
        if (plan) {
            QCOMPARE(file.focused(plan), image);
            QCOMPARE(english(plan->name), QByteArray("Change base of stage 1"));
        }
    }

    void mounts_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after);
        };
        row("the first RUN", "FROM a AS b\nFROM c AS d\nENV a=b\nRUN x\nRUN y\n",
            "FROM a AS b\nFROM c AS d\nENV a=b\nRUN --mount=type=bind,from=b,source=/,target=/mnt/b x\nRUN "
            "y\n");
        row("behind another mount", "FROM a AS b\nFROM c AS d\nRUN --mount=type=ssh --network=none x\n",
            "FROM a AS b\nFROM c AS d\nRUN --mount=type=ssh --mount=type=bind,from=b,source=/,target=/mnt/b "
            "--network=none x\n");
        row("on a line of its own as the others are",
            "FROM a AS b\r\nFROM c AS d\r\nRUN --mount=type=ssh \\\r\n    --mount=type=cache,target=/c "
            "\\\r\n    "
            "x\r\n",
            "FROM a AS b\r\nFROM c AS d\r\nRUN --mount=type=ssh \\\r\n    --mount=type=cache,target=/c "
            "\\\r\n    "
            "--mount=type=bind,from=b,source=/,target=/mnt/b \\\r\n    x\r\n");
        row("an array", "FROM a AS b\nFROM c AS d\nRUN [\"x\"]\n",
            "FROM a AS b\nFROM c AS d\nRUN --mount=type=bind,from=b,source=/,target=/mnt/b [\"x\"]\n");
        row("a here-document", "FROM a AS b\nFROM c AS d\nrun <<E\nx\nE\n",
            "FROM a AS b\nFROM c AS d\nrun --mount=type=bind,from=b,source=/,target=/mnt/b <<E\nx\nE\n");
        row("a place that is free", "FROM a AS b\nFROM c AS d\nRUN --mount=from=b,dst=/mnt/b x\n",
            "FROM a AS b\nFROM c AS d\nRUN --mount=from=b,dst=/mnt/b "
            "--mount=type=bind,from=b,source=/,target=/mnt/b-2 x\n");
        row("a later source comes above", "FROM c AS d\nRUN x\n\nFROM a AS b\nRUN z\n",
            "FROM a AS b\nRUN z\n\nFROM c AS d\nRUN --mount=type=bind,from=b,source=/,target=/mnt/b x\n");
        row("no RUN", "FROM a AS b\nFROM c AS d\nONBUILD RUN x\n",
            "no: “d” has no RUN that could see the files.");
        row("another of that name", "FROM a AS b\nFROM c AS d\nRUN x\nFROM y AS B\n",
            "no: Another stage is called “b” too and would be taken instead: rename one of them first.");
    }
    void mounts()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const GestureCase file(before);
        const auto plan = mountStage(file.context(), file.node("b"), file.node("d"));
        QCOMPARE(file.after(plan), after);
        if (plan) {
            QVERIFY(file.focused(plan).startsWith("/mnt/b"));
            QCOMPARE(english(plan->name), QByteArray("Mount b in d"));
        }
    }
    void mountsInTheChosenRun()
    {
        const GestureCase file("FROM a AS b\nFROM c\nRUN x\nRUN y\n");
        QCOMPARE(file.after(mountStage(file.context(), {0}, {1}, {3})),
                 QByteArray("FROM a AS b\nFROM c\nRUN x\nRUN "
                            "--mount=type=bind,from=b,source=/,target=/mnt/b y\n"));
        QCOMPARE(file.after(mountStage(file.context(), {0}, {1}, {1})),
                 QByteArray("no: “stage 1” has no RUN that could see the files."));
    }

    void newStages_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after);
        };
        row("above the last", "FROM a AS b\nRUN x\n\n\n# last\nFROM c\n",
            "FROM a AS b\nRUN x\n\n\nFROM scratch AS stage-3\n\n\n# last\nFROM c\n");
        row("no blank lines", "from a\nfrom c\n", "from a\nfrom scratch as stage-3\nfrom c\n");
        row("the only stage", "ARG v\nFROM c\r\n", "ARG v\nFROM scratch AS stage-2\n\nFROM c\r\n");
        row("indented", "  FROM a\n\n  FROM c\n", "  FROM a\n\n  FROM scratch AS stage-3\n\n  FROM c\n");
        row("numbers",
            "FROM a\nFROM b\nFROM c\nCOPY --from=0 x y\nCOPY --from=1 x y\nRUN --mount=from=1,target=/m r\n",
            "FROM a\nFROM b\nFROM scratch AS stage-4\nFROM c\nCOPY --from=0 x y\nCOPY --from=1 x y\nRUN "
            "--mount=from=1,target=/m r\n");
        row("a number behind it", "FROM a\nCOPY --from=1 x y\nFROM b\n",
            "FROM a\nCOPY --from=2 x y\nFROM scratch AS stage-3\nFROM b\n");
        row("byte order mark",
            "\xEF\xBB\xBF"
            "FROM a\n",
            "\xEF\xBB\xBF"
            "FROM scratch AS stage-2\n\nFROM a\n");
        row("a file with nothing", "", "FROM scratch AS stage-1\n");
        row("a file with an ARG", "ARG a", "ARG a\nFROM scratch AS stage-1");
        row("a name that is taken", "FROM a AS Stage-3\nFROM c\n",
            "FROM a AS Stage-3\nFROM scratch AS stage-4\nFROM c\n");
    }
    void newStages()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const GestureCase file(before);
        const auto plan = newStage(file.context());
        QCOMPARE(file.after(plan), after);
        if (plan) {
            QCOMPARE(file.focused(plan), QByteArray("scratch"));
            QCOMPARE(english(plan->name), QByteArray("New stage"));
        }
    }

    void newStagesFrom_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *source, const char *after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(source) << QByteArray(after);
        };
        row("behind its source", "FROM a AS B\nRUN x\n# end\n\nFROM c\n", "B",
            "FROM a AS B\nRUN x\n# end\n\nFROM b AS stage-3\n\nFROM c\n");
        row("behind an unnamed source", "FROM a:1\nFROM c\nCOPY --from=0 x y\n", "stage 0",
            "FROM a:1 AS a\nFROM a AS stage-3\nFROM c\nCOPY --from=a x y\n");
        row("behind the last, no final line end", "FROM a\n\nFROM c AS d\nRUN x", "d",
            "FROM a\n\nFROM c AS d\nRUN x\n\nFROM d AS stage-3");
        row("from an image", "ARG v=1\nFROM a:$v\nFROM c\n", "a:1",
            "ARG v=1\nFROM a:$v\nFROM a:$v AS stage-3\nFROM c\n");
        row("behind an open here-document", "FROM a AS b\nRUN <<E\nx\n", "b",
            "no: The last instruction has no end: nothing can follow it.");
        row("from a name that FROM cannot hold", "FROM a\nCOPY --from='x:1 y' x y\n", "x:1 y",
            "no: “x:1 y” is no image name.");
        // BuildKit takes the bytes of a flag for characters (`split_command.go`): what it reads is another name.
        row("from a name with a blank beyond ASCII", "FROM a\nCOPY --from='x\u00a0y' x y\n", "x\u00c2\u00a0y",
            "no: “x\u00c2\u00a0y” is no image name.");
        row("from an image that stands in quotes", "FROM \"x:1\" AS a\nFROM b\n", "x:1",
            "FROM \"x:1\" AS a\nFROM \"x:1\" AS stage-3\nFROM b\n");
        row("from nothing that exists", "FROM abcd AS build\nFROM b\nCOPY --from=biuld x y\n", "biuld",
            "no: “biuld” does not exist.");
    }
    void newStagesFrom()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, after);
        const GestureCase file(before);
        const auto plan = newStageFrom(file.context(), file.node(source));
        QCOMPARE(file.after(plan), after);
        if (plan) {
            QCOMPARE(file.focused(plan), QByteArray("stage-3"));
            QCOMPARE(english(plan->name), "New stage from " + source);
        }
    }

    void droppedImages()
    {
        const GestureCase file("FROM a AS b\nFROM c\n");
        QCOMPARE(file.after(newStageOnImage(file.context(), "nginx:1")),
                 QByteArray("FROM a AS b\nFROM nginx:1 AS stage-3\nFROM c\n"));
        QCOMPARE(file.after(newStageOnImage(file.context(), "b")),
                 QByteArray("FROM a AS b\nFROM b AS stage-3\nFROM c\n"));
        QCOMPARE(file.after(newStageOnImage(file.context(), "no image")),
                 QByteArray("no: “no image” is no image name."));
    }

    void saysThatTheTargetChanges()
    {
        const GestureCase file("FROM a AS b\n");
        const auto plan = newStageFrom(file.context(), {0});
        QVERIFY(plan);
        QCOMPARE(english(plan->notice), QByteArray("The default target becomes “stage-2”."));
        BuildOptions options;
        options.target = "b";
        const GestureCase targeted("FROM a AS b\n", options);
        const auto other = newStageFrom(targeted.context(), {0});
        QVERIFY(other);
        QCOMPARE(english(other->notice), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestBases)
#include "tst_bases.moc"
