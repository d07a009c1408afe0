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
    void laterStagesLeaveRoomForTheirSign();
    void rowsKnowTheirInstructions();
    void handsOpenAndCloseCards();
    void imagesAreSharedOrDrawnForEachUse();
    void theBuildContextIsDrawnOnDemand();
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
    return GraphPicture::of(*analysis, {scope, {}, false, false}, GraphPicture::mostDetail(*analysis, scope),
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
        << QStringList {"stage 0 | final ◎ / alpine [none] / 0 instructions / ▲ 1",
                        "alpine [none] / docker.io"};
    QTest::newRow("rows")
        << QByteArray("FROM golang:1.26 AS build\nWORKDIR /app\nRUN  go build \\\n    -o x\n")
        << QStringList {"build | final ◎ / golang:1.26 [tag] / 2 instructions / WORKDIR /app / "
                        "RUN go build -o x",
                        "golang:1.26 [tag] / docker.io"};
    QTest::newRow("one instruction") << QByteArray("FROM scratch\nCOPY a /\n")
                                     << QStringList {"stage 0 | final ◎ / scratch / 1 instruction / COPY a /",
                                                     "scratch"};
    QTest::newRow("options are left out but for --from")
        << QByteArray("FROM a:1 AS b\nFROM a:2\nRUN --mount=type=cache,target=/c make\nCOPY --chown=1 "
                      "--from=b /x /y\n")
        << QStringList {"b / a:1 [tag] / 0 instructions",
                        "stage 1 | final ◎ / a:2 [tag] / 2 instructions / RUN make / COPY --from=b /x /y",
                        "a:1 [tag] / docker.io", "a:2 [tag] / docker.io"};
    QByteArray sixteen = "FROM scratch\n";
    QString fourteen;
    for (int i = 1; i <= 16; ++i) {
        sixteen += "ENV A=" + QByteArray::number(i) + "\n";
        if (i <= 14)
            fourteen += QStringLiteral("ENV A=%1 / ").arg(i);
    }
    QTest::newRow("more than fourteen rows")
        << sixteen
        << QStringList {"stage 0 | final ◎ / scratch / 16 instructions / " + fourteen + "+ 2 more",
                        "scratch"};
    QTest::newRow("a warning stands on its row and is counted")
        << QByteArray("FROM scratch\nMAINTAINER me\nCMD [\"x\"]\n")
        << QStringList {"stage 0 | final ◎ / scratch / 2 instructions / ▲ MAINTAINER me / CMD [\"x\"] / ▲ 1",
                        "scratch"};
    QTest::newRow("a problem stands on its row, is counted and told")
        << QByteArray("FROM scratch\nCOPY a\n")
        << QStringList {
               "stage 0 | final ◎ / scratch / 1 instruction / ✕ COPY a / ✕ 1  COPY requires at least "
               "two arguments, but only one was provided. Destination could not be determined",
               "scratch"};
    QTest::newRow("a variable that nothing sets is said, not guessed")
        << QByteArray("ARG BASE\nFROM golang:$BASE AS a\n")
        << QStringList {
               "a | final ◎ / golang: [$VAR] / 0 instructions / ✕ 1  ▲ 1  failed to parse stage name "
               "\"golang:\": invalid reference format",
               "golang: [$VAR] / depends on a variable"};
    QTest::newRow("a typing mistake in --from is a ghost that says what was meant")
        << QByteArray("FROM scratch AS build\nFROM scratch\nCOPY --from=biuld a b\n")
        << QStringList {"build | unused / scratch / 0 instructions",
                        "stage 1 | final ◎ / scratch / 1 instruction / ▲ COPY --from=biuld a b / ▲ 1",
                        "scratch", "✕ biuld / did you mean build?"};
    QTest::newRow("a base stage has no badge")
        << QByteArray("FROM alpine:latest AS a\nFROM a\n")
        << QStringList {"a / alpine:latest [latest] / 0 instructions / ▲ 1",
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
        << QByteArray("FROM a:1\nRUN echo <b>&amp;</b>\n")
        << QStringList {"stage 0 | final ◎ / a:1 [tag] / 1 instruction / RUN echo "
                        "<b>&amp;</b>",
                        "a:1 [tag] / docker.io"};
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
                          << QStringList {" | is the base of a", " | is the base of stage 1"};
    QTest::newRow("COPY") << QByteArray("FROM scratch AS a\nFROM scratch\nCOPY --from=a /x /y\n")
                          << QStringList {" | is the base of a", " | is the base of stage 1",
                                          "/x → /y | copies /x to /y in stage 1"};
    QTest::newRow("several COPYs are one arrow")
        << QByteArray("FROM scratch AS a\nFROM scratch\nCOPY --from=a /x /y\nCOPY --from=a /z /w\n")
        << QStringList {" | is the base of a", " | is the base of stage 1",
                        "×2 · /x → /y | copies /x to /y in stage 1, copies /z to /w in stage 1"};
    QTest::newRow("mount") << QByteArray("FROM scratch AS a\nFROM scratch\nRUN --mount=from=a,target=/m ls\n")
                           << QStringList {" | is the base of a", " | is the base of stage 1",
                                           "/m | is mounted at /m in stage 1"};
    QTest::newRow("circle") << QByteArray("FROM scratch AS a\nCOPY --from=b /x /y\nFROM a AS b\n")
                            << QStringList {" | is the base of a",
                                            "✕ circular | copies /x to /y in a, names a stage further down, "
                                            "circular",
                                            "✕ circular | is the base of b, circular"};
    QTest::newRow("a later stage")
        << QByteArray("FROM scratch AS a\nCOPY --from=b /x /y\nFROM scratch AS b\nFROM a\n")
        << QStringList {" | is the base of a", "/x → /y | copies /x to /y in a, names a stage further down",
                        " | is the base of b", " | is the base of stage 2"};
    QTest::newRow("no such stage") << QByteArray("FROM scratch\nCOPY --from=3 /x /y\n")
                                   << QStringList {
                                          " | is the base of stage 0",
                                          "✕ no such stage | copies /x to /y in stage 0, no such stage"};
    QTest::newRow("download") << QByteArray("FROM scratch\nADD https://a.example/b.tgz /b\n")
                              << QStringList {" | is the base of stage 0", "/b | is added at /b in stage 0"};
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

void TestStageCard::laterStagesLeaveRoomForTheirSign()
{
    const GraphFonts fonts = GraphFonts::of(QGuiApplication::font());
    EdgeBundle bundle;
    bundle.label = QStringLiteral("/x → /y");
    const qreal plain = labelSize(bundle, fonts).width();
    bundle.isForward = true;
    QVERIFY(labelSize(bundle, fonts).width() >= plain + infoSize);
}

void TestStageCard::rowsKnowTheirInstructions()
{
    const GraphPicture picture = pictureOf("FROM scratch AS a\nENV A=1\nFROM scratch\nENV B=1\nRUN x\n");
    const CardGeometry &places = picture.nodes[1].geometry;
    QCOMPARE(places.rows.size(), std::size_t(2));
    QCOMPARE(places.rows[0].instruction.value, std::size_t(3));
    QCOMPARE(places.rows[1].instruction.value, std::size_t(4));
    QCOMPARE(places.rowAt(places.rows[1].rect.center()), &places.rows[1]);
    QCOMPARE(places.rowAt(places.title.center()), nullptr);
    QCOMPARE(places.rows[0].rect.bottom(), places.rows[1].rect.top()); // No gap for a hand to fall into.
}

void TestStageCard::handsOpenAndCloseCards()
{
    const auto analysis = analyse(SourceText("FROM scratch AS a\nENV A=1\nFROM scratch\nENV B=1\n"));
    const GraphFonts fonts = GraphFonts::of(QGuiApplication::font());
    PictureOptions options;
    options.isExpanded = {{0, true}};
    const auto rowsOf = [&](std::size_t node, PictureDetail detail) {
        return std::get<StageCard>(GraphPicture::of(*analysis, options, detail, fonts).nodes[node].card)
            .rows.size();
    };
    QCOMPARE(rowsOf(0, PictureDetail::Plain), std::size_t(1));
    QCOMPARE(rowsOf(1, PictureDetail::Plain), std::size_t(0));
    options.isExpanded = {{0, false}};
    QCOMPARE(rowsOf(0, PictureDetail::Rows), std::size_t(0));
    QCOMPARE(rowsOf(1, PictureDetail::Rows), std::size_t(1));
}

void TestStageCard::imagesAreSharedOrDrawnForEachUse()
{
    QByteArray text;
    for (int i = 0; i < 7; ++i)
        text += "FROM alpine:3 AS s" + QByteArray::number(i) + "\n";
    text += "FROM busybox:1\nCOPY --from=alpine:3 /a /b\nCOPY --from=busybox:1 /a /b\n";
    const auto analysis = analyse(SourceText(text.toStdString()));
    const GraphFonts fonts = GraphFonts::of(QGuiApplication::font());
    PictureOptions options;
    const auto titles = [&] {
        QStringList found;
        for (const PictureNode &node :
             GraphPicture::of(*analysis, options, PictureDetail::Plain, fonts).nodes)
            if (const auto *card = std::get_if<ImageCard>(&node.card))
                found << card->title;
        found.sort();
        return found;
    };
    QCOMPARE(titles(), QStringList({"alpine:3", "busybox:1"}));
    options.isImagePerUse = true;
    QCOMPARE(titles(),
             QStringList({"alpine:3", "alpine:3", "alpine:3", "alpine:3", "alpine:3", "alpine:3", "alpine:3",
                          "alpine:3", "busybox:1"}));
    const GraphPicture picture = GraphPicture::of(*analysis, options, PictureDetail::Plain, fonts);
    for (const EdgeBundle &edge : picture.edges) {
        const BoxKey source = picture.nodes[edge.sourceBox].key;
        QCOMPARE(source.node, edge.source);
        QVERIFY(!source.user.isValid() || source.user == edge.target);
    }
}

void TestStageCard::theBuildContextIsDrawnOnDemand()
{
    const auto analysis = analyse(
        SourceText("FROM scratch AS a\nCOPY . /src\nCOPY [\"x\", \"/y\"]\nADD https://a.example/b /b\n"
                   "COPY <<EOF /c\nhi\nEOF\nFROM scratch\nCOPY --from=a /src /src\n"));
    const GraphFonts fonts = GraphFonts::of(QGuiApplication::font());
    const auto fromContext = [&](const PictureOptions &options) {
        QStringList names;
        for (const EdgeBundle &edge :
             GraphPicture::of(*analysis, options, PictureDetail::Plain, fonts).edges) {
            if (!edge.source.isValid())
                names << edge.title + QStringLiteral(" | ") + edge.label + QStringLiteral(" | ")
                        + edge.accessibleName;
        }
        return names;
    };
    QCOMPARE(fromContext({}), QStringList());
    QCOMPARE(fromContext({PictureScope::All, {}, false, true}),
             QStringList {"build context → a | ×2 · . → /src | copies . to /src in a, copies x to /y in a"});
    QCOMPARE(
        linesOf(GraphPicture::of(*analysis, {PictureScope::All, {}, false, true}, PictureDetail::Plain, fonts)
                    .nodes.back()),
        QStringList({"build context", "files beside the Dockerfile"}));
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
        std::vector<QRectF> rects {places.title,  places.mark, places.base,    places.badge, places.details,
                                   places.counts, places.more, places.problem, places.toggle};
        for (const RowPlace &row : places.rows)
            rects.push_back(row.rect);
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
