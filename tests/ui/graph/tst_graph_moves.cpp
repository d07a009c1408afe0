// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the hand does to the view: moving boxes, selecting several, opening cards. The text stays as it is.
#include "tests/ui/graph/gesture_bench.h"

using namespace drydock;
using namespace drydock::ui;

namespace {

const QByteArray twoStages = "FROM golang:1.21 AS build\n"
                             "WORKDIR /src\n"
                             "RUN go build -o /app .\n"
                             "\n"
                             "FROM alpine:3.18 AS final\n"
                             "RUN apk add tini\n"
                             "CMD [\"app\"]\n";

const QByteArray threeStages = "FROM golang:1.21 AS build\n"
                               "RUN go build -o /app .\n"
                               "\n"
                               "FROM node:20 AS web\n"
                               "RUN npm run build\n"
                               "\n"
                               "FROM alpine:3.18 AS final\n"
                               "COPY --from=build /app /usr/bin/app\n";

} // namespace

class TestGraphMoves : public QObject {
    Q_OBJECT

private slots:
    void targetIsSetWithT();
    void severalCanBeSelected();
    void nudgesAreMerged();
    void tidyForgetsPinsAndUndoFindsThem();
    void pinsFollowTheirStage();
    void pinsSurviveTheProgram();
    void spaceOpensACard();
    void staleGraphIsRefreshedFirst();
    void nearTheBorderItScrolls();
    void aFrozenPictureLooksTheSame_data();
    void aFrozenPictureLooksTheSame();
};

void TestGraphMoves::targetIsSetWithT()
{
    GestureBench bench(threeStages);
    bench.click(bench.body("web"));
    bench.key(Qt::Key_T);
    QCOMPARE(bench.document.analysis().options.target, std::string("web"));
    QCOMPARE(bench.steps(), 0);
}

void TestGraphMoves::severalCanBeSelected()
{
    GestureBench bench(threeStages);
    const auto selected = [&] { return bench.pane.scene().selectedNodes().size(); };
    const QSize pane = bench.pane.view().viewport()->size();
    bench.drag({4, 4}, {pane.width() - 4, pane.height() - 60}, Qt::ShiftModifier);
    QCOMPARE(selected(), bench.pane.scene().nodesInOrder().size());
    bench.click(bench.body("web"));
    QCOMPARE(selected(), std::size_t(1));
    bench.click(bench.body("build"), Qt::ControlModifier);
    QCOMPARE(selected(), std::size_t(2));
    const QPointF web = bench.node("web")->pos();
    const QPointF build = bench.node("build")->pos();
    bench.drag(bench.body("build"), bench.body("build") + QPoint(24, 16));
    QCOMPARE(bench.node("web")->pos() - web, QPointF(24, 16));
    QCOMPARE(bench.node("build")->pos() - build, QPointF(24, 16));
    QCOMPARE(bench.steps(), 1);
    QCOMPARE(bench.undoText(), QStringLiteral("Move node"));
    bench.undo();
    QCOMPARE(bench.node("web")->pos(), web);
    QCOMPARE(bench.node("build")->pos(), build);
    QCOMPARE(bench.text(), threeStages);
}

void TestGraphMoves::nudgesAreMerged()
{
    GestureBench bench(twoStages);
    bench.click(bench.body("build"));
    const QPointF place = bench.node("build")->pos();
    bench.key(Qt::Key_Down, Qt::ShiftModifier);
    bench.key(Qt::Key_Down, Qt::ShiftModifier);
    bench.key(Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(bench.node("build")->pos() - place, QPointF(-1, 16));
    QCOMPARE(bench.steps(), 1);
    bench.click(bench.body("final"));
    bench.key(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(bench.steps(), 2); // Another box, another step.
    bench.undo();
    bench.undo();
    QCOMPARE(bench.node("build")->pos(), place);
}

void TestGraphMoves::tidyForgetsPinsAndUndoFindsThem()
{
    GestureBench bench(twoStages);
    const QPointF place = bench.node("build")->pos();
    bench.drag(bench.body("build"), bench.body("build") + QPoint(-20, 110));
    const QPointF moved = bench.node("build")->pos();
    QCOMPARE(moved - place, QPointF(-20, 110));
    bench.key(Qt::Key_L);
    QVERIFY(bench.pane.scene().pins().isEmpty());
    QVERIFY(bench.node("build")->pos() != moved);
    bench.undo();
    QVERIFY(!bench.pane.scene().pins().isEmpty());
    QCOMPARE(bench.text(), twoStages);
}

void TestGraphMoves::pinsFollowTheirStage()
{
    GestureBench bench(twoStages);
    bench.drag(bench.body("build"), bench.body("build") + QPoint(0, 120));
    const QPointF offset = bench.node("build")->pos() - bench.node("golang:1.21")->pos();
    bench.type(std::size_t(bench.text().indexOf("build") + 5), "er");
    QCOMPARE(bench.node("builder")->pos() - bench.node("golang:1.21")->pos(), offset);
    bench.undo();
    QCOMPARE(bench.node("build")->pos() - bench.node("golang:1.21")->pos(), offset);
}

void TestGraphMoves::pinsSurviveTheProgram()
{
    GestureBench bench(twoStages);
    bench.drag(bench.body("build"), bench.body("build") + QPoint(10, 120));
    GestureBench again(twoStages);
    again.pane.setPins(bench.pane.pins());
    QCOMPARE(again.node("build")->pos(), bench.node("build")->pos());
    again.pane.setPins("nothing that was ever written");
    QVERIFY(again.pane.scene().pins().isEmpty());
}

void TestGraphMoves::spaceOpensACard()
{
    GestureBench bench(twoStages);
    bench.click(bench.body("build"));
    const bool wasOpen = bench.pane.scene().isExpanded({0});
    bench.key(Qt::Key_Space);
    QCOMPARE(bench.pane.scene().isExpanded({0}), !wasOpen);
    bench.key(Qt::Key_Space);
    QCOMPARE(bench.pane.scene().isExpanded({0}), wasOpen);
    QCOMPARE(bench.steps(), 0);
}

void TestGraphMoves::staleGraphIsRefreshedFirst()
{
    QByteArray text;
    for (int i = 0; i < 130; ++i)
        text += "FROM scratch AS s" + QByteArray::number(i) + "\nRUN true\n";
    GestureBench bench(text);
    bench.pane.scene().setScope(PictureScope::All);
    bench.pane.scene().setRefreshDelay(1000);
    bench.pane.view().setZoom(1);
    bench.pane.view().centerOn(bench.node("s0"));
    bench.type(0, "FROM busybox AS first\n"); // The picture lags behind now.
    QVERIFY(!bench.node("first"));
    bench.click(bench.body("s0"));
    QVERIFY(bench.node("first"));
}

void TestGraphMoves::nearTheBorderItScrolls()
{
    GestureBench bench(threeStages, {700, 400});
    bench.pane.view().setZoom(1);
    bench.pane.view().centerOn(bench.node("build"));
    const QPointF before = bench.pane.view().mapToScene(QPoint(0, 0));
    const QPoint border(bench.pane.view().viewport()->width() - 2, 200);
    bench.dragTo(bench.outPort("build"), border);
    QTRY_VERIFY(bench.pane.view().mapToScene(QPoint(0, 0)).x() > before.x() + 50);
    bench.key(Qt::Key_Escape);
    QCOMPARE(bench.text(), threeStages);
}

void TestGraphMoves::aFrozenPictureLooksTheSame_data()
{
    QTest::addColumn<bool>("isConnecting");
    QTest::newRow("while an arrow is drawn") << true;
    QTest::newRow("while a box is moved") << false;
}

void TestGraphMoves::aFrozenPictureLooksTheSame()
{
    QFETCH(bool, isConnecting);
    GestureBench bench(threeStages);
    if (isConnecting)
        bench.dragTo(bench.outPort("build"), bench.body("web"));
    else
        bench.dragTo(bench.body("web"), bench.body("web") + QPoint(30, 80));
    QWidget *viewport = bench.pane.view().viewport();
    const QImage frozen = viewport->grab().toImage();
    bench.pane.view().thaw();
    QCOMPARE(viewport->grab().toImage(), frozen);
    bench.key(Qt::Key_Escape);
}

QTEST_MAIN(TestGraphMoves)
#include "tst_graph_moves.moc"
