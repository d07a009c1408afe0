// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Length: one table of gestures, each a few lines of hand and what the text becomes.
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

const QByteArray connected = "FROM golang:1.21 AS build\n"
                             "WORKDIR /src\n"
                             "RUN go build -o /app .\n"
                             "\n"
                             "FROM alpine:3.18 AS final\n"
                             "COPY --from=build /app /usr/bin/app\n"
                             "CMD [\"app\"]\n";

const QByteArray threeStages = "FROM golang:1.21 AS build\n"
                               "RUN go build -o /app .\n"
                               "\n"
                               "FROM node:20 AS web\n"
                               "RUN npm run build\n"
                               "\n"
                               "FROM alpine:3.18 AS final\n"
                               "COPY --from=build /app /usr/bin/app\n"
                               "COPY --from=build /etc/ssl /etc/ssl\n";

const QByteArray unusedStage = "FROM alpine:3.18 AS base\n"
                               "RUN true\n"
                               "\n"
                               "FROM scratch AS extra\n"
                               "\n"
                               "FROM base AS final\n"
                               "RUN false\n";

using Act = std::function<void(GestureBench &)>;

} // namespace

Q_DECLARE_METATYPE(Act)

class TestGraphGestures : public QObject {
    Q_OBJECT

private slots:
    void changesTheText_data();
    void changesTheText();
    void refuses_data();
    void refuses();
    void rubberEdgeIsThereOnlyWhileTheHandIsDown();
    void escapeDropsADrag();
    void popoverAsksForThePaths();
    void escapeInThePopoverRemovesEverything();
    void typedPathsAreOneStep();
    void imagesAskForThePathsFirst();
    void namesAreCheckedWhileTheyAreTyped();
    void keyboardChoosesATarget();
    void ctrlArrowsFollowArrows();
    void tabGoesThroughArrows();
    void disabledKeysSayWhy();
    void lettersAreNotTheirsElsewhere();
    void menuHasTheSameActions();
    void mixedSequenceUndoesExactly();
};

namespace {

void row(const char *name, const QByteArray &before, const Act &act, const QByteArray &after,
         const QString &undo)
{
    QTest::newRow(name) << before << act << after << undo;
}

QByteArray with(QByteArray text, const QByteArray &old, const QByteArray &fresh)
{
    return text.replace(old, fresh);
}

} // namespace

void TestGraphGestures::changesTheText_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<Act>("act");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("undo");

    row(
        "drag from the out port onto a body copies", twoStages,
        [](GestureBench &bench) {
            bench.drag(bench.outPort("build"), bench.body("final"));
            bench.key(Qt::Key_Return);
        },
        with(twoStages, "AS final\n", "AS final\nCOPY --from=build /app /app\n"),
        "Copy from build into final");
    row(
        "C, then Enter copies", twoStages,
        [](GestureBench &bench) {
            bench.click(bench.body("build"));
            bench.key(Qt::Key_C);
            bench.key(Qt::Key_Return);
            bench.key(Qt::Key_Return);
        },
        with(twoStages, "AS final\n", "AS final\nCOPY --from=build /app /app\n"),
        "Copy from build into final");
    const QByteArray mounted
        = with(twoStages, "RUN apk", "RUN --mount=type=bind,from=build,source=/,target=/mnt/build apk");
    row(
        "Ctrl+drag mounts", twoStages,
        [](GestureBench &bench) {
            bench.drag(bench.outPort("build"), bench.body("final"), Qt::ControlModifier);
        },
        mounted, "Mount build in final");
    row(
        "Shift+C, then Enter mounts", twoStages,
        [](GestureBench &bench) {
            bench.click(bench.body("build"));
            bench.key(Qt::Key_C, Qt::ShiftModifier);
            bench.key(Qt::Key_Return);
        },
        mounted, "Mount build in final");
    row(
        "drop on the FROM port changes the base", twoStages,
        [](GestureBench &bench) { bench.drag(bench.outPort("build"), bench.fromPort("final")); },
        with(twoStages, "alpine:3.18", "build"), "Change base of final");
    row(
        "B edits the base", twoStages,
        [](GestureBench &bench) {
            bench.click(bench.body("final"));
            bench.key(Qt::Key_B);
            bench.keys("debian:12");
            bench.key(Qt::Key_Return);
        },
        with(twoStages, "alpine:3.18", "debian:12"), "Change base of final");
    row(
        "double click on the base line edits it", twoStages,
        [](GestureBench &bench) {
            bench.doubleClick(bench.base("final"));
            bench.keys("scratch");
            bench.key(Qt::Key_Return);
        },
        with(twoStages, "alpine:3.18", "scratch"), "Change base of final");
    row(
        "drop on the canvas makes a stage, its name in edit mode", twoStages,
        [](GestureBench &bench) {
            bench.drag(bench.outPort("build"), bench.canvas());
            bench.keys("test");
            bench.key(Qt::Key_Return);
        },
        with(twoStages, "FROM alpine", "FROM build AS test\n\nFROM alpine"), "New stage from build");
    row(
        "N on a stage makes a stage on it", twoStages,
        [](GestureBench &bench) {
            bench.click(bench.body("build"));
            bench.key(Qt::Key_N);
            bench.key(Qt::Key_Return);
        },
        with(twoStages, "FROM alpine", "FROM build AS stage-3\n\nFROM alpine"), "New stage from build");
    row(
        "double click on the canvas makes a stage, its base in edit mode", twoStages,
        [](GestureBench &bench) {
            bench.doubleClick(bench.canvas());
            bench.keys("busybox");
            bench.key(Qt::Key_Return);
        },
        with(twoStages, "FROM alpine", "FROM busybox AS stage-3\n\nFROM alpine"), "New stage");
    row(
        "double click on the name renames", connected,
        [](GestureBench &bench) {
            bench.doubleClick(bench.name("build"));
            bench.keys("compile");
            bench.key(Qt::Key_Return);
        },
        with(with(connected, "AS build", "AS compile"), "--from=build", "--from=compile"),
        "Rename stage build to compile");
    row(
        "F2 renames", connected,
        [](GestureBench &bench) {
            bench.click(bench.body("build"));
            bench.key(Qt::Key_F2);
            bench.keys("compile");
            bench.key(Qt::Key_Return);
        },
        with(with(connected, "AS build", "AS compile"), "--from=build", "--from=compile"),
        "Rename stage build to compile");
    row(
        "Del on an arrow deletes its COPY", connected,
        [](GestureBench &bench) {
            bench.click(bench.onScreen(bench.edge(EdgeKind::Copy)->path().pointAtPercent(0.5)));
            bench.key(Qt::Key_Delete);
        },
        with(connected, "COPY --from=build /app /usr/bin/app\n", ""), "Delete copy");
    row(
        "Del on an arrow of two asks which", threeStages,
        [](GestureBench &bench) {
            bench.click(bench.onScreen(bench.edge(EdgeKind::Copy)->path().pointAtPercent(0.5)));
            bench.key(Qt::Key_Delete);
            bench.button("Delete the checked ones")->click();
        },
        with(with(threeStages, "COPY --from=build /app /usr/bin/app\n", ""),
             "COPY --from=build /etc/ssl /etc/ssl\n", ""),
        "Delete copies");
    row(
        "Del on a FROM offers scratch", twoStages,
        [](GestureBench &bench) {
            bench.click(
                bench.onScreen(bench.edge(EdgeKind::From, "alpine:3.18")->path().pointAtPercent(0.5)));
            bench.key(Qt::Key_Delete);
            bench.button("Replace it by scratch")->click();
        },
        with(twoStages, "alpine:3.18", "scratch"), "Change base of final");
    row(
        "dragging an arrow reconnects it", threeStages,
        [](GestureBench &bench) {
            bench.drag(bench.onScreen(bench.edge(EdgeKind::Copy)->path().pointAtPercent(0.4)),
                       bench.body("web"));
        },
        with(threeStages, "--from=build", "--from=web"), "Reconnect web with final");
    row(
        "E on an arrow reconnects it", connected,
        [](GestureBench &bench) {
            bench.click(bench.onScreen(bench.edge(EdgeKind::Copy)->path().pointAtPercent(0.5)));
            bench.key(Qt::Key_E);
            bench.keys("golang");
            bench.key(Qt::Key_Return);
        },
        with(connected, "--from=build", "--from=golang:1.21"), "Reconnect golang:1.21 with final");
    row(
        "dragging the head of a copy lets it end elsewhere", connected + "\nFROM scratch AS other\nUSER 1\n",
        [](GestureBench &bench) {
            bench.drag(bench.onScreen(bench.edge(EdgeKind::Copy)->path().pointAtPercent(0.9)),
                       bench.body("other"));
        },
        with(connected, "COPY --from=build /app /usr/bin/app\n", "")
            + "\nFROM scratch AS other\nCOPY --from=build /app /usr/bin/app\nUSER 1\n",
        "Reconnect build with other");
    row(
        "what names nothing can be mended", with(connected, "--from=build", "--from=biuld"),
        [](GestureBench &bench) {
            const NodeItem *missing
                = bench.pane.scene().nodeItem(bench.edge(EdgeKind::Copy)->bundle().source);
            bench.click(bench.onScreen(missing->pos()));
            bench.pane.actions().mend->trigger();
        },
        connected, "Use build instead of biuld");
    row(
        "Del on a stage that nobody needs deletes it", threeStages,
        [](GestureBench &bench) {
            bench.click(bench.body("web"));
            bench.key(Qt::Key_Delete);
        },
        with(threeStages, "FROM node:20 AS web\nRUN npm run build\n\n", ""), "Delete stage web");
    row(
        "Del on a stage that others need can remove their lines", connected,
        [](GestureBench &bench) {
            bench.click(bench.body("build"));
            bench.key(Qt::Key_Delete);
            bench.button("Remove their lines")->click();
        },
        "FROM alpine:3.18 AS final\nCMD [\"app\"]\n", "Delete stage build");
    row(
        "Del on two stages is one step", threeStages,
        [](GestureBench &bench) {
            bench.click(bench.body("web"));
            bench.click(bench.body("final"), Qt::ControlModifier);
            bench.key(Qt::Key_Delete);
        },
        "FROM golang:1.21 AS build\nRUN go build -o /app .\n", "Delete 2 stages");
    row(
        "dragging a row moves the instruction", twoStages,
        [](GestureBench &bench) { bench.drag(bench.row("final", 0), bench.row("final", 1) + QPoint(0, 5)); },
        with(twoStages, "RUN apk add tini\nCMD [\"app\"]\n", "CMD [\"app\"]\nRUN apk add tini\n"),
        "Move RUN");
    row(
        "Alt+Shift+Down on a row moves the instruction", twoStages,
        [](GestureBench &bench) {
            bench.click(bench.row("final", 0));
            bench.key(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
        },
        with(twoStages, "RUN apk add tini\nCMD [\"app\"]\n", "CMD [\"app\"]\nRUN apk add tini\n"),
        "Move RUN");
    row(
        "dragging a row into another stage moves it there", twoStages,
        [](GestureBench &bench) { bench.drag(bench.row("final", 0), bench.row("build", 1) + QPoint(0, 5)); },
        with(with(twoStages, "RUN apk add tini\n", ""), "-o /app .\n", "-o /app .\nRUN apk add tini\n"),
        "Move RUN");
    row(
        "Alt+Shift+Up on a stage moves it", threeStages,
        [](GestureBench &bench) {
            bench.click(bench.body("web"));
            bench.key(Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
        },
        "FROM node:20 AS web\n"
        "RUN npm run build\n"
        "\n"
        "FROM golang:1.21 AS build\n"
        "RUN go build -o /app .\n"
        "\n"
        "FROM alpine:3.18 AS final\n"
        "COPY --from=build /app /usr/bin/app\n"
        "COPY --from=build /etc/ssl /etc/ssl\n",
        "Move stage web");
    row(
        "Ctrl+D duplicates a stage", twoStages,
        [](GestureBench &bench) {
            bench.click(bench.body("build"));
            bench.key(Qt::Key_D, Qt::ControlModifier);
        },
        with(twoStages, "FROM alpine",
             "FROM golang:1.21 AS build-2\nWORKDIR /src\nRUN go build -o /app .\n\nFROM alpine"),
        "Duplicate stage build");
    row(
        "Ctrl+C and Ctrl+V paste a stage", twoStages,
        [](GestureBench &bench) {
            bench.click(bench.body("build"));
            bench.key(Qt::Key_C, Qt::ControlModifier);
            bench.key(Qt::Key_V, Qt::ControlModifier);
        },
        with(twoStages, "FROM alpine",
             "FROM golang:1.21 AS build-2\nWORKDIR /src\nRUN go build -o /app .\n\nFROM alpine"),
        "Paste stage build-2");
    row(
        "a stage that nobody uses dropped on an arrow goes in between", unusedStage,
        [](GestureBench &bench) {
            bench.drag(bench.body("extra"),
                       bench.onScreen(bench.edge(EdgeKind::From, "base")->path().pointAtPercent(0.5)));
        },
        with(with(unusedStage, "FROM scratch AS extra", "FROM base AS extra"), "FROM base AS final",
             "FROM extra AS final"),
        "Insert stage between");
    row(
        "a new stage can be put into an arrow from the menu", unusedStage,
        [](GestureBench &bench) {
            bench.click(bench.onScreen(bench.edge(EdgeKind::From, "base")->path().pointAtPercent(0.5)));
            bench.pane.actions().insertBetween->trigger();
            bench.keys("middle");
            bench.key(Qt::Key_Return);
        },
        with(unusedStage, "FROM base AS final", "FROM base AS middle\n\nFROM middle AS final"),
        "Insert stage between");
}

void TestGraphGestures::changesTheText()
{
    QFETCH(QByteArray, before);
    QFETCH(Act, act);
    QFETCH(QByteArray, after);
    QFETCH(QString, undo);
    GestureBench bench(before);
    act(bench);
    QCOMPARE(bench.text(), after);
    QCOMPARE(bench.undoText(), undo);
    QCOMPARE(bench.steps(), 1);
    QVERIFY(!bench.popover());
    QVERIFY(!bench.pane.hand().marks().edge);
    bench.undo();
    QCOMPARE(bench.text(), before);
    bench.redo();
    QCOMPARE(bench.text(), after);
}

void TestGraphGestures::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Act>("act");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a circle") << connected << Act([](GestureBench &bench) {
        bench.drag(bench.outPort("final"), bench.body("build"));
    }) << QStringLiteral("build");
    QTest::newRow("an image as the target") << twoStages << Act([](GestureBench &bench) {
        bench.drag(bench.outPort("build"), bench.body("alpine:3.18"));
    }) << QStringLiteral("nothing can be put in it");
    QTest::newRow("a mount where there is no RUN") << connected << Act([](GestureBench &bench) {
        bench.drag(bench.outPort("build"), bench.body("final"), Qt::ControlModifier);
    }) << QStringLiteral("RUN");
}

void TestGraphGestures::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(Act, act);
    QFETCH(QString, sentence);
    GestureBench bench(text);
    bench.said.clear();
    act(bench);
    QCOMPARE(bench.text(), text);
    QCOMPARE(bench.steps(), 0);
    QVERIFY2(!bench.said.isEmpty() && bench.said.last().contains(sentence),
             qPrintable(bench.said.join(u'|')));
}

void TestGraphGestures::rubberEdgeIsThereOnlyWhileTheHandIsDown()
{
    GestureBench bench(twoStages);
    const std::size_t edges = bench.edgeCount();
    bench.dragTo(bench.outPort("build"), bench.body("final"));
    QVERIFY(bench.pane.hand().marks().edge);
    QVERIFY(bench.pane.hand().marks().edge->isLegal);
    QVERIFY(!bench.pane.hand().marks().target.isEmpty());
    QCOMPARE(bench.pane.hand().hint().text(), QStringLiteral("Copy from build into final"));
    QCOMPARE(bench.edgeCount(), edges); // Nothing that the text did not cause.
    bench.moveTo(bench.body("golang:1.21"));
    QVERIFY(!bench.pane.hand().marks().edge->isLegal);
    QVERIFY(bench.pane.hand().hint().text().startsWith(QStringLiteral("✕ ")));
    QVERIFY(bench.node("golang:1.21")->state().isIllegal);
    QVERIFY(!bench.node("final")->state().isIllegal);
    bench.release(bench.body("golang:1.21"));
    QVERIFY(!bench.pane.hand().marks().edge);
    QVERIFY(!bench.node("golang:1.21")->state().isIllegal);
    QVERIFY(bench.pane.hand().hint().isHidden());
    QCOMPARE(bench.text(), twoStages);
}

void TestGraphGestures::escapeDropsADrag()
{
    GestureBench bench(twoStages);
    bench.dragTo(bench.outPort("build"), bench.body("final"));
    bench.key(Qt::Key_Escape);
    QVERIFY(!bench.pane.hand().isBusy());
    QVERIFY(!bench.pane.hand().marks().edge);
    bench.release(bench.body("final"));
    QCOMPARE(bench.text(), twoStages);
    const QPointF place = bench.node("final")->pos();
    bench.dragTo(bench.body("final"), bench.body("final") + QPoint(90, 60));
    QVERIFY(bench.node("final")->pos() != place);
    bench.key(Qt::Key_Escape);
    QCOMPARE(bench.node("final")->pos(), place);
    QCOMPARE(bench.steps(), 0);
}

void TestGraphGestures::popoverAsksForThePaths()
{
    GestureBench bench(twoStages);
    bench.drag(bench.outPort("build"), bench.body("final"));
    QVERIFY(bench.popover());
    QCOMPARE(bench.fields().size(), 2);
    QCOMPARE(bench.fields()[0]->text(), QStringLiteral("/app"));
    QVERIFY(bench.fields()[0]->hasFocus());
    QVERIFY(bench.edge(EdgeKind::Copy)); // It is in the text already.
    bench.key(Qt::Key_Tab);
    QVERIFY(bench.fields()[1]->hasFocus());
    bench.key(Qt::Key_Tab);
    QVERIFY(bench.fields()[0]->hasFocus()); // Round and round.
    QVERIFY(bench.pane.view().viewport()->rect().contains(bench.popover()->geometry()));
}

void TestGraphGestures::escapeInThePopoverRemovesEverything()
{
    GestureBench bench(twoStages);
    bench.drag(bench.outPort("build"), bench.body("final"));
    bench.keys("/other");
    bench.key(Qt::Key_Escape);
    QCOMPARE(bench.text(), twoStages);
    QVERIFY(!bench.edge(EdgeKind::Copy));
    QVERIFY(!bench.popover());
    QVERIFY(bench.pane.view().hasFocus());
}

void TestGraphGestures::typedPathsAreOneStep()
{
    GestureBench bench(twoStages);
    bench.drag(bench.outPort("build"), bench.body("final"));
    bench.keys("/src/app");
    bench.key(Qt::Key_Tab);
    bench.keys("/bin/");
    bench.key(Qt::Key_Return);
    QVERIFY2(bench.text().contains("COPY --from=build /src/app /bin/\n"), bench.text());
    QCOMPARE(bench.text().count("COPY"), 1);
    QCOMPARE(bench.steps(), 1);
    bench.undo();
    QCOMPARE(bench.text(), twoStages);
}

void TestGraphGestures::imagesAskForThePathsFirst()
{
    GestureBench bench(twoStages);
    bench.drag(bench.outPort("alpine:3.18"), bench.body("build"));
    QCOMPARE(bench.text(), twoStages);
    QVERIFY(bench.popover());
    bench.key(Qt::Key_Return); // Nothing is written yet: it stays.
    QVERIFY(bench.popover());
    bench.keys("/etc/ssl/certs");
    bench.key(Qt::Key_Tab);
    bench.keys("/certs");
    bench.key(Qt::Key_Return);
    QVERIFY2(bench.text().contains("COPY --from=alpine:3.18 /etc/ssl/certs /certs\n"), bench.text());
    bench.undo();
    QCOMPARE(bench.text(), twoStages);
}

void TestGraphGestures::namesAreCheckedWhileTheyAreTyped()
{
    GestureBench bench(twoStages);
    bench.doubleClick(bench.name("build"));
    bench.keys("final");
    bench.key(Qt::Key_Return); // Deaf: the name is taken.
    QVERIFY(bench.popover());
    const auto *reason = bench.popover()->findChild<QLabel *>(QStringLiteral("popoverError"));
    QVERIFY(reason && reason->isVisible() && !reason->text().isEmpty());
    bench.key(Qt::Key_Escape);
    QVERIFY(!bench.popover());
    QCOMPARE(bench.text(), twoStages);
}

void TestGraphGestures::keyboardChoosesATarget()
{
    GestureBench bench(threeStages);
    bench.click(bench.body("web"));
    bench.key(Qt::Key_C);
    const TargetChooser &chooser = bench.pane.keys().chooser();
    QVERIFY(chooser.isChoosing());
    const auto proposed = [&] { return bench.pane.scene().nodeItem(chooser.proposed())->title(); };
    QCOMPARE(proposed(), QStringLiteral("final"));
    bench.keys("bu");
    QCOMPARE(proposed(), QStringLiteral("build"));
    bench.key(Qt::Key_Tab);
    QCOMPARE(proposed(), QStringLiteral("final"));
    bench.key(Qt::Key_Escape);
    QVERIFY(!chooser.isChoosing());
    QCOMPARE(bench.text(), threeStages);
    QCOMPARE(bench.selectedTitle(), QStringLiteral("web"));
}

void TestGraphGestures::ctrlArrowsFollowArrows()
{
    GestureBench bench("FROM scratch AS a\nFROM a AS b\nFROM a AS c\nFROM a AS d\n");
    bench.click(bench.body("a"));
    bench.key(Qt::Key_Right, Qt::ControlModifier);
    QStringList seen {bench.selectedTitle()};
    bench.key(Qt::Key_N);
    seen << bench.selectedTitle();
    bench.key(Qt::Key_N);
    seen << bench.selectedTitle();
    seen.sort();
    QCOMPARE(seen, QStringList({"b", "c", "d"}));
    bench.key(Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(bench.selectedTitle(), QStringLiteral("a"));
    QCOMPARE(bench.steps(), 0); // N made no stage.
}

void TestGraphGestures::tabGoesThroughArrows()
{
    GestureBench bench(connected);
    bool hasMetCopy = false;
    for (int i = 0; i < 20; ++i) {
        bench.key(Qt::Key_Tab);
        hasMetCopy = hasMetCopy || bench.edge(EdgeKind::Copy)->isSelectedEdge();
    }
    QVERIFY(hasMetCopy);
}

void TestGraphGestures::disabledKeysSayWhy()
{
    GestureBench bench(twoStages);
    bench.pane.scene().select({}, std::nullopt);
    bench.said.clear();
    bench.key(Qt::Key_C);
    QCOMPARE(bench.said.value(0), QStringLiteral("Select a stage or an image first."));
    bench.key(Qt::Key_E);
    QCOMPARE(bench.said.value(1), QStringLiteral("Select an arrow first."));
    QCOMPARE(bench.text(), twoStages);
}

void TestGraphGestures::lettersAreNotTheirsElsewhere()
{
    GestureBench bench(twoStages);
    bench.click(bench.body("build"));
    QLineEdit other;
    other.show();
    QApplication::setActiveWindow(&other);
    other.setFocus();
    QTest::keyClicks(&other, QStringLiteral("cnbl"));
    QCOMPARE(other.text(), QStringLiteral("cnbl"));
    QCOMPARE(bench.text(), twoStages);
    QVERIFY(!bench.popover());
}

void TestGraphGestures::menuHasTheSameActions()
{
    GestureBench bench(connected);
    const auto texts = [&](const GraphSpot &spot) {
        QMenu menu;
        bench.pane.keys().fillMenu(menu, spot);
        QStringList names;
        for (const QAction *action : menu.actions()) {
            if (!action->isSeparator())
                names << action->objectName();
        }
        return names;
    };
    const QStringList onStage = texts({GraphSpot::Kind::Body, bench.node("build"), nullptr, {}});
    QVERIFY(onStage.contains(QStringLiteral("graph.copyFrom")));
    QVERIFY(onStage.contains(QStringLiteral("graph.remove")));
    const QStringList onEdge = texts({GraphSpot::Kind::Edge, nullptr, bench.edge(EdgeKind::Copy), {}});
    QCOMPARE(onEdge, QStringList({"graph.reconnect", "graph.insertBetween", "graph.remove"}));
    QVERIFY(texts({}).contains(QStringLiteral("graph.newStage")));
    for (const QAction *action : bench.pane.actions().all())
        QVERIFY(!action->objectName().isEmpty());
}

void TestGraphGestures::mixedSequenceUndoesExactly()
{
    GestureBench bench(twoStages);
    std::vector<QByteArray> texts {bench.text()};
    std::vector<QPointF> places {bench.node("final")->pos()};
    const auto note = [&] {
        texts.push_back(bench.text());
        places.push_back(bench.node("final")->pos());
    };
    bench.type(bench.document.text().size(), "# end\n");
    note();
    bench.drag(bench.outPort("build"), bench.body("final"));
    bench.key(Qt::Key_Return);
    note();
    bench.drag(bench.body("final"), bench.body("final") + QPoint(40, 60));
    note();
    bench.key(Qt::Key_Right, Qt::ShiftModifier);
    bench.key(Qt::Key_Right, Qt::ShiftModifier);
    note();
    bench.type(0, "# begin\n");
    note();
    QCOMPARE(bench.steps(), 5);
    QVERIFY(places[3] != places[2]);
    QCOMPARE(places[4] - places[3], QPointF(16, 0));
    // A change of the text may leave boxes where they are, so only moves have to take back their way exactly.
    const auto place = [&] { return bench.node("final")->pos(); };
    for (std::size_t step = texts.size() - 1; step > 0; --step) {
        const QPointF from = place();
        bench.undo();
        QCOMPARE(bench.text(), texts[step - 1]);
        if (texts[step] == texts[step - 1])
            QCOMPARE(place() - from, places[step - 1] - places[step]);
    }
    for (std::size_t step = 1; step < texts.size(); ++step) {
        const QPointF from = place();
        bench.redo();
        QCOMPARE(bench.text(), texts[step]);
        if (texts[step] == texts[step - 1])
            QCOMPARE(place() - from, places[step] - places[step - 1]);
    }
}

QTEST_MAIN(TestGraphGestures)
#include "tst_graph_gestures.moc"
