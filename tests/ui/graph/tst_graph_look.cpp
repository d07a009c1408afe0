// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/graph/graph_bench.h"
#include "ui/graph/graph_legend.h"
#include "ui/graph/image_item.h"
#include "ui/graph/stage_item.h"

#include <QLabel>

using namespace drydock;
using namespace drydock::ui;

/// What the scene shows of cards, states and signs, asked of the items.
class TestGraphLook : public QObject {
    Q_OBJECT

private slots:
    void cardsOpenOneByOne();
    void theSignInTheHeaderOpensTheCard();
    void openCardsSurviveEdits();
    void dragsMarkTargetsAndFadeTheRest();
    void fromArrivesAtTheInPort();
    void copiesOfAnImageAreWalkedOneByOne();
    void theBuildContextSelectsItsInstruction();
    void boxesSlideToWhereTheyAlreadyAre();
    void unusedStagesAreFaint();
    void theLegendNamesWhatOccurs_data();
    void theLegendNamesWhatOccurs();
    void circlesAreListed();
    void theChipCoversNothing();
};

namespace {

const StageCard &cardOf(const Bench &bench, const QString &title)
{
    return qgraphicsitem_cast<StageItem *>(bench.node(title))->card();
}

} // namespace

void TestGraphLook::cardsOpenOneByOne()
{
    QByteArray text;
    for (int i = 0; i < 10; ++i)
        text += "FROM scratch AS s" + QByteArray::number(i) + "\nENV A=1\nENV B=2\n";
    Bench bench(text);
    GraphScene &scene = bench.pane.scene();
    scene.setScope(PictureScope::All);
    QVERIFY(!scene.isExpanded({3}));
    const QPointF other = bench.node("s7")->pos();
    scene.setExpanded({3}, true);
    QVERIFY(scene.isExpanded({3}));
    QCOMPARE(cardOf(bench, "s3").rows.size(), std::size_t(2));
    QVERIFY(cardOf(bench, "s4").rows.empty());
    scene.setExpanded({3}, false);
    QVERIFY(cardOf(bench, "s3").rows.empty());
    QCOMPARE(bench.node("s7")->pos(), other);
}

void TestGraphLook::theSignInTheHeaderOpensTheCard()
{
    Bench bench(twoStages);
    bench.pane.zoomReset();
    auto *build = qgraphicsitem_cast<StageItem *>(bench.node("build"));
    QVERIFY(build->card().isExpanded);
    bench.click(build->pos() + build->cardGeometry().toggle.center());
    QVERIFY(!build->card().isExpanded);
    bench.click(build->pos() + build->cardGeometry().toggle.center());
    QVERIFY(build->card().isExpanded);
    QCOMPARE(bench.selectedTitle(), QStringLiteral("build")); // Where the caret is.
}

void TestGraphLook::openCardsSurviveEdits()
{
    Bench bench(twoStages);
    bench.pane.scene().setExpanded({1}, false);
    bench.type(0, "FROM busybox AS first\nRUN true\n\n");
    QVERIFY(!cardOf(bench, "stage 2").isExpanded);
    QVERIFY(cardOf(bench, "first").isExpanded);
    bench.document.reset("FROM a\nRUN x\nFROM b\nRUN y\n");
    QVERIFY(cardOf(bench, "stage 1").isExpanded); // Another file, another choice.
}

void TestGraphLook::dragsMarkTargetsAndFadeTheRest()
{
    Bench bench(twoStages);
    bench.pane.scene().setDragRoles({DragRole::Illegal, DragRole::Target, DragRole::None, DragRole::Illegal});
    QVERIFY(bench.node("build")->state().isIllegal);
    QCOMPARE(bench.node("build")->opacity(), dimmedOpacity);
    QVERIFY(bench.node("stage 1")->state().isDropTarget);
    QCOMPARE(bench.node("stage 1")->opacity(), 1.0);
    QCOMPARE(bench.node("golang:1.21")->opacity(), 1.0);
    QCOMPARE(bench.node("alpine:3.18")->opacity(), dimmedOpacity);
    bench.pane.scene().setDragRoles({});
    QCOMPARE(bench.node("build")->opacity(), 1.0);
    QVERIFY(!bench.node("stage 1")->state().isDropTarget);
}

void TestGraphLook::fromArrivesAtTheInPort()
{
    Bench bench(twoStages);
    for (const EdgeItem *edge : bench.pane.scene().edgeItems()) {
        if (edge->bundle().kind != EdgeKind::From)
            continue;
        const NodeItem *stage = bench.pane.scene().nodeItem(edge->bundle().target);
        const QPointF port = stage->pos() + stage->inPort();
        const QPointF end = edge->path().pointAtPercent(1);
        QVERIFY2(QLineF(port, end).length() < 20, qPrintable(QString::number(QLineF(port, end).length())));
    }
}

void TestGraphLook::copiesOfAnImageAreWalkedOneByOne()
{
    QByteArray text;
    for (int i = 0; i < 8; ++i)
        text += "FROM alpine:3 AS s" + QByteArray::number(i) + "\n";
    Bench bench(text);
    GraphScene &scene = bench.pane.scene();
    scene.setImagePerUse(true);
    std::vector<NodeItem *> copies;
    for (NodeItem *item : scene.nodesInOrder()) {
        if (item->type() == ImageItem::Type)
            copies.push_back(item);
    }
    QCOMPARE(copies.size(), std::size_t(8));
    bench.pane.view().setFocus();
    copies[2]->pressed();
    QCOMPARE(scene.selectedItem(), copies[2]);
    QTest::keyClick(&bench.pane.view(), Qt::Key_Tab);
    QCOMPARE(scene.selectedItem(), copies[3]);
    QVERIFY(copies[3]->state().isSelected);
    QVERIFY(!copies[2]->state().isSelected);
    QCOMPARE(bench.selectedText(), QByteArray("alpine:3"));
    bench.type(0, "# a comment\n");
    QCOMPARE(scene.selectedItem(), copies[3]);
    scene.setImagePerUse(false);
    QCOMPARE(scene.nodesInOrder().size(), std::size_t(9));
}

void TestGraphLook::theBuildContextSelectsItsInstruction()
{
    Bench bench("FROM scratch\nENV A=1\nCOPY . /src\n");
    QCOMPARE(bench.node("build context"), nullptr);
    bench.pane.scene().setContextShown(true);
    NodeItem *context = bench.node("build context");
    QVERIFY(context);
    bench.click(context->pos());
    QCOMPARE(bench.selectedText(), QByteArray("COPY . /src"));
    QVERIFY(context->state().isSelected);
    bench.type(bench.offsetOf("COPY"), "RUN x\n");
    QCOMPARE(bench.node("build context"), context);
}

void TestGraphLook::boxesSlideToWhereTheyAlreadyAre()
{
    Bench bench(twoStages);
    NodeItem *last = bench.node("stage 1");
    const QPointF before = last->pos();
    bench.type(bench.offsetOf("\nFROM alpine"), "RUN b\nRUN c\nRUN d\n");
    QCOMPARE(last->drift(), QPointF()); // Nothing moves by itself.
    bench.document.undoStack().undo();
    bench.pane.scene().setMotion(10'000); // Does not end within this test.
    bench.type(bench.offsetOf("FROM alpine"), "FROM busybox:1 AS more\nCOPY --from=build a b\n\n");
    auto *fresh = qgraphicsitem_cast<StageItem *>(bench.node("more"));
    QVERIFY(fresh->opacity() < 0.5);
    last = bench.node("stage 2");
    QCOMPARE(last->pos() + last->drift(), before);
    bench.click(fresh->pos() + fresh->cardGeometry().title.center());
    QCOMPARE(bench.selectedTitle(), QStringLiteral("more"));
    bench.pane.scene().setMotion(0);
    QCOMPARE(last->drift(), QPointF());
    QCOMPARE(fresh->opacity(), 1.0);
    for (const EdgeItem *edge : bench.pane.scene().edgeItems())
        QCOMPARE(edge->opacity(), edge->bundle().isUnused ? dimmedOpacity : 1.0);
}

void TestGraphLook::unusedStagesAreFaint()
{
    Bench bench("FROM alpine AS spare\nFROM scratch\n");
    QCOMPARE(bench.node("spare")->opacity(), 1.0); // Chosen: the caret is there.
    bench.caret(bench.offsetOf("scratch"));
    QCOMPARE(bench.node("spare")->opacity(), dimmedOpacity);
    QVERIFY(cardOf(bench, "spare").lines().first().contains(unusedMark()));
    QCOMPARE(bench.node("stage 1")->opacity(), 1.0);
}

void TestGraphLook::theLegendNamesWhatOccurs_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("entries");
    QTest::newRow("nothing") << QByteArray() << QStringList();
    QTest::newRow("FROM alone") << QByteArray("FROM scratch\n") << QStringList {"FROM"};
    QTest::newRow("copy and mount") << QByteArray(
        "FROM scratch AS a\nFROM scratch\nCOPY --from=a x y\nRUN --mount=from=a,target=/m x\n")
                                    << QStringList {"FROM", "COPY --from", "RUN --mount"};
    QTest::newRow("download") << QByteArray("FROM scratch\nADD https://a.example/b /b\n")
                              << QStringList {"FROM", "ADD"};
    QTest::newRow("a later stage, and one that is missing")
        << QByteArray("FROM scratch AS a\nCOPY --from=b x y\nFROM scratch AS b\nFROM a\nCOPY --from=9 x y\n")
        << QStringList {"FROM", "COPY --from", "stage further down", "cannot work"};
    QTest::newRow("what cannot be known")
        << QByteArray("FROM node:20-onbuild\n") << QStringList {"FROM", "partly unknown"};
}

void TestGraphLook::theLegendNamesWhatOccurs()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, entries);
    Bench bench(text);
    const auto *legend = bench.pane.findChild<GraphLegend *>();
    QStringList actual;
    for (const LegendEntry &entry : legend->entries())
        actual << entry.text;
    QCOMPARE(actual, entries);
    QCOMPARE(legend->isVisible(), !entries.isEmpty());
}

void TestGraphLook::circlesAreListed()
{
    Bench bench("FROM scratch AS a\nCOPY --from=b x y\nFROM a AS b\nFROM scratch\n");
    auto *notice = bench.pane.findChild<QLabel *>(QStringLiteral("graphNotice"));
    QVERIFY(notice->isVisible());
    QVERIFY(notice->text().contains(QStringLiteral("Circular: a → b → a")));
    bench.document.reset("FROM scratch\n");
    QVERIFY(!notice->isVisible());
}

void TestGraphLook::theChipCoversNothing()
{
    QByteArray text;
    for (int i = 0; i < 14; ++i)
        text += "FROM scratch AS s" + QByteArray::number(i) + "\n";
    for (const QSize size : {QSize(1000, 700), QSize(500, 900), QSize(1400, 400)}) {
        Bench bench(text, size);
        const auto *chip = bench.pane.view().findChild<QToolButton *>();
        QVERIFY(chip->isVisible());
        QCOMPARE(chip->text(), QStringLiteral("+13 other stages"));
        for (int turn = 0; turn < 2; ++turn) {
            for (const NodeItem *item : bench.pane.scene().nodesInOrder()) {
                const QRect box
                    = bench.pane.view().mapFromScene(item->frame().translated(item->pos())).boundingRect();
                QVERIFY(!box.intersects(chip->geometry()));
            }
            bench.pane.scene().setScope(PictureScope::All);
        }
    }
}

QTEST_MAIN(TestGraphLook)
#include "tst_graph_look.moc"
