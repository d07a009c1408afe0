// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/gestures/fix_reference.h"
#include "model/refactor/gestures/move_instruction.h"
#include "model/refactor/gestures/reconnect.h"
#include "tests/model/refactor/gesture_case.h"

using namespace drydock;

/// Single lines and words: moving an instruction, reconnecting an arrow, mending a reference.
class TestInstructions : public QObject {
    Q_OBJECT

private slots:
    void moves_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<int>("instruction");
        QTest::addColumn<int>("behind");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("notice");
        const auto row = [](const char *name, const char *before, int instruction, int behind,
                            const char *after, const char *notice = "") {
            QTest::newRow(name) << QByteArray(before) << instruction << behind << QByteArray(after)
                                << QByteArray(notice);
        };
        row("up", "FROM a\nRUN b\nRUN c\n", 2, 0, "FROM a\nRUN c\nRUN b\n");
        row("down", "FROM a\nRUN b\nRUN c\nRUN d\n", 1, 2, "FROM a\nRUN c\nRUN b\nRUN d\n");
        row("to the end without a line end", "FROM a\r\nRUN b\r\nRUN c", 1, 2, "FROM a\r\nRUN c\r\nRUN b");
        row("from the end without a line end", "FROM a\nRUN b\nRUN c", 2, 0, "FROM a\nRUN c\nRUN b");
        row("into another stage", "FROM a\nRUN b\n\nFROM c\nRUN d\n", 1, 2,
            "FROM a\n\nFROM c\nRUN b\nRUN d\n");
        row("with the comments above", "FROM a\n\n# why\n# b\nRUN b\nRUN c\n", 1, 2,
            "FROM a\n\nRUN c\n# why\n# b\nRUN b\n");
        row("all its lines", "FROM a\nRUN <<E\nb\nE\nRUN c \\\n# d\n  e\nCMD f\n", 2, 0,
            "FROM a\nRUN c \\\n# d\n  e\nRUN <<E\nb\nE\nCMD f\n");
        row("of two blank lines one goes", "FROM a\n\nRUN b\n\nRUN c\n", 1, 2, "FROM a\n\nRUN c\nRUN b\n");
        row("a variable stays behind", "FROM a\nARG v\nRUN b $v\nFROM c\n", 2, 3,
            "FROM a\nARG v\nFROM c\nRUN b $v\n", "It reads “v”, which line 2 sets: that stays behind.");
        row("above what it reads", "FROM a\nENV v=1\nRUN b ${v}\n", 2, 0, "FROM a\nRUN b ${v}\nENV v=1\n",
            "It reads “v”, which line 2 sets: that stays behind.");
        row("an ENV of the base goes along", "FROM a AS b\nENV v=1\nFROM b\nRUN c $v\nFROM b\n", 3, 4,
            "FROM a AS b\nENV v=1\nFROM b\nFROM b\nRUN c $v\n");
        row("an ARG of the base does not", "FROM a AS b\nARG v=1\nRUN c $v\nFROM b\n", 2, 3,
            "FROM a AS b\nARG v=1\nFROM b\nRUN c $v\n",
            "It reads “v”, which line 2 sets: that stays behind.");
        row("the directory stays behind", "FROM a\nWORKDIR /w\nCOPY b .\nFROM c\n", 2, 3,
            "FROM a\nWORKDIR /w\nFROM c\nCOPY b .\n",
            "It works in the directory that line 2 sets: that stays behind.");
        row("another directory", "FROM a\nRUN b\nFROM c\nWORKDIR /w\n", 1, 3,
            "FROM a\nFROM c\nWORKDIR /w\nRUN b\n", "It will work in the directory that line 4 sets.");
        row("a whole path needs no directory", "FROM a\nWORKDIR /w\nCOPY b /c\nFROM c\n", 2, 3,
            "FROM a\nWORKDIR /w\nFROM c\nCOPY b /c\n");
        row("the user stays behind", "FROM a\nUSER u\nRUN b\nFROM c\n", 2, 3,
            "FROM a\nUSER u\nFROM c\nRUN b\n", "It runs as the user that line 2 sets: that stays behind.");
        row("an arrow upwards", "FROM a AS a\nFROM b AS b\nFROM c AS c\nCOPY --from=b x /y\n", 3, 0,
            "no: It takes from “b”, which comes below “a”.");
        row("a circle", "FROM a AS a\nFROM a AS b\nFROM c\nCOPY --from=b x y\n", 3, 0,
            "no: “b” already uses “a”: that would be a circle.");
        row("into itself", "FROM a AS a\nFROM c\nCOPY --from=a x y\n", 2, 0,
            "no: “a” cannot take from itself.");
        row("a FROM", "FROM a\nFROM b\n", 1, 0, "no: A FROM moves with its whole stage.");
        row("above the first stage", "ARG a\nFROM b\nRUN c\n", 0, 2,
            "no: What stands above the first stage belongs to all of them.");
        row("nowhere", "FROM b\nRUN c\n", 1, 0, "no: The instruction stands there already.");
        row("behind an open end", "FROM a\nRUN b\nRUN <<E\n", 1, 2,
            "no: The last instruction has no end: nothing can follow it.");
    }
    void moves()
    {
        QFETCH(QByteArray, before);
        QFETCH(int, instruction);
        QFETCH(int, behind);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, notice);
        const GestureCase file(before);
        const auto plan = moveInstruction(file.context(), {std::size_t(instruction)}, {std::size_t(behind)});
        QCOMPARE(file.after(plan), after);
        if (plan) {
            QCOMPARE(english(plan->notice), notice);
            const Instruction &moved = file.syntax().instructions[std::size_t(instruction)];
            QCOMPARE(file.focused(plan),
                     QByteArray::fromStdString(std::string(file.syntax().textOf(moved.range))));
        }
    }

    void reconnectsTheSource_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<int>("edge");
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("focus");
        const auto row = [](const char *name, const char *before, int edge, const char *source,
                            const char *after, const char *focus = "") {
            QTest::newRow(name) << QByteArray(before) << edge << QByteArray(source) << QByteArray(after)
                                << QByteArray(focus);
        };
        const char *copies = "FROM a AS b\nFROM x AS c\nFROM y\nCOPY --link --from=\"b\" p q\nRUN "
                             "--mount=type=bind,from=b,target=/m r\n";
        row("a copy", copies, 3, "c",
            "FROM a AS b\nFROM x AS c\nFROM y\nCOPY --link --from=\"c\" p q\nRUN "
            "--mount=type=bind,from=b,target=/m r\n",
            "\"c\"");
        row("a mount", copies, 4, "c",
            "FROM a AS b\nFROM x AS c\nFROM y\nCOPY --link --from=\"b\" p q\nRUN "
            "--mount=type=bind,from=c,target=/m r\n",
            "c");
        row("a base", copies, 2, "c",
            "FROM a AS b\nFROM x AS c\nFROM c\nCOPY --link --from=\"b\" p q\nRUN "
            "--mount=type=bind,from=b,target=/m r\n",
            "c");
        row("to an image", copies, 3, "x",
            "FROM a AS b\nFROM x AS c\nFROM y\nCOPY --link --from=\"x\" p q\nRUN "
            "--mount=type=bind,from=b,target=/m r\n",
            "\"x\"");
        row("to an unnamed stage below", "FROM a AS b\nFROM y AS t\nCOPY --from=b p q\n\nFROM z:1\n", 2,
            "stage 2", "FROM a AS b\nFROM z:1 AS z\n\nFROM y AS t\nCOPY --from=z p q\n", "z");
        row("away from a circle", "FROM a AS b\nCOPY --from=c p q\nFROM b AS c\nFROM x AS d\n", 1, "d",
            "FROM x AS d\nFROM a AS b\nCOPY --from=d p q\nFROM b AS c\n", "d");
        row("the same", copies, 3, "b", "no: The arrow begins there already.");
        row("a circle", "FROM a AS b\nFROM y\nCOPY --from=b p q\nFROM x AS e\nCOPY --from=1 p q\n", 2, "e",
            "no: “e” already uses “stage 1”: that would be a circle.");
        row("an address", "FROM a AS b\nADD https://h.example/f /f\nFROM c\n", 1, "stage 1",
            "no: ADD fetches an address: change it in the text.");
        row("what ONBUILD brings",
            "FROM a AS b\nFROM x AS c\nONBUILD COPY --from=b p q\nFROM c\nFROM y AS z\n", 3, "z",
            "no: Line 3 brings this with ONBUILD: change it there.");
    }
    void reconnectsTheSource()
    {
        QFETCH(QByteArray, before);
        QFETCH(int, edge);
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, focus);
        const GestureCase file(before);
        QVERIFY(file.node(source));
        const auto plan = reconnectSource(file.context(), std::size_t(edge), file.node(source));
        QCOMPARE(file.after(plan), after);
        if (plan)
            QCOMPARE(file.focused(plan), focus);
    }

    void reconnectsTheTarget_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<int>("edge");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, int edge, const char *target,
                            const char *after) {
            QTest::newRow(name) << QByteArray(before) << edge << QByteArray(target) << QByteArray(after);
        };
        row("a copy", "FROM a AS b\nFROM x AS c\nCOPY --from=0 p /q\nRUN r\nFROM y AS d\nENV e=f\nRUN g\n", 2,
            "d", "FROM a AS b\nFROM x AS c\nRUN r\nFROM y AS d\nENV e=f\nCOPY --from=0 p /q\nRUN g\n");
        row("above its source", "FROM y AS d\nFROM a\nFROM x AS c\nCOPY --from=1 p /q\n", 3, "d",
            "FROM a\nFROM y AS d\nCOPY --from=0 p /q\nFROM x AS c\n");
        row("a mount", "FROM a AS b\nFROM x AS c\nRUN --mount=from=b,target=/m r\nFROM y AS d\n", 2, "d",
            "no: A mount belongs to its RUN: mount it in the other stage anew.");
        row("a base", "FROM a AS b\nFROM b AS c\nFROM y AS d\n", 1, "d",
            "no: A FROM belongs to its stage: change the base of the other stage.");
        row("the same", "FROM a AS b\nFROM x AS c\nCOPY --from=b p q\n", 2, "c",
            "no: The arrow ends there already.");
        row("a circle", "FROM a AS b\nFROM b AS c\nFROM d\nCOPY --from=c p q\n", 3, "b",
            "no: “c” already uses “b”: that would be a circle.");
    }
    void reconnectsTheTarget()
    {
        QFETCH(QByteArray, before);
        QFETCH(int, edge);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, after);
        const GestureCase file(before);
        const auto plan = reconnectTarget(file.context(), std::size_t(edge), file.node(target));
        QCOMPARE(file.after(plan), after);
        if (plan)
            QVERIFY(file.focused(plan).startsWith("COPY --from="));
    }

    void mends_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("missing");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *missing, const char *after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(missing) << QByteArray(after);
        };
        row("a slip of the pen",
            "FROM a AS build\nFROM b\nCOPY --from=biuld p q\nRUN --mount=from=biuld,target=/m r\n", "biuld",
            "FROM a AS build\nFROM b\nCOPY --from=build p q\nRUN --mount=from=build,target=/m r\n");
        row("of a stage below", "FROM b AS c\nCOPY --from=biuld p q\nFROM a AS build\n", "biuld",
            "FROM a AS build\nFROM b AS c\nCOPY --from=build p q\n");
        row("a number too high", "FROM b AS c\nCOPY --from=7 p q\n", "7",
            "no: No stage has a name like “7”.");
        row("an image", "FROM b AS c\n", "b", "no: “b” needs no mending.");
    }
    void mends()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, missing);
        QFETCH(QByteArray, after);
        const GestureCase file(before);
        QVERIFY(file.node(missing));
        QCOMPARE(file.after(useSuggestedStage(file.context(), file.node(missing))), after);
    }

    void addsStages_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("missing");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *missing, const char *after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(missing) << QByteArray(after);
        };
        row("a tag",
            "ARG v=1\nFROM x\nCOPY --from=tool:$v p q\nFROM y\nRUN --mount=from=tool:$v,target=/m r\n",
            "tool:$v",
            "ARG v=1\nFROM tool:$v AS tool\nFROM x\nCOPY --from=tool p q\nFROM y\nRUN "
            "--mount=from=tool,target=/m "
            "r\n");
        row("all of it", "ARG image=r.example/tool:1\nFROM x\nCOPY --from=${image} p q\n", "${image}",
            "ARG image=r.example/tool:1\nFROM ${image} AS tool\n\nFROM x\nCOPY --from=tool p q\n");
        row("a variable that FROM does not see", "FROM x\nARG v=1\nCOPY --from=tool:$v p q\n", "tool:$v",
            "no: “v” is not set above the first FROM, where alone FROM sees it.");
        row("no variable", "FROM a AS build\nFROM b\nCOPY --from=biuld p q\n", "biuld",
            "no: “biuld” holds no variable.");
    }
    void addsStages()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, missing);
        QFETCH(QByteArray, after);
        const GestureCase file(before);
        QVERIFY(file.node(missing));
        const auto plan = addStageForVariable(file.context(), file.node(missing));
        QCOMPARE(file.after(plan), after);
        if (plan)
            QCOMPARE(file.focused(plan), QByteArray("tool"));
    }
};

QTEST_GUILESS_MAIN(TestInstructions)
#include "tst_instructions.moc"
