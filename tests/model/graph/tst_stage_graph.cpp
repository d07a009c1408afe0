// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/analysis.h"
#include "model/graph/graph_diff.h"

#include <QTest>

using namespace drydock;

/// "source -kind-> target" for each edge, with the marks that matter.
static QByteArray edgesOf(const StageGraph &graph)
{
    QByteArrayList lines;
    for (const GraphEdge &edge : graph.edges) {
        static constexpr std::array<const char *, 4> kinds {"from", "copy", "mount", "add"};
        QByteArray line = QByteArray::fromStdString(graph.nodes[edge.source.value].label()) + " -"
            + kinds[std::size_t(edge.kind)] + "-> "
            + QByteArray::fromStdString(graph.nodes[edge.target.value].label());
        if (edge.isForward)
            line += " forward";
        if (edge.isInCycle)
            line += " circle";
        if (edge.isInherited)
            line += " onbuild";
        lines << line;
    }
    return lines.join("; ");
}

static QByteArray unusedOf(const StageGraph &graph)
{
    QByteArrayList names;
    for (const GraphNode &node : graph.nodes) {
        if (!node.isReachable)
            names << QByteArray::fromStdString(node.label());
    }
    return names.join(" ");
}

class TestStageGraph : public QObject {
    Q_OBJECT

private slots:
    void edges_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("edges");
        QTest::newRow("two stages") << QByteArray("FROM go AS b\nFROM scratch\nCOPY --from=b /x /y\n")
                                    << QByteArray("go -from-> b; scratch -from-> stage 1; b -copy-> stage 1");
        QTest::newRow("stage on a stage")
            << QByteArray("FROM a AS b\nFROM b AS c\n") << QByteArray("a -from-> b; b -from-> c");
        QTest::newRow("FROM sees names in lower case only")
            << QByteArray("FROM a AS Build\nFROM build\n")
            << QByteArray("a -from-> Build; Build -from-> stage 1");
        QTest::newRow("number") << QByteArray("FROM a\nFROM b\nCOPY --from=0 x y\n")
                                << QByteArray(
                                       "a -from-> stage 0; b -from-> stage 1; stage 0 -copy-> stage 1");
        QTest::newRow("a number is no mount")
            << QByteArray("FROM a\nFROM b\nRUN --mount=from=0,target=/m x\n")
            << QByteArray("a -from-> stage 0; b -from-> stage 1; 0 -mount-> stage 1");
        QTest::newRow("any case in --from")
            << QByteArray("FROM a AS b\nFROM c\nCOPY --from=B x y\n")
            << QByteArray("a -from-> b; c -from-> stage 1; b -copy-> stage 1");
        QTest::newRow("last of duplicates")
            << QByteArray("FROM a AS s\nFROM b AS s\nFROM c\nCOPY --from=s x y\n")
            << QByteArray("a -from-> s; b -from-> s; c -from-> stage 2; s -copy-> stage 2");
        QTest::newRow("image") << QByteArray("FROM a\nCOPY --from=nginx:1 x y\n")
                               << QByteArray("a -from-> stage 0; nginx:1 -copy-> stage 0");
        QTest::newRow("later stage") << QByteArray("FROM a AS x\nCOPY --from=y p q\nFROM b AS y\n")
                                     << QByteArray("a -from-> x; y -copy-> x forward; b -from-> y");
        QTest::newRow("circle") << QByteArray("FROM x AS a\nCOPY --from=b p q\nFROM a AS b\n")
                                << QByteArray("x -from-> a; b -copy-> a forward circle; a -from-> b circle");
        QTest::newRow("itself") << QByteArray("FROM x AS a\nCOPY --from=a p q\n")
                                << QByteArray("x -from-> a; a -copy-> a forward circle");
        QTest::newRow("mounts") << QByteArray("FROM a AS b\nFROM c\nRUN --mount=from=b,target=/m "
                                              "--mount=type=cache,target=/n --mount=type=secret,id=s go\n")
                                << QByteArray("a -from-> b; c -from-> stage 1; b -mount-> stage 1");
        QTest::newRow("fetched") << QByteArray("FROM a\nADD https://x.example/y.tgz /y\nADD z /z\n")
                                 << QByteArray("a -from-> stage 0; https://x.example/y.tgz -add-> stage 0");
        QTest::newRow("ONBUILD runs in the child")
            << QByteArray("FROM a AS b\nONBUILD COPY --from=c x y\nFROM d AS c\nFROM b\n")
            << QByteArray("a -from-> b; d -from-> c; b -from-> stage 2; c -copy-> stage 2 onbuild");
        QTest::newRow("typo") << QByteArray("FROM a AS build\nFROM b\nCOPY --from=biuld x y\n")
                              << QByteArray("a -from-> build; b -from-> stage 1; biuld -copy-> stage 1");
        QTest::newRow("one box for one image")
            << QByteArray("FROM a\nFROM a\n") << QByteArray("a -from-> stage 0; a -from-> stage 1");
    }
    void edges()
    {
        QFETCH(QByteArray, text);
        QTEST(edgesOf(analyse(SourceText(text.toStdString()))->graph), "edges");
    }

    void argumentsInFrom_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("reference");
        QTest::addColumn<int>("pin");
        const auto row = [](const char *name, const char *text, const char *reference, ImagePin pin) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(reference) << int(pin);
        };
        row("default", "ARG V=1.2\nFROM go:$V\n", "go:1.2", ImagePin::Tag);
        row("of another", "ARG A=1\nARG B=${A}.2\nFROM go:$B\n", "go:1.2", ImagePin::Tag);
        row("given", "ARG GIVEN=1\nFROM go:$GIVEN\n", "go:9", ImagePin::Tag);
        row("not set", "ARG V\nFROM go:$V\n", "go:", ImagePin::Variable);
        row("own default", "FROM go:${V:-3}\n", "go:3", ImagePin::Tag);
        row("platform", "FROM go:$TARGETARCH\n", "go:amd64", ImagePin::Tag);
        row("latest", "FROM go:latest\n", "go:latest", ImagePin::Latest);
        row("nothing", "FROM go\n", "go", ImagePin::None);
        row("digest", "FROM go:1@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n",
            "go:1@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", ImagePin::Digest);
        row("scratch", "FROM scratch\n", "scratch", ImagePin::Scratch);
        row("too late", "FROM a\nARG V=1\nFROM go:$V\n", "a", ImagePin::None);
    }
    void argumentsInFrom()
    {
        QFETCH(QByteArray, text);
        BuildOptions options;
        options.buildArgs["GIVEN"] = "9";
        const GraphNode node = analyse(SourceText(text.toStdString()), options)->graph.nodes.front();
        QTEST(QByteArray::fromStdString(node.reference), "reference");
        QTEST(int(node.pin), "pin");
    }

    void targetDecidesWhatIsUsed()
    {
        const SourceText text("FROM a AS one\nFROM b AS two\nFROM c AS three\nCOPY --from=one x y\n");
        QCOMPARE(unusedOf(analyse(text)->graph), QByteArray("two b"));
        BuildOptions options;
        options.target = "TWO";
        QCOMPARE(unusedOf(analyse(text, options)->graph), QByteArray("one three a c"));
        options.target = "none";
        QVERIFY(!analyse(text, options)->graph.target);
    }

    void contextsReplaceStagesAndImages()
    {
        BuildOptions options;
        options.contexts = {{"one", "./other"}, {"nginx", "docker-image://x"}};
        const auto analysis
            = analyse(SourceText("FROM a AS one\nRUN x\nFROM b\nCOPY --from=nginx x y\n"), options);
        QCOMPARE(edgesOf(analysis->graph),
                 QByteArray("one -from-> one; b -from-> stage 1; nginx -copy-> stage 1"));
        QCOMPARE(analysis->graph.nodes[analysis->graph.edges[0].source.value].kind, NodeKind::Context);
    }

    void stagesSurviveEdits_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("oldOf"); // for each new stage its old number, '-' if new
        QTest::newRow("typing in a RUN") << QByteArray("FROM a\nRUN x\nFROM b\n")
                                         << QByteArray("FROM a\nRUN xy\nFROM b\n") << QByteArray("01");
        QTest::newRow("new stage above")
            << QByteArray("FROM a AS x\nFROM b AS y\n") << QByteArray("FROM n\nFROM a AS x\nFROM b AS y\n")
            << QByteArray("-01");
        QTest::newRow("first stage gone")
            << QByteArray("FROM a AS x\nFROM b AS y\n") << QByteArray("FROM b AS y\n") << QByteArray("1");
        QTest::newRow("renamed") << QByteArray("FROM a AS x\n") << QByteArray("FROM a AS xyz\n")
                                 << QByteArray("0");
        QTest::newRow("other base") << QByteArray("FROM a AS x\n") << QByteArray("FROM abc AS x\n")
                                    << QByteArray("0");
    }
    void stagesSurviveEdits()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        // The smallest single replacement, as typing makes it.
        std::size_t head = 0;
        while (head < std::size_t(std::min(before.size(), after.size()))
               && before[qsizetype(head)] == after[qsizetype(head)])
            ++head;
        std::size_t tail = 0;
        while (tail < std::size_t(std::min(before.size(), after.size())) - head
               && before[before.size() - 1 - qsizetype(tail)] == after[after.size() - 1 - qsizetype(tail)])
            ++tail;
        const EditSet edits = EditSet::replacing(
            {head, std::size_t(before.size()) - tail},
            after.mid(qsizetype(head), after.size() - qsizetype(head + tail)).toStdString());
        const auto old = analyse(SourceText(before.toStdString()));
        const auto fresh = analyse(SourceText(after.toStdString()));
        const GraphDiff diff = diffGraphs(old->syntax, old->graph, edits, fresh->syntax, fresh->graph);
        QByteArray actual;
        for (std::size_t i = 0; i < fresh->graph.stageCount(); ++i)
            actual += diff.oldOf[i] ? char('0' + diff.oldOf[i].value) : '-';
        QTEST(actual, "oldOf");
    }

    void imageNames_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected"); // familiar form, or "!" and the reason
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(expected);
        };
        row("alpine", "alpine");
        row("docker.io/library/alpine:3", "alpine:3");
        row("index.docker.io/a/b", "a/b");
        row("localhost:5000/x/y:1", "localhost:5000/x/y:1");
        row("ghcr.io/a__b/c-d.e", "ghcr.io/a__b/c-d.e");
        row("a.b", "a.b");
        row("Alpine", "!invalid reference format: repository name (library/Alpine) must be lowercase");
        row("UPPER/x", "UPPER/x");
        row("a..b", "!invalid reference format");
        row("a:", "!invalid reference format");
        row("a@sha256:12", "!invalid reference format");
        row("http://x/y", "!invalid reference format");
    }
    void imageNames()
    {
        QFETCH(QByteArray, text);
        const auto reference = parseImageReference(text.toStdString());
        QTEST(QByteArray::fromStdString(reference ? reference->familiar() : "!" + reference.error().detail),
              "expected");
    }

    void manyStagesAreQuick()
    {
        // Not timed: a quadratic step would run into the test's own limit.
        std::string text = "FROM a AS s0\n";
        for (int i = 1; i < 10000; ++i)
            text += "FROM s" + std::to_string(i - 1) + " AS s" + std::to_string(i) + "\nCOPY --from=s"
                + std::to_string(i / 2) + " x y\n";
        const auto analysis = analyse(SourceText(text));
        QCOMPARE(analysis->graph.stageCount(), std::size_t(10000));
        QVERIFY(analysis->graph.nodes[0].isReachable);
    }
};

QTEST_GUILESS_MAIN(TestStageGraph)
#include "tst_stage_graph.moc"
