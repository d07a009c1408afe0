// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/gestures/rename_stage.h"
#include "tests/model/refactor/gesture_case.h"

using namespace drydock;

class TestRenameStage : public QObject {
    Q_OBJECT

private slots:
    void renames_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("stage");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *stage, const char *newName,
                            const char *after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(stage) << QByteArray(newName)
                                << QByteArray(after);
        };
        row("all that refers to it",
            "FROM go AS b\nFROM b AS c\nCOPY --from=b a a\nRUN --mount=type=bind,from=b,target=/m r\n", "b",
            "x", "FROM go AS x\nFROM x AS c\nCOPY --from=x a a\nRUN --mount=type=bind,from=x,target=/m r\n");
        row("comments and commands stay", "# b\nFROM go AS b\nRUN b b\nFROM x\nCOPY --from=b b b # b\n", "b",
            "n", "# b\nFROM go AS n\nRUN b b\nFROM x\nCOPY --from=n b b # b\n");
        row("any case", "FROM go AS Build\nFROM x\nCOPY --from=BUILD a a\n", "Build", "n",
            "FROM go AS n\nFROM x\nCOPY --from=n a a\n");
        row("only the case", "FROM go AS Build\nFROM build\nCOPY --from=BUILD a a\n", "Build", "build",
            "FROM go AS build\nFROM build\nCOPY --from=build a a\n");
        row("FROM wants lower case", "FROM go AS b\nFROM b\nCOPY --from=b a a\n", "b", "New",
            "FROM go AS New\nFROM new\nCOPY --from=New a a\n");
        row("quotes stay",
            "FROM go AS b\nFROM \"b\"\nCOPY --from=\"b\" a a\nCOPY \"--from=b\" c c\nRUN "
            "--mount='from=b,target=/m' r\n",
            "b", "n",
            "FROM go AS n\nFROM \"n\"\nCOPY --from=\"n\" a a\nCOPY \"--from=b\" c c\nRUN "
            "--mount='from=n,target=/m' r\n");
        row("a name in pieces", "FROM go AS bc\nFROM x\nCOPY --from=b\"c\" a a\n", "bc", "n",
            "FROM go AS n\nFROM x\nCOPY --from=n a a\n");
        row("numbers stay", "FROM go AS b\nFROM x\nCOPY --from=0 a a\n", "b", "n",
            "FROM go AS n\nFROM x\nCOPY --from=0 a a\n");
        row("what is nearly the old name stays", "FROM go AS build\nFROM x\nCOPY --from=biuld a a\n", "build",
            "n", "FROM go AS n\nFROM x\nCOPY --from=biuld a a\n");
        row("ONBUILD",
            "FROM go AS b\nFROM x AS c\nONBUILD COPY --from=b a a\nONBUILD RUN "
            "--mount=from=b,target=/m r\nFROM c\n",
            "b", "n",
            "FROM go AS n\nFROM x AS c\nONBUILD COPY --from=n a a\nONBUILD RUN --mount=from=n,target=/m "
            "r\nFROM c\n");
        row("continued lines", "FROM go \\\n# why\n  AS b\nFROM x\nCOPY \\\n  --from=b \\\n  a a\n", "b", "n",
            "FROM go \\\n# why\n  AS n\nFROM x\nCOPY \\\n  --from=n \\\n  a a\n");
        row("CR LF", "FROM go AS b\r\nFROM b\r\n", "b", "n", "FROM go AS n\r\nFROM n\r\n");
        row("backtick file", "# escape=`\nFROM go `\n  AS b\nFROM b\n", "b", "n",
            "# escape=`\nFROM go `\n  AS n\nFROM n\n");
        row("here-documents are not looked into", "FROM go AS b\nRUN <<E\nFROM b\nE\nFROM b\n", "b", "n",
            "FROM go AS n\nRUN <<E\nFROM b\nE\nFROM n\n");
        row("the first name", "from golang:1\nfrom x\ncopy --from=0 a a\n", "stage 0", "n",
            "from golang:1 as n\nfrom x\ncopy --from=n a a\n");
        row("the last of two of one name is the one --from means",
            "FROM a AS s\nFROM s AS t\nFROM b AS s\nFROM s\nCOPY --from=s x y\n", "s", "n",
            "FROM a AS s\nFROM s AS t\nFROM b AS n\nFROM n\nCOPY --from=n x y\n");
        row("the image of that name above it is no reference", "FROM b AS x\nFROM go AS b\nFROM b\n", "b",
            "n", "FROM b AS x\nFROM go AS n\nFROM n\n");

        row("its own name", "FROM a AS b\n", "b", "b", "no: It is called “b” already.");
        row("taken", "FROM a AS b\nFROM x AS c\n", "b", "C",
            "no: “C” already means something else in this file.");
        row("an image further down", "FROM a AS b\nFROM alpine\n", "b", "alpine",
            "no: “alpine” already means something else in this file.");
        row("an image that a COPY takes from", "FROM a AS b\nFROM x\nCOPY --from=nginx a a\n", "b", "nginx",
            "no: “nginx” already means something else in this file.");
        row("nearly an image", "FROM a AS b\nFROM x\nCOPY --from=biuld a a\n", "b", "build",
            "no: “build” already means something else in this file.");
        row("an image above is no matter", "FROM alpine\nFROM a AS b\nFROM b\n", "b", "alpine",
            "FROM alpine\nFROM a AS alpine\nFROM alpine\n");
        row("empty", "FROM a AS b\n", "b", "", "no: A stage needs a name.");
        row("begins with a digit", "FROM a AS b\n", "b", "1b", "no: A stage name begins with a letter.");
        row("a blank in it", "FROM a AS b\n", "b", "b c",
            "no: A stage name holds only letters, digits, “-”, “_” and “.”.");
        row("reserved", "FROM a AS b\n", "b", "Scratch",
            "no: “scratch” means something else in a Dockerfile.");
        row("through a variable", "ARG v=b\nFROM a AS b\nFROM $v\n", "b", "n",
            "no: Line 3 names “b” through a variable: rename it in the text.");
        row("a broken FROM", "FROM a b\n", "stage 0", "n", "no: The FROM of “stage 0” is not understood.");
    }
    void renames()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, stage);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, after);
        const GestureCase file(before);
        QVERIFY(file.stage(stage));
        const auto plan = renameStage(file.context(), file.stage(stage), name.toStdString());
        QCOMPARE(file.after(plan), after);
        QCOMPARE(plan.has_value() || file.graph().nodes[file.stage(stage).value].name == name.toStdString(),
                 mayRename(file.context(), file.stage(stage), name.toStdString()).has_value());
        if (plan) {
            QCOMPARE(file.focused(plan), name);
            QVERIFY(plan->keepsImage);
        }
    }

    void theFirstOfTwoOfOneName()
    {
        const GestureCase file("FROM a AS s\nFROM s AS t\nFROM b AS s\nFROM s\nCOPY --from=s x y\n");
        QCOMPARE(file.after(renameStage(file.context(), {0}, "n")),
                 QByteArray("FROM a AS n\nFROM n AS t\nFROM b AS s\nFROM s\nCOPY --from=s x y\n"));
    }

    void theBuildAsksForTheOldName()
    {
        BuildOptions options;
        options.target = "B";
        const GestureCase file("FROM a AS b\n", options);
        const auto plan = renameStage(file.context(), {0}, "n");
        QVERIFY(plan);
        QCOMPARE(english(plan->name), QByteArray("Rename stage b to n"));
        QCOMPARE(english(plan->notice), QByteArray("The build still asks for the target “b”."));
    }

    void aBuildContextOfThatName()
    {
        BuildOptions options;
        options.contexts["src"] = "./src";
        const GestureCase file("FROM a AS b\n", options);
        QCOMPARE(file.after(renameStage(file.context(), {0}, "src")),
                 QByteArray("no: “src” already means something else in this file."));
    }
};

QTEST_GUILESS_MAIN(TestRenameStage)
#include "tst_rename_stage.moc"
