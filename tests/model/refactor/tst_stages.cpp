// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/gestures/delete_stage.h"
#include "model/refactor/gestures/insert_between.h"
#include "model/refactor/gestures/move_stage.h"
#include "model/refactor/gestures/stage_text.h"
#include "tests/model/refactor/gesture_case.h"

using namespace drydock;

/// Whole stages: moving, deleting, inserting between, copying and pasting.
class TestStages : public QObject {
    Q_OBJECT

private slots:
    void moves_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<int>("stage");
        QTest::addColumn<int>("position");
        QTest::addColumn<QByteArray>("after");
        const auto row
            = [](const char *name, const char *before, int stage, int position, const char *after) {
                  QTest::newRow(name) << QByteArray(before) << stage << position << QByteArray(after);
              };
        const char *three = "# syntax=x\nARG v\n\n# a\nFROM a AS a\nRUN a\n\n# b\nFROM b AS b\nRUN b\n\n\n# "
                            "c\n# d\nFROM c AS c\n";
        row("up", three, 2, 0,
            "# syntax=x\nARG v\n\n# c\n# d\nFROM c AS c\n\n\n# a\nFROM a AS a\nRUN a\n\n# b\nFROM b AS "
            "b\nRUN b\n");
        row("down", three, 0, 1,
            "# syntax=x\nARG v\n\n# b\nFROM b AS b\nRUN b\n\n# a\nFROM a AS a\nRUN a\n\n\n# c\n# d\nFROM c "
            "AS c\n");
        row("to the end", three, 0, 2,
            "# syntax=x\nARG v\n\n# b\nFROM b AS b\nRUN b\n\n\n# c\n# d\nFROM c AS c\n\n# a\nFROM a AS "
            "a\nRUN a\n");
        row("no final line end", "FROM a AS a\nRUN a\nFROM b AS b\nRUN b", 0, 1,
            "FROM b AS b\nRUN b\nFROM a AS a\nRUN a");
        row("CR LF", "FROM a AS a\r\n\r\nFROM b AS b\r\n", 1, 0, "FROM b AS b\r\n\r\nFROM a AS a\r\n");
        row("a comment that would be a directive", "FROM a\n# escape=`\nFROM b\n", 1, 0,
            "no: A comment would come to stand at the top of the file, where it is read as a parser "
            "directive, or a "
            "directive would no longer stand there.");
        row("byte order mark",
            "\xEF\xBB\xBF"
            "FROM a AS a\nFROM b AS b\n",
            1, 0,
            "\xEF\xBB\xBF"
            "FROM b AS b\nFROM a AS a\n");
        row("the byte order mark stays",
            "\xEF\xBB\xBF"
            "FROM a AS a\nFROM b AS b\n",
            0, 1,
            "\xEF\xBB\xBF"
            "FROM b AS b\nFROM a AS a\n");
        row("numbers follow",
            "FROM a\nFROM b\nFROM c\nCOPY --from=0 x y\nCOPY --from=\"1\" x y\nFROM d\nCOPY --from=2 x "
            "y\nONBUILD "
            "COPY --from=1 x y\n",
            1, 0,
            "FROM b\nFROM a\nFROM c\nCOPY --from=1 x y\nCOPY --from=\"0\" x y\nFROM d\nCOPY --from=2 x "
            "y\nONBUILD "
            "COPY --from=0 x y\n");
        row("with its numbers", "FROM a\nFROM b\nFROM c\nCOPY --from=0 x y\nFROM d\n", 2, 1,
            "FROM a\nFROM c\nCOPY --from=0 x y\nFROM b\nFROM d\n");
        row("here-documents and continued lines",
            "FROM a\nRUN <<E\nFROM x\nE\nFROM b\nRUN x \\\n# FROM y\n  z\nFROM c\n", 1, 0,
            "FROM b\nRUN x \\\n# FROM y\n  z\nFROM a\nRUN <<E\nFROM x\nE\nFROM c\n");
        row("two of one name would change places for --from",
            "FROM a AS s\nFROM b AS s\nFROM c\nCOPY --from=s x y\n", 0, 1,
            "no: Other stages would then take their files from somewhere else: give each stage a name of its "
            "own "
            "first.");
        row("above its base", "FROM a AS a\nFROM a AS b\n", 1, 0,
            "no: “b” is based on “a”, which has to stay above it.");
        row("below what is based on it", "FROM a AS a\nFROM a AS b\nFROM c\n", 0, 2,
            "no: “b” is based on “a”, which has to stay above it.");
        row("a base of the same name as an image below", "FROM a AS a\nFROM b AS c\nFROM d AS b\n", 2, 0,
            "no: Other stages would then take their files from somewhere else: give each stage a name of its "
            "own "
            "first.");
        row("above what it copies from", "FROM a AS a\nFROM b AS b\nCOPY --from=0 x y\n", 1, 0,
            "no: “b” takes from “a”, which has to stay above it.");
        row("above what its base's ONBUILD copies from",
            "FROM a AS o\nONBUILD COPY --from=s x y\nFROM b AS s\nFROM o AS c\n", 2, 1,
            "no: “c” takes from “s”, which has to stay above it.");
        row("nowhere", "FROM a AS a\nFROM a AS b\n", 1, 1, "no: The stage stands there already.");
        row("an open end", "FROM a\nFROM b\nRUN <<E\n", 1, 0,
            "no: The last instruction has no end: nothing can follow it.");
    }
    void moves()
    {
        QFETCH(QByteArray, before);
        QFETCH(int, stage);
        QFETCH(int, position);
        QFETCH(QByteArray, after);
        const GestureCase file(before);
        const auto plan = moveStage(file.context(), {std::size_t(stage)}, std::size_t(position));
        QCOMPARE(file.after(plan), after);
    }

    void tellsWhatAMoveDoes()
    {
        const GestureCase file("FROM a AS a\nFROM b AS b\nCOPY --from=a x y\nFROM c AS c\n");
        const auto last = moveStage(file.context(), {2}, 0);
        QVERIFY(last);
        QCOMPARE(english(last->name), QByteArray("Move stage c"));
        QCOMPARE(english(last->notice), QByteArray("The default target becomes “b”."));
        QCOMPARE(file.focused(last), QByteArray("c"));
    }

    void deletes_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("stage");
        QTest::addColumn<int>("choice"); // DependantsChoice
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *stage, DependantsChoice choice,
                            const char *after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(stage) << int(choice)
                                << QByteArray(after);
        };
        using enum DependantsChoice;
        row("an unused one", "FROM x\n\n# b\nFROM a AS b\nRUN c\n# end\n\nFROM y\n", "b", Refuse,
            "FROM x\n\nFROM y\n");
        row("the first", "ARG v\n\n# b\nFROM a AS b\nRUN c\n\n# y\nFROM y\n", "b", Refuse,
            "ARG v\n\n# y\nFROM y\n");
        row("the last", "FROM y\n\nFROM a AS b\nRUN c\n", "b", Refuse, "FROM y\n");
        row("the last without a line end", "FROM y\n\nFROM a AS b\nRUN c", "b", Refuse, "FROM y");
        row("the last with an open end", "FROM y\n\nFROM a AS b\nRUN <<E\nx", "b", Refuse, "FROM y");
        row("a used one", "FROM a AS b\nFROM y\nCOPY --from=b p q\n", "b", Refuse,
            "no: “b” is needed by “stage 1”.");
        row("numbers follow", "FROM x\nFROM a AS b\nFROM y\nFROM z\nCOPY --from=2 p q\nCOPY --from=0 p q\n",
            "b", Refuse, "FROM x\nFROM y\nFROM z\nCOPY --from=1 p q\nCOPY --from=0 p q\n");
        row("its base takes its place",
            "FROM a:1 AS b\nFROM b AS c\nCOPY --from=b p q\nRUN --mount=from=b,target=/m r\n", "b",
            InlineBase, "FROM a:1 AS c\nCOPY --from=a:1 p q\nRUN --mount=from=a:1,target=/m r\n");
        row("a stage as its base", "FROM a:1 AS a\nFROM a AS b\nFROM b AS c\nCOPY --from=1 p q\n", "b",
            InlineBase, "FROM a:1 AS a\nFROM a AS c\nCOPY --from=a p q\n");
        row("a base with a variable", "ARG v=1\nFROM a:$v AS b\nFROM b AS c\n", "b", InlineBase,
            "ARG v=1\nFROM a:$v AS c\n");
        row("--from knows no variables", "ARG v=1\nFROM a:$v AS b\nFROM x\nCOPY --from=b p q\n", "b",
            InlineBase, "no: Line 4 cannot take from “a:$v”: --from does not know variables.");
        row("nothing to take from scratch", "FROM scratch AS b\nFROM x\nCOPY --from=b p q\n", "b", InlineBase,
            "no: Line 3 would take from “scratch”, which is empty.");
        row("the lines that need it go",
            "FROM a:1 AS b\nFROM x AS c\nCOPY --from=b p q\nCOPY --from=b r s\nRUN --mount=from=b,target=/m "
            "r\n"
            "ONBUILD COPY --from=b t u\nONBUILD RUN --mount=from=b,target=/m v\nFROM b AS d\n",
            "b", RemoveLines, "FROM x AS c\nRUN r\nONBUILD RUN v\nFROM a:1 AS d\n");
        row("the only one", "FROM a\n", "stage 0", RemoveLines,
            "no: A Dockerfile needs a stage: “stage 0” is the only one.");
        row("another of the same name would step in", "FROM a AS s\nFROM b AS S\nFROM x\nCOPY --from=s p q\n",
            "S", RemoveLines, "FROM a AS s\nFROM x\n");
        row("CR LF", "FROM x\r\n\r\nFROM a AS b\r\n\r\nFROM y\r\n", "b", Refuse, "FROM x\r\n\r\nFROM y\r\n");
    }
    void deletes()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, stage);
        QFETCH(int, choice);
        QFETCH(QByteArray, after);
        const GestureCase file(before);
        QVERIFY(file.stage(stage));
        QCOMPARE(file.after(deleteStage(file.context(), file.stage(stage), DependantsChoice(choice))), after);
    }

    void listsDependants()
    {
        const GestureCase file("FROM a AS b\nFROM b AS c\nCOPY --from=0 p q\nFROM c\n");
        QCOMPARE(dependantsOf(file.graph(), {0}), (std::vector<std::size_t> {1, 2}));
        const auto plan = deleteStage(file.context(), {2}, DependantsChoice::Refuse);
        QVERIFY(plan);
        QCOMPARE(english(plan->name), QByteArray("Delete stage stage 2"));
        QCOMPARE(english(plan->notice), QByteArray("The default target becomes “c”."));
    }

    void insertsBetween_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<int>("edge");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, int edge, const char *after) {
            QTest::newRow(name) << QByteArray(before) << edge << QByteArray(after);
        };
        row("an image and a stage", "FROM a AS b\n", 0, "FROM a AS stage-2\n\nFROM stage-2 AS b\n");
        row("two stages", "FROM a AS b\n\n# c\nFROM --platform=linux/arm64 b AS c\n", 1,
            "FROM a AS b\n\nFROM --platform=linux/arm64 b AS stage-3\n\n# c\nFROM --platform=linux/arm64 "
            "stage-3 "
            "AS c\n");
        row("a copy", "FROM a AS b\nFROM x\nCOPY --chown=1 --from=b /p q/\n", 2,
            "FROM a AS b\nFROM scratch AS stage-3\nCOPY --from=b /p /p\nFROM x\nCOPY --chown=1 "
            "--from=stage-3 /p "
            "q/\n");
        row("several paths and wildcards", "FROM a AS b\nFROM x\nCOPY --from=0 p /q/*.so r/s /t/\n", 2,
            "FROM a AS b\nFROM scratch AS stage-3\nCOPY --from=b p /p\nCOPY --from=b /q/*.so /q/\nCOPY "
            "--from=b r/s "
            "/r/s\nFROM x\nCOPY --from=stage-3 p /q/*.so r/s /t/\n");
        row("a copy from an image", "FROM x\r\ncopy --from=n:1 /p /q\r\n", 1,
            "FROM scratch AS stage-2\r\nCOPY --from=n:1 /p /p\r\n\r\nFROM x\r\ncopy --from=stage-2 /p "
            "/q\r\n");
        row("a copy of numbers", "FROM a\nFROM b\nFROM x\nCOPY --from=1 /p /q\nCOPY --from=0 /p /q\n", 3,
            "FROM a\nFROM b AS b\nFROM scratch AS stage-4\nCOPY --from=b /p /p\nFROM x\nCOPY --from=stage-4 "
            "/p "
            "/q\nCOPY --from=0 /p /q\n");
        row("a mount", "FROM a AS b\nFROM x\nRUN --mount=from=b,target=/m r\n", 2,
            "no: A stage can stand between a base or a copy and its stage only.");
        row("a path with a variable", "FROM a AS b\nFROM x\nCOPY --from=b $p /q\n", 2,
            "no: “$p” holds a variable that another stage does not know.");
    }
    void insertsBetween()
    {
        QFETCH(QByteArray, before);
        QFETCH(int, edge);
        QFETCH(QByteArray, after);
        const GestureCase file(before);
        const auto plan = insertBetween(file.context(), std::size_t(edge));
        QCOMPARE(file.after(plan), after);
        if (plan)
            QVERIFY(file.focused(plan).startsWith("stage-"));
    }

    void insertsAStageBetween_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<int>("edge");
        QTest::addColumn<int>("stage");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, int edge, int stage, const char *after) {
            QTest::newRow(name) << QByteArray(before) << edge << stage << QByteArray(after);
        };
        row("it stands between", "FROM a AS b\nFROM scratch AS n\nFROM b AS c\n", 2, 1,
            "FROM a AS b\nFROM b AS n\nFROM n AS c\n");
        row("it stands below", "FROM a AS b\nFROM b AS c\nFROM scratch AS n\nRUN r\n", 1, 2,
            "FROM a AS b\nFROM b AS n\nRUN r\nFROM n AS c\n");
        row("it stands above", "FROM scratch AS n\nFROM a AS b\nFROM b AS c\n", 2, 0,
            "FROM a AS b\nFROM b AS n\nFROM n AS c\n");
        row("it has the base already", "FROM a AS b\nFROM b AS n\nFROM b AS c\n", 2, 1,
            "FROM a AS b\nFROM b AS n\nFROM n AS c\n");
        row("a copy", "FROM a AS b\nFROM x AS n\nWORKDIR /w\nFROM y\nCOPY --from=b p q\n", 3, 1,
            "FROM a AS b\nFROM x AS n\nWORKDIR /w\nCOPY --from=b p /p\nFROM y\nCOPY --from=n p q\n");
        row("it is in use", "FROM a AS b\nFROM scratch AS n\nFROM n\nFROM b AS c\n", 3, 1,
            "no: “n” is in use: only a stage that nobody needs fits in.");
        row("an end of the arrow", "FROM a AS b\nFROM b AS c\n", 1, 1,
            "no: “c” is an end of the arrow already.");
    }
    void insertsAStageBetween()
    {
        QFETCH(QByteArray, before);
        QFETCH(int, edge);
        QFETCH(int, stage);
        QFETCH(QByteArray, after);
        const GestureCase file(before);
        const auto plan = insertStageBetween(file.context(), std::size_t(edge), {std::size_t(stage)});
        QCOMPARE(file.after(plan), after);
        if (plan)
            QCOMPARE(file.focused(plan), QByteArray("n"));
    }

    void copiesText()
    {
        const GestureCase file("ARG v\n\n# b\nFROM a AS b\nRUN x\n\nFROM c\n\nFROM d");
        const std::vector<StageIndex> stages {{2}, {0}};
        QCOMPARE(QByteArray::fromStdString(stageText(file.syntax(), stages)),
                 QByteArray("# b\nFROM a AS b\nRUN x\n\nFROM d\n"));
    }

    void pastes_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("behind"); // -1: anywhere
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *text, int behind,
                            const char *after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(text) << behind << QByteArray(after);
        };
        row("above the last", "FROM a AS b\n\nFROM c\n", "# n\nFROM x AS n\nRUN r\n\n\n", -1,
            "FROM a AS b\n\n# n\nFROM x AS n\nRUN r\n\nFROM c\n");
        row("behind a stage", "FROM a AS b\n\nFROM c AS d", "FROM x AS n", 1,
            "FROM a AS b\n\nFROM c AS d\n\nFROM x AS n");
        row("names that are taken", "FROM a AS b\nFROM c\n", "FROM x AS b\nFROM b AS c\nCOPY --from=B p q\n",
            0, "FROM a AS b\nFROM x AS b-2\nFROM b-2 AS c-2\nCOPY --from=b-2 p q\nFROM c\n");
        row("the file's line ends", "FROM a AS b\r\nFROM c\r\n", "FROM x AS n\nRUN r\n", 0,
            "FROM a AS b\r\nFROM x AS n\r\nRUN r\r\nFROM c\r\n");
        row("numbers among several", "FROM a\nFROM c\nCOPY --from=0 p q\n",
            "FROM x\nFROM y\nCOPY --from=0 p q\n", 0,
            "FROM a\nFROM x\nFROM y\nCOPY --from=1 p q\nFROM c\nCOPY --from=0 p q\n");
        row("a number of the file", "FROM a\nFROM c\nFROM d\nCOPY --from=1 p q\n",
            "FROM y\nCOPY --from=1 p q\n", 0,
            "FROM a\nFROM c\nFROM y\nCOPY --from=1 p q\nFROM d\nCOPY --from=1 p q\n");
        row("below what it needs", "FROM a\nFROM c AS d\nFROM e\n", "FROM x AS n\nCOPY --from=D p q\n", 0,
            "FROM a\nFROM c AS d\nFROM x AS n\nCOPY --from=D p q\nFROM e\n");
        row("into an empty file", "", "FROM x AS n\n", -1, "FROM x AS n\n");
        row("the file's escape character", "# escape=`\nFROM a\nFROM c\n", "FROM x AS n\nRUN a `\n  b\n", 0,
            "# escape=`\nFROM a\nFROM x AS n\nRUN a `\n  b\nFROM c\n");
        row("another escape character", "FROM a\n", "# escape=`\nFROM x AS n\nRUN a `\n  b\n", 0,
            "no: The text has another escape character than this file.");
        row("no FROM", "FROM a\n", "RUN x\n", 0, "no: The text holds no FROM: it is no stage.");
        row("nothing", "FROM a\n", "", 0, "no: The text holds no FROM: it is no stage.");
        row("something above FROM", "FROM a\n", "ARG v\nFROM x\n", 0,
            "no: The text does not begin with FROM.");
        row("prose", "FROM a\n", "From here on it is prose.\n", 0,
            "no: The text is no Dockerfile text that BuildKit would accept.");
        row("an open end", "FROM a\n", "FROM x\nRUN a \\\n", 0,
            "no: The text is no Dockerfile text that BuildKit would accept.");
    }
    void pastes()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, text);
        QFETCH(int, behind);
        QFETCH(QByteArray, after);
        const GestureCase file(before);
        const StageIndex stage = behind < 0 ? StageIndex {} : StageIndex {std::size_t(behind)};
        QCOMPARE(file.after(pasteStages(file.context(), text.toStdString(), stage)), after);
    }

    void duplicates_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after);
        };
        row("with its comments", "FROM x AS a\n\n# b\nFROM a AS b\nCOPY --from=0 p q\n\nFROM c\n",
            "FROM x AS a\n\n# b\nFROM a AS b\nCOPY --from=0 p q\n\n# b\nFROM a AS b-2\nCOPY --from=0 p "
            "q\n\nFROM "
            "c\n");
        row("an unnamed one", "FROM x AS a\nFROM a\nRUN r", "FROM x AS a\nFROM a\nRUN r\nFROM a\nRUN r");
        row("backtick file", "# escape=`\nFROM x AS a\nFROM a AS b\nRUN r `\n  s\n",
            "# escape=`\nFROM x AS a\nFROM a AS b\nRUN r `\n  s\nFROM a AS b-2\nRUN r `\n  s\n");
        row("an open end", "FROM x AS a\nFROM a\nRUN r \\\n",
            "no: The last instruction has no end: nothing can follow it.");
    }
    void duplicates()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const GestureCase file(before);
        QCOMPARE(file.after(duplicateStage(file.context(), {1})), after);
    }
};

QTEST_GUILESS_MAIN(TestStages)
#include "tst_stages.moc"
