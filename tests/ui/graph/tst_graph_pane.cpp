// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Length: one pane, one fixture; its cases are short and read best together.
#include "tests/ui/graph/graph_bench.h"
#include "ui/graph/image_item.h"
#include "ui/graph/stage_item.h"

#include <QAccessible>
#include <QFile>
#include <QPaintEngine>
#include <QSignalSpy>
#include <QStyleOptionGraphicsItem>
#include <QTest>

#include <cmath>

using namespace drydock;
using namespace drydock::ui;

namespace {

/// Remembers the smallest text that was painted.
class TextMeter final : public QPaintDevice {
public:
    class Engine final : public QPaintEngine {
    public:
        Engine()
            : QPaintEngine(AllFeatures)
        { }
        bool begin(QPaintDevice *) override { return true; }
        bool end() override { return true; }
        void updateState(const QPaintEngineState &) override { }
        void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override { }
        void drawPath(const QPainterPath &) override { }
        void drawPolygon(const QPointF *, int, PolygonDrawMode) override { }
        void drawTextItem(const QPointF &, const QTextItem &item) override
        {
            const qreal scale = painter()->worldTransform().m11();
            smallest = std::min(smallest, item.font().pixelSize() * scale);
            ++count;
        }
        Type type() const override { return User; }
        qreal smallest = 1000;
        int count = 0;
    };
    QPaintEngine *paintEngine() const override { return const_cast<Engine *>(&engine); }
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return 2000;
        case PdmHeight:
            return 2000;
        case PdmDepth:
            return 32;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        default:
            return 96;
        }
    }
    Engine engine;
};

QString mobyFile()
{
    const QString fromEnvironment = qEnvironmentVariable("DRYDOCK_SHARED");
    return (fromEnvironment.isEmpty() ? QStringLiteral(DRYDOCK_SOURCE_DIR "/../shared") : fromEnvironment)
        + QStringLiteral("/corpus/dockerfiles/moby__moby__Dockerfile.Dockerfile");
}

} // namespace

class TestGraphPane : public QObject {
    Q_OBJECT

private slots:
    void drawsWhatTheTextSays();
    void clickOnAStageSelectsItsFrom();
    void clickOnAnImageSelectsItsName();
    void clickOnAnEdgeSelectsItsCause();
    void caretMarksItsStage_data();
    void caretMarksItsStage();
    void itemsSurviveEdits();
    void selectionByTheGraphSurvivesEdits();
    void nothingMovesWhenNothingChanges();
    void brokenFromIsShown();
    void hoveringHighlightsWhatBelongsTogether();
    void keysWalkTheGraph();
    void enterAsksForTheText();
    void fitNeverEnlarges();
    void zoomsWithTheWheel();
    void directionsCanBeChosen();
    void autoTurnsWithThePane();
    void smallTextIsNeverPainted_data();
    void smallTextIsNeverPainted();
    void bigFilesOpenOnTheTarget();
    void hugeGraphsAreLaidOutInAThread();
    void emptyTextShowsAGhost();
    void screenReadersSeeATree();
    void rendersAnImage();
};

void TestGraphPane::drawsWhatTheTextSays()
{
    Bench bench(twoStages);
    QStringList titles;
    for (const NodeItem *item : bench.pane.scene().nodesInOrder())
        titles << item->title();
    QCOMPARE(titles, QStringList({"build", "stage 1", "golang:1.21", "alpine:3.18"}));
    QCOMPARE(bench.pane.scene().edgeItems().size(), std::size_t(3));
    bench.document.reset("");
    QVERIFY(bench.pane.scene().nodesInOrder().empty());
    QVERIFY(bench.pane.scene().edgeItems().empty());
}

void TestGraphPane::clickOnAStageSelectsItsFrom()
{
    Bench bench(twoStages);
    bench.click(bench.node("build")->pos());
    QCOMPARE(bench.selectedTitle(), QStringLiteral("build"));
    QCOMPARE(bench.selectedText(), QByteArray("FROM golang:1.21 AS build"));
    bench.click(bench.node("stage 1")->pos());
    QCOMPARE(bench.selectedText(), QByteArray("FROM alpine:3.18"));
}

void TestGraphPane::clickOnAnImageSelectsItsName()
{
    Bench bench(twoStages);
    bench.click(bench.node("alpine:3.18")->pos());
    QCOMPARE(bench.selectedTitle(), QStringLiteral("alpine:3.18"));
    QCOMPARE(bench.selectedText(), QByteArray("alpine:3.18"));
}

void TestGraphPane::clickOnAnEdgeSelectsItsCause()
{
    Bench bench(twoStages);
    const auto &edges = bench.document.analysis().graph.edges;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (edges[i].kind != EdgeKind::Copy)
            continue;
        EdgeItem *item = bench.pane.scene().edgeItem(i);
        bench.click(item->path().pointAtPercent(0.9));
        QVERIFY(item->isSelectedEdge());
        QCOMPARE(bench.selectedText(), QByteArray("build"));
        QCOMPARE(bench.selectedTitle(), QStringLiteral("stage 1"));
        return;
    }
    QFAIL("There is no COPY edge.");
}

void TestGraphPane::caretMarksItsStage_data()
{
    QTest::addColumn<QByteArray>("at");
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("marksEdge");
    QTest::newRow("on FROM") << QByteArray("golang") << "build" << false;
    QTest::newRow("on RUN") << QByteArray("go build") << "build" << false;
    QTest::newRow("on the second FROM") << QByteArray("alpine") << "stage 1" << false;
    QTest::newRow("on --from") << QByteArray("--from=build") << "stage 1" << true;
    QTest::newRow("on CMD") << QByteArray("CMD") << "stage 1" << false;
}

void TestGraphPane::caretMarksItsStage()
{
    QFETCH(QByteArray, at);
    QFETCH(QString, title);
    QFETCH(bool, marksEdge);
    Bench bench(twoStages);
    bench.caret(bench.offsetOf(at) + 3);
    QCOMPARE(bench.selectedTitle(), title);
    bool isMarked = false;
    for (const EdgeItem *edge : bench.pane.scene().edgeItems())
        isMarked = isMarked || (edge->isSelectedEdge() && edge->bundle().kind == EdgeKind::Copy);
    QCOMPARE(isMarked, marksEdge);
}

void TestGraphPane::itemsSurviveEdits()
{
    Bench bench(twoStages);
    const NodeItem *build = bench.node("build");
    const NodeItem *last = bench.node("stage 1");
    const NodeItem *alpine = bench.node("alpine:3.18");
    bench.type(bench.offsetOf("go build"), " ");
    QCOMPARE(bench.node("build"), build);
    QCOMPARE(bench.node("stage 1"), last);
    bench.type(0, "FROM busybox AS first\nRUN true\n\n");
    QCOMPARE(bench.pane.scene().nodesInOrder().size(), std::size_t(6));
    QCOMPARE(bench.node("build"), build);
    QCOMPARE(bench.node("stage 2"), last);
    QCOMPARE(bench.node("alpine:3.18"), alpine);
    bench.document.undoStack().undo();
    QCOMPARE(bench.node("build"), build);
    bench.type(bench.offsetOf(" AS build") + 9, "er"); // Renamed: the same stage still.
    QCOMPARE(bench.node("builder"), build);
}

void TestGraphPane::selectionByTheGraphSurvivesEdits()
{
    Bench bench(twoStages);
    bench.click(bench.node("alpine:3.18")->pos());
    bench.type(0, "FROM busybox AS first\n");
    QCOMPARE(bench.selectedTitle(), QStringLiteral("alpine:3.18"));
}

void TestGraphPane::nothingMovesWhenNothingChanges()
{
    Bench bench(twoStages);
    std::vector<QPointF> before;
    for (const NodeItem *item : bench.pane.scene().nodesInOrder())
        before.push_back(item->pos());
    bench.type(bench.document.text().size(), "# a comment\n");
    bench.type(bench.offsetOf("app\"]"), "");
    std::vector<QPointF> after;
    for (const NodeItem *item : bench.pane.scene().nodesInOrder())
        after.push_back(item->pos());
    QCOMPARE(after, before);
}

void TestGraphPane::brokenFromIsShown()
{
    Bench bench("FROM golang AS build\nFROM\nRUN x\nFROM scratch\nCOPY --from=build a b\n");
    const auto *item = qgraphicsitem_cast<StageItem *>(bench.node("stage 1"));
    QVERIFY(item);
    QVERIFY(item->card().isBroken);
    QVERIFY(item->card().problemCount > 0);
    QVERIFY(!item->card().problem.isEmpty());
    QCOMPARE(item->opacity(), 1.0);
}

void TestGraphPane::hoveringHighlightsWhatBelongsTogether()
{
    Bench bench(twoStages);
    emit bench.node("golang:1.21")->hovered(true);
    QTRY_VERIFY(bench.node("alpine:3.18")->state().isDimmed);
    QVERIFY(!bench.node("golang:1.21")->state().isDimmed);
    QVERIFY(!bench.node("build")->state().isDimmed);
    QVERIFY(!bench.node("stage 1")->state().isDimmed);
    emit bench.node("golang:1.21")->hovered(false);
    QVERIFY(!bench.node("alpine:3.18")->state().isDimmed);
}

void TestGraphPane::keysWalkTheGraph()
{
    Bench bench(twoStages);
    bench.pane.setDirection(DirectionChoice::LeftToRight);
    bench.pane.view().setFocus();
    bench.pane.scene().select({}, std::nullopt);
    QTest::keyClick(&bench.pane.view(), Qt::Key_Tab);
    QCOMPARE(bench.selectedTitle(), QStringLiteral("build"));
    QTest::keyClick(&bench.pane.view(), Qt::Key_Left);
    QCOMPARE(bench.selectedTitle(), QStringLiteral("golang:1.21"));
    QTest::keyClick(&bench.pane.view(), Qt::Key_Right);
    QCOMPARE(bench.selectedTitle(), QStringLiteral("build"));
    // Through its rows and the arrows into it to the next one.
    for (int i = 0; i < 8 && bench.selectedText() != "FROM alpine:3.18"; ++i)
        QTest::keyClick(&bench.pane.view(), Qt::Key_Tab);
    QCOMPARE(bench.selectedTitle(), QStringLiteral("stage 1"));
    QCOMPARE(bench.selectedText(), QByteArray("FROM alpine:3.18"));
    QTest::keyClick(&bench.pane.view(), Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(bench.selectedTitle(), QStringLiteral("build"));
    QCOMPARE(bench.selectedText(), QByteArray("golang:1.21")); // Its arrow.
}

void TestGraphPane::enterAsksForTheText()
{
    Bench bench(twoStages);
    const QSignalSpy asked(&bench.pane, &GraphPane::textRequested);
    QTest::keyClick(&bench.pane.view(), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
}

void TestGraphPane::fitNeverEnlarges()
{
    Bench small("FROM scratch\n");
    QCOMPARE(small.pane.zoom(), 1.0);
    Bench cramped(twoStages, {420, 300});
    QVERIFY(cramped.pane.zoom() < 1);
    QVERIFY(!cramped.pane.view().isPictureCut());
    cramped.pane.zoomReset();
    QCOMPARE(cramped.pane.zoom(), 1.0);
    QVERIFY(cramped.pane.view().isPictureCut());
    QTest::keyClick(&cramped.pane.view(), Qt::Key_9, Qt::ControlModifier);
    QVERIFY(!cramped.pane.view().isPictureCut());
}

void TestGraphPane::zoomsWithTheWheel()
{
    Bench bench(twoStages);
    GraphView &view = bench.pane.view();
    const QPoint at(200, 150);
    const QPointF under = view.mapToScene(at);
    QWheelEvent event(at, view.viewport()->mapToGlobal(at), {}, {0, 240}, Qt::NoButton, Qt::ControlModifier,
                      Qt::NoScrollPhase, false);
    const qreal before = view.zoom();
    QApplication::sendEvent(view.viewport(), &event);
    QVERIFY(view.zoom() > before * 1.3);
    const QPointF drift = view.mapToScene(at) - under;
    QVERIFY(std::hypot(drift.x(), drift.y()) < 2);
}

void TestGraphPane::directionsCanBeChosen()
{
    Bench bench(twoStages);
    bench.pane.setDirection(DirectionChoice::LeftToRight);
    QVERIFY(bench.node("golang:1.21")->x() < bench.node("build")->x() - 100);
    bench.pane.setDirection(DirectionChoice::TopToBottom);
    QVERIFY(bench.node("golang:1.21")->y() < bench.node("build")->y() - 50);
    QCOMPARE(bench.pane.direction(), DirectionChoice::TopToBottom);
}

void TestGraphPane::autoTurnsWithThePane()
{
    Bench bench(twoStages, {1500, 420});
    QCOMPARE(bench.pane.scene().direction(), LayoutDirection::LeftToRight);
    bench.pane.resize(420, 1200);
    QTRY_COMPARE(bench.pane.scene().direction(), LayoutDirection::TopToBottom);
    bench.pane.resize(1500, 420);
    QTRY_COMPARE(bench.pane.scene().direction(), LayoutDirection::LeftToRight);
}

void TestGraphPane::smallTextIsNeverPainted_data()
{
    QTest::addColumn<qreal>("zoom");
    for (const qreal zoom : {0.05, 0.1, 0.2, 0.24, 0.25, 0.3, 0.45, 0.59, 0.6, 0.65, 0.75, 0.9, 1.0, 2.0})
        QTest::addRow("%g %%", zoom * 100) << zoom;
}

void TestGraphPane::smallTextIsNeverPainted()
{
    QFETCH(qreal, zoom);
    Bench bench(twoStages);
    TextMeter meter;
    QPainter painter(&meter);
    painter.scale(zoom, zoom);
    QStyleOptionGraphicsItem option;
    for (NodeItem *item : bench.pane.scene().nodesInOrder())
        item->paint(&painter, &option, nullptr);
    for (EdgeItem *item : bench.pane.scene().edgeItems())
        item->paint(&painter, &option, nullptr);
    painter.end();
    if (zoom >= 0.25)
        QVERIFY(meter.engine.count > 0);
    QVERIFY2(meter.engine.smallest >= 9 - 0.01, qPrintable(QString::number(meter.engine.smallest)));
}

void TestGraphPane::bigFilesOpenOnTheTarget()
{
    QFile file(mobyFile());
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("moby's Dockerfile is not here; set DRYDOCK_SHARED to the folder that has corpus/dockerfiles.");
    Bench bench(file.readAll(), {1300, 900});
    const GraphPicture &picture = bench.pane.scene().picture();
    QCOMPARE(picture.stageCount, std::size_t(59));
    QVERIFY(picture.hiddenStages > 0);
    QVERIFY(!bench.pane.view().isPictureCut());
    bench.pane.scene().setScope(PictureScope::All);
    QCOMPARE(bench.pane.scene().picture().hiddenStages, std::size_t(0));
    std::size_t stages = 0;
    for (const NodeItem *item : bench.pane.scene().nodesInOrder())
        stages += std::size_t(item->type() == StageItem::Type);
    QCOMPARE(stages, std::size_t(59));
    // Lines keep off cards: the curves as well as the routes they follow.
    for (const EdgeItem *edge : bench.pane.scene().edgeItems()) {
        QPolygonF points;
        for (int i = 0; i <= 200; ++i)
            points << edge->path().pointAtPercent(i / 200.0);
        for (NodeItem *item : bench.pane.scene().nodesInOrder()) {
            if (item->node() == edge->bundle().source || item->node() == edge->bundle().target)
                continue;
            const QRectF frame = item->frame().translated(item->pos());
            for (const QPointF &point : points)
                QVERIFY(!frame.contains(point));
        }
    }
}

void TestGraphPane::hugeGraphsAreLaidOutInAThread()
{
    QByteArray text;
    for (int i = 0; i < 400; ++i)
        text += "FROM scratch AS s" + QByteArray::number(i) + "\n";
    for (int i = 0; i < 400; ++i)
        text += "COPY --from=s" + QByteArray::number(i) + " a b\n";
    Bench bench(twoStages);
    bench.document.reset(text.toStdString());
    QVERIFY(bench.pane.scene().isLayingOut());
    QVERIFY(!bench.pane.scene().nodesInOrder().empty()); // The old picture stays meanwhile.
    QTRY_VERIFY(!bench.pane.scene().isLayingOut());
    QVERIFY(bench.pane.scene().nodesInOrder().size() > 300);
    QVERIFY(!bench.pane.view().isPictureCut());
    bench.document.reset(text.toStdString() + "FROM scratch\n");
    // And goes away in the middle of it without harm.
}

void TestGraphPane::emptyTextShowsAGhost()
{
    Bench bench("");
    const QImage ghost = bench.pane.view().viewport()->grab().toImage();
    bench.document.reset("FROM scratch\n");
    QVERIFY(bench.pane.view().viewport()->grab().toImage() != ghost);
    QVERIFY(bench.pane.image().width() > 0);
}

void TestGraphPane::screenReadersSeeATree()
{
    Bench bench(twoStages);
    QAccessibleInterface *tree = QAccessible::queryAccessibleInterface(&bench.pane.view());
    QVERIFY(tree);
    QCOMPARE(tree->role(), QAccessible::Tree);
    QCOMPARE(tree->text(QAccessible::Name), QStringLiteral("Stage graph, 2 stages"));
    QCOMPARE(tree->childCount(), 5); // The last one speaks when the graph is edited.
    QCOMPARE(tree->child(4)->role(), QAccessible::Notification);
    QAccessibleInterface *build = tree->child(0);
    QVERIFY(build);
    QCOMPARE(
        build->text(QAccessible::Name),
        QStringLiteral("Stage build, based on golang 1.21, floating tag, 1 instruction, copied into stage 1, "
                       "2 warnings"));
    QCOMPARE(tree->indexOfChild(build), 0);
    QCOMPARE(build->childCount(), 1);
    QCOMPARE(build->child(0)->text(QAccessible::Name),
             QStringLiteral("copies /app to /usr/bin/app in stage 1"));
    bench.document.apply(EditSet::replacing({0, 0}, "FROM scratch AS zero\n"), Origin::Graph,
                         QStringLiteral("New"));
    QCOMPARE(tree->child(tree->childCount() - 1)->text(QAccessible::Name),
             QStringLiteral("Stage zero added at line 1"));
    bench.document.undoStack().undo();
    QCOMPARE(tree->child(4)->text(QAccessible::Name), QStringLiteral("Stage zero removed"));
    build = tree->child(0);
    QVERIFY(build->rect().isValid());
    build->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(bench.selectedTitle(), QStringLiteral("build"));
    QVERIFY(build->state().selected);
}

void TestGraphPane::rendersAnImage()
{
    Bench bench(twoStages);
    const QImage once = bench.pane.image();
    const QImage twice = bench.pane.image(2);
    QVERIFY(std::abs(twice.width() - 2 * once.width()) <= 1);
    QCOMPARE(once.pixelColor(1, 1), Theme::of(Theme::kindFor(bench.pane.palette())).color(Role::Canvas));
    bench.document.reset("");
    QVERIFY(bench.pane.image().isNull());
}

QTEST_MAIN(TestGraphPane)
#include "tst_graph_pane.moc"
