// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_picture.h"
#include "ui/graph/stage_card.h"

#include <QGuiApplication>
#include <QTest>

using namespace drydock;
using namespace drydock::ui;

/// What the graph of a text says, as text.
class TestStageCard : public QObject {
    Q_OBJECT

private slots:
    void cardsSay_data();
    void cardsSay();
    void edgesSay_data();
    void edgesSay();
    void manyStagesGetCompactCards();
    void unreachableStagesAreLeftOut();
    void geometryHoldsEverything_data();
    void geometryHoldsEverything();
    void remoteNames_data();
    void remoteNames();
};

namespace {

GraphPicture pictureOf(const QByteArray &text, PictureScope scope = PictureScope::All)
{
    const auto analysis = analyse(SourceText(text.toStdString()));
    return GraphPicture::of(*analysis, scope, GraphPicture::mostDetail(*analysis, scope),
                            GraphFonts::of(QGuiApplication::font()));
}

QStringList linesOf(const PictureNode &node)
{
    return std::visit([](const auto &card) { return card.lines(); }, node.card);
}

} // namespace

void TestStageCard::cardsSay_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("cards"); // One node each, its lines joined with " / ".

    QTest::newRow("nothing") << QByteArray("") << QStringList {};
    QTest::newRow("one unnamed stage is number 0 and final")
        << QByteArray("FROM alpine\n")
        << QStringList {"stage 0 | final ◎ / alpine [none] / 0 instructions", "alpine [none] / docker.io"};
    QTest::newRow("rows")
        << QByteArray("FROM golang:1.21 AS build\nWORKDIR /app\nRUN  go build \\\n    -o x\n")
        << QStringList {"build | final ◎ / golang:1.21 [tag] / 2 instructions / WORKDIR /app / "
                        "RUN go build -o x",
                        "golang:1.21 [tag] / docker.io"};
    QTest::newRow("one instruction") << QByteArray("FROM scratch\nCOPY a /\n")
                                     << QStringList {"stage 0 | final ◎ / scratch / 1 instruction / COPY a /",
                                                     "scratch"};
    QTest::newRow("options are left out but for --from")
        << QByteArray("FROM a:1 AS b\nFROM scratch\nRUN --mount=type=cache,target=/c make\nCOPY --chown=1 "
                      "--from=b /x /y\n")
        << QStringList {"b / a:1 [tag] / 0 instructions",
                        "stage 1 | final ◎ / scratch / 2 instructions / RUN make / COPY --from=b /x /y",
                        "a:1 [tag] / docker.io", "scratch"};
    QTest::newRow("more than five rows")
        << QByteArray("FROM scratch\nENV A=1\nENV B=1\nENV C=1\nENV D=1\nENV E=1\nENV F=1\nENV G=1\n")
        << QStringList {
               "stage 0 | final ◎ / scratch / 7 instructions / ENV A=1 / ENV B=1 / ENV C=1 / ENV D=1 / "
               "ENV E=1 / + 2 more",
               "scratch"};
    QTest::newRow("a base stage has no badge")
        << QByteArray("FROM alpine:latest AS a\nFROM a\n")
        << QStringList {"a / alpine:latest [latest] / 0 instructions",
                        "stage 1 | final ◎ / a / 0 instructions", "alpine:latest [latest] / docker.io"};
    QTest::newRow("unused") << QByteArray("FROM alpine:3 AS a\nFROM alpine:3 AS b\n")
                            << QStringList {"a | unused / alpine:3 [tag] / 0 instructions",
                                            "b | final ◎ / alpine:3 [tag] / 0 instructions",
                                            "alpine:3 [tag] / docker.io"};
    QTest::newRow("digest and platform")
        << QByteArray("FROM --platform=$BUILDPLATFORM gcr.io/x/y:1@sha256:"
                      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n")
        << QStringList {"stage 0 | final ◎ / gcr.io/x/y:1 [digest] / $BUILDPLATFORM · 0 instructions",
                        "x/y:1 [digest] / gcr.io"};
    QTest::newRow("markup stays text")
        << QByteArray("FROM scratch\nRUN echo <b>&amp;</b>\n")
        << QStringList {"stage 0 | final ◎ / scratch / 1 instruction / RUN echo "
                        "<b>&amp;</b>",
                        "scratch"};
}

void TestStageCard::cardsSay()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, cards);
    QStringList actual;
    for (const PictureNode &node : pictureOf(text).nodes)
        actual << linesOf(node).join(QStringLiteral(" / "));
    QCOMPARE(actual, cards);
}

void TestStageCard::edgesSay_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("edges"); // "label | what a screen reader says"

    QTest::newRow("FROM") << QByteArray("FROM alpine AS a\nFROM a\n")
                          << QStringList {" | alpine is the base of a", " | a is the base of stage 1"};
    QTest::newRow("COPY") << QByteArray("FROM scratch AS a\nFROM scratch\nCOPY --from=a /x /y\n")
                          << QStringList {" | scratch is the base of a", " | scratch is the base of stage 1",
                                          "/x → /y | a is copied into stage 1: /x → /y"};
    QTest::newRow("several COPYs are one arrow")
        << QByteArray("FROM scratch AS a\nFROM scratch\nCOPY --from=a /x /y\nCOPY --from=a /z /w\n")
        << QStringList {" | scratch is the base of a", " | scratch is the base of stage 1",
                        "×2 · /x → /y | a is copied into stage 1: /x → /y, /z → /w"};
    QTest::newRow("mount") << QByteArray("FROM scratch AS a\nFROM scratch\nRUN --mount=from=a,target=/m ls\n")
                           << QStringList {" | scratch is the base of a", " | scratch is the base of stage 1",
                                           "/m | a is mounted in stage 1: /m"};
    QTest::newRow("circle") << QByteArray("FROM scratch AS a\nCOPY --from=b /x /y\nFROM a AS b\n")
                            << QStringList {" | scratch is the base of a",
                                            "✕ circular | b is copied into a, ✕ circular",
                                            "✕ circular | a is the base of b, ✕ circular"};
}

void TestStageCard::edgesSay()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, edges);
    QStringList actual;
    for (const EdgeBundle &edge : pictureOf(text).edges)
        actual << edge.label + QStringLiteral(" | ") + edge.accessibleName;
    QCOMPARE(actual, edges);
}

void TestStageCard::manyStagesGetCompactCards()
{
    QByteArray text;
    for (int i = 0; i < 9; ++i)
        text += "FROM scratch\nENV A=1\n";
    for (const PictureNode &node : pictureOf(text).nodes) {
        if (const auto *card = std::get_if<StageCard>(&node.card)) {
            QVERIFY(card->rows.empty());
            QCOMPARE(card->details, QStringLiteral("1 instruction"));
        }
    }
}

void TestStageCard::unreachableStagesAreLeftOut()
{
    const GraphPicture picture
        = pictureOf("FROM alpine AS a\nFROM busybox AS b\nFROM b\n", PictureScope::TargetOnly);
    QCOMPARE(picture.hiddenStages, std::size_t(1));
    QCOMPARE(picture.stageCount, std::size_t(3));
    QStringList titles;
    for (const PictureNode &node : picture.nodes)
        titles << linesOf(node).first();
    QCOMPARE(titles, QStringList({"b", "stage 2 | final ◎", "busybox [none]"}));
}

void TestStageCard::geometryHoldsEverything_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("short") << QByteArray("FROM a\n");
    QTest::newRow("long")
        << QByteArray("FROM registry.example.com:5000/a/very/long/name/indeed:1.22.333-bookworm AS "
                      "a-very-long-name-of-a-stage-that-goes-on-and-on\nRUN ")
            + QByteArray(500, 'x') + "\nENV A=1\nENV A=1\nENV A=1\nENV A=1\nENV A=1\nENV A=1\n";
    QTest::newRow("broken") << QByteArray("FROM\nRUN x\nFROM scratch\n");
    QTest::newRow("missing") << QByteArray("FROM scratch AS build\nFROM scratch\nCOPY --from=$x /a /b\n");
}

void TestStageCard::geometryHoldsEverything()
{
    QFETCH(QByteArray, text);
    for (const PictureNode &node : pictureOf(text).nodes) {
        const CardGeometry &places = node.geometry;
        std::vector<QRectF> rects {places.title,   places.mark,   places.base, places.badge,
                                   places.details, places.counts, places.more, places.problem};
        rects.insert(rects.end(), places.rows.begin(), places.rows.end());
        for (std::size_t i = 0; i < rects.size(); ++i) {
            if (rects[i].isEmpty())
                continue;
            QVERIFY(places.frame.contains(rects[i]));
            for (std::size_t j = i + 1; j < rects.size(); ++j)
                QVERIFY2(rects[j].isEmpty() || !rects[i].intersects(rects[j]),
                         qPrintable(QStringLiteral("parts %1 and %2").arg(i).arg(j)));
        }
    }
}

void TestStageCard::remoteNames_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("name");
    QTest::newRow("repository") << "https://github.com/moby/buildkit.git#v0.13:docs"
                                << "moby/buildkit";
    QTest::newRow("query") << "https://github.com/koalaman/shellcheck.git?ref=x&keep-git-dir=1"
                           << "koalaman/shellcheck";
    QTest::newRow("file") << "https://go.dev/dl/x/go1.22.tar.gz"
                          << "go1.22.tar.gz";
    QTest::newRow("ssh") << "git@github.com:owner/name.git"
                         << "owner/name";
    QTest::newRow("host alone") << "https://example.com/"
                                << "example.com";
}

void TestStageCard::remoteNames()
{
    QFETCH(QString, url);
    QFETCH(QString, name);
    QCOMPARE(shortRemoteName(url), name);
}

QTEST_MAIN(TestStageCard)
#include "tst_stage_card.moc"
