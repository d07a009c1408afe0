// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_sentences.h"

#include <QTest>

using namespace drydock;
using namespace drydock::ui;

/// The graph for those who hear it.
class TestGraphSentences : public QObject {
    Q_OBJECT

private slots:
    void nodesAreRead_data();
    void nodesAreRead();
    void changesAreAnnounced_data();
    void changesAreAnnounced();
};

void TestGraphSentences::nodesAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("sentences"); // In file order.

    QTest::newRow("a build and what it goes into")
        << QByteArray(
               "FROM golang:1.26 AS build\nRUN a\nMAINTAINER x\nFROM scratch AS final\nCOPY --from=build "
               "/app /app\n")
        << QStringList {"Stage build, based on golang 1.26, floating tag, 2 instructions, copied into final, "
                        "1 warning",
                        "Stage final, based on scratch, 1 instruction, final stage",
                        "Image golang 1.26, floating tag, docker.io, base of build",
                        "Image scratch, base of final"};
    QTest::newRow("a port is no tag, the platform is said")
        << QByteArray("FROM --platform=$TARGETPLATFORM example.org:5000/a AS a\n")
        << QStringList {"Stage a, based on example.org:5000/a, no tag, $TARGETPLATFORM, 0 instructions, "
                        "final stage, 2 warnings",
                        "Image a, no tag, example.org:5000, base of a"};
    QTest::newRow("several copies are said once")
        << QByteArray("FROM scratch AS a\nFROM scratch\nCOPY --from=a /x /x\nCOPY --from=a /y /y\n")
        << QStringList {"Stage a, based on scratch, 0 instructions, copied into stage 1",
                        "Stage 1, based on scratch, 2 instructions, final stage",
                        "Image scratch, base of a, base of stage 1"};
    QTest::newRow("unused, missing, refused")
        << QByteArray("FROM alpine:latest AS spare\nFROM scratch\nCOPY --from=spore /x /x\nCOPY a\n")
        << QStringList {"Stage spare, based on alpine latest, latest tag, 0 instructions, unused, 1 warning",
                        "Stage 1, based on scratch, 2 instructions, final stage, 1 problem, COPY requires at "
                        "least two arguments, but only one was provided. Destination could not be "
                        "determined, 1 warning",
                        "Image alpine latest, latest tag, docker.io, base of spare",
                        "Image scratch, base of stage 1",
                        "Missing stage spore, did you mean spare?, copied into stage 1"};
}

void TestGraphSentences::nodesAreRead()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, sentences);
    const auto analysis = analyse(SourceText(text.toStdString()));
    QStringList actual;
    for (std::size_t i = 0; i < analysis->graph.nodes.size(); ++i)
        actual << sentenceOf(*analysis, {i});
    QCOMPARE(actual, sentences);
}

void TestGraphSentences::changesAreAnnounced_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("removed");
    QTest::addColumn<QByteArray>("inserted"); // In its place.
    QTest::addColumn<QString>("sentence");

    const QByteArray text
        = "FROM golang:1.26 AS build\nRUN a\n\nFROM alpine:3 AS final\nCOPY --from=build /a /b\n"
          "CMD x\n";
    QTest::newRow("nothing that the graph shows") << text << QByteArray("RUN a") << QByteArray("RUN b") << "";
    QTest::newRow("a copy") << text << QByteArray("CMD x") << QByteArray("COPY --from=build /c /d\nCMD x")
                            << "Copy from build added at line 6";
    QTest::newRow("a mount") << text << QByteArray("RUN a")
                             << QByteArray("RUN --mount=from=final,target=/m a")
                             << "Mount of final added at line 2";
    QTest::newRow("a copy goes") << text << QByteArray("COPY --from=build /a /b\n") << QByteArray()
                                 << "Copy from build removed from final";
    QTest::newRow("another base") << text << QByteArray("alpine:3") << QByteArray("busybox:1")
                                  << "Base busybox:1 set at line 4";
    QTest::newRow("a new stage") << text << QByteArray("FROM alpine")
                                 << QByteArray("FROM scratch AS s\n\nFROM alpine")
                                 << "Stage s added at line 4";
    QTest::newRow("a stage goes") << text
                                  << QByteArray("\nFROM alpine:3 AS final\nCOPY --from=build /a /b\nCMD x\n")
                                  << QByteArray() << "Stage final removed";
    QTest::newRow("another name") << text << QByteArray("AS final") << QByteArray("AS web")
                                  << "Stage final is now called web";
}

void TestGraphSentences::changesAreAnnounced()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, removed);
    QFETCH(QByteArray, inserted);
    QFETCH(QString, sentence);
    Document document;
    document.reset(before.toStdString());
    QString actual;
    connect(&document, &Document::changed, this, [&](const Change &change) { actual = sentenceOf(change); });
    const auto begin = std::size_t(before.indexOf(removed));
    document.apply(EditSet::replacing({begin, begin + std::size_t(removed.size())}, inserted.toStdString()),
                   Origin::Graph, QStringLiteral("Edit"));
    QCOMPARE(actual, sentence);
}

QTEST_MAIN(TestGraphSentences)
#include "tst_graph_sentences.moc"
