// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/gestures/delete_edges.h"
#include "tests/model/refactor/gesture_case.h"

using namespace drydock;

class TestDeleteEdges : public QObject {
    Q_OBJECT

private slots:
    void deletes_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QList<int>>("edges");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, QList<int> edges, const char *after) {
            QTest::newRow(name) << QByteArray(before) << edges << QByteArray(after);
        };
        const char *two = "FROM a AS b\nFROM c\n# why\nCOPY --from=b x y\nCOPY --from=b u v\nCMD z\n";
        row("a copy", two, {2}, "FROM a AS b\nFROM c\n# why\nCOPY --from=b u v\nCMD z\n");
        row("both", two, {2, 3}, "FROM a AS b\nFROM c\n# why\nCMD z\n");
        row("at the end", "FROM a AS b\nFROM c\nCOPY --from=b x y\nCOPY --from=b u v", {2, 3},
            "FROM a AS b\nFROM c");
        row("of two blank lines one stays", "FROM a AS b\nFROM c\n\nCOPY --from=b x y\n\nCMD z\n", {2},
            "FROM a AS b\nFROM c\n\nCMD z\n");
        row("CR LF", "FROM a AS b\r\nFROM c\r\nCOPY --from=b x y\r\nCMD z\r\n", {2},
            "FROM a AS b\r\nFROM c\r\nCMD z\r\n");
        row("all lines of it", "FROM a AS b\nFROM c\nCOPY \\\n  # why\n  --from=b \\\n  x y\nCMD z\n", {2},
            "FROM a AS b\nFROM c\nCMD z\n");
        row("its here-document too", "FROM a AS b\nFROM c\nCOPY --from=b <<E y\nx\nE\nCMD z\n", {2},
            "FROM a AS b\nFROM c\nCMD z\n");
        row("a mount", "FROM a AS b\nFROM c\nRUN --mount=from=b,target=/m make\n", {2},
            "FROM a AS b\nFROM c\nRUN make\n");
        row("one mount of three",
            "FROM a AS b\nFROM c\nRUN --mount=type=cache,target=/x --mount=from=b,target=/m --network=none "
            "make\n",
            {2}, "FROM a AS b\nFROM c\nRUN --mount=type=cache,target=/x --network=none make\n");
        row("a mount on a line of its own",
            "FROM a AS b\nFROM c\nRUN --mount=from=b,target=/m \\\n    --mount=type=cache,target=/x \\\n    "
            "make\n",
            {2}, "FROM a AS b\nFROM c\nRUN --mount=type=cache,target=/x \\\n    make\n");
        row("the last mount on a line of its own",
            "FROM a AS b\nFROM c\nRUN --mount=type=cache,target=/x \\\n    --mount=from=b,target=/m \\\n    "
            "make\n",
            {2}, "FROM a AS b\nFROM c\nRUN --mount=type=cache,target=/x \\\n    make\n");
        row("a comment behind a mount stays",
            "FROM a AS b\nFROM c\nRUN --mount=type=cache,target=/x \\\n    --mount=from=b,target=/m \\\n    "
            "# why\n"
            "    make\n",
            {2}, "FROM a AS b\nFROM c\nRUN --mount=type=cache,target=/x \\\n    # why\n    make\n");
        row("a comment behind the first mount stays",
            "FROM a AS b\nFROM c\nRUN --mount=from=b,target=/m \\\n    # why\n    make\n", {2},
            "FROM a AS b\nFROM c\nRUN \\\n    # why\n    make\n");
        row("two mounts of one RUN",
            "FROM a AS b\nFROM c\nRUN --mount=from=b,target=/m --mount=from=b,target=/n x\n", {2, 3},
            "FROM a AS b\nFROM c\nRUN x\n");
        row("an address of two", "FROM a\nADD https://h.example/f g /d/\n", {1}, "FROM a\nADD g /d/\n");
        row("an address in an array", "FROM a\nADD [\"https://h.example/f\", \"g\", \"/d/\"]\n", {1},
            "FROM a\nADD [\"g\", \"/d/\"]\n");
        row("the only address", "FROM a\nADD https://h.example/f /d/\nCMD z\n", {1}, "FROM a\nCMD z\n");
        row("all addresses", "FROM a\nADD https://h.example/f https://h.example/g /d/\nCMD z\n", {1, 2},
            "FROM a\nCMD z\n");
        row("a path with dashes behind it", "FROM a\nADD https://h.example/f --g y /d/\n", {1},
            "no: The next path begins with two dashes: without this word it would be a flag.");
        row("a path with dashes in an array", "FROM a\nADD [\"https://h.example/f\", \"--g\", \"/d/\"]\n",
            {1}, "FROM a\nADD [\"--g\", \"/d/\"]\n");
        row("words behind it that would be an array", "FROM a\nADD https://h.example/f [\"a\", \"b\"]\n", {1},
            "no: The next path begins with a bracket: without this word the rest would be an array.");
        row("words behind it that would be an array of numbers", "FROM a\nADD https://h.example/f [1, 2]\n",
            {1}, "no: The next path begins with a bracket: without this word the rest would be an array.");
        row("a wildcard behind it", "FROM a\nADD https://h.example/f [a-c]* /d/\n", {1},
            "FROM a\nADD [a-c]* /d/\n");
        row("the end of the flags stays", "FROM a AS b\nFROM c\nRUN --mount=from=b,target=/m -- --x y\n", {2},
            "FROM a AS b\nFROM c\nRUN -- --x y\n");
        row("a base", "FROM a AS b\n", {0},
            "no: A stage needs a base: replace it by “scratch” or choose another.");
        row("what ONBUILD brings", "FROM a AS b\nFROM x AS c\nONBUILD COPY --from=b x y\nFROM c\n", {3},
            "no: Line 3 brings this with ONBUILD: change it there.");
    }
    void deletes()
    {
        QFETCH(QByteArray, before);
        QFETCH(QList<int>, edges);
        QFETCH(QByteArray, after);
        const GestureCase file(before);
        std::vector<std::size_t> indexes(edges.begin(), edges.end());
        const auto plan = deleteEdges(file.context(), indexes);
        QCOMPARE(file.after(plan), after);
        if (plan)
            QCOMPARE(GestureCase(after).graph().edges.size(), file.graph().edges.size() - indexes.size());
    }

    void whatOneArrowStandsFor()
    {
        const GestureCase file(
            "FROM a AS b\nFROM c\nCOPY --from=b x y\nRUN --mount=from=b,target=/m r\nCOPY --from=b u v\n");
        QCOMPARE(edgesLike(file.graph(), 2), (std::vector<std::size_t> {2, 4}));
        QCOMPARE(edgesLike(file.graph(), 3), (std::vector<std::size_t> {3}));
    }
};

QTEST_GUILESS_MAIN(TestDeleteEdges)
#include "tst_delete_edges.moc"
