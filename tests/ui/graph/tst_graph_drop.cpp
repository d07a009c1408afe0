// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/graph/gesture_bench.h"
#include "ui/graph/graph_drop.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QUrl>

using namespace drydock;
using namespace drydock::ui;

namespace {

const QByteArray twoStages = "FROM golang:1.21 AS build\n"
                             "RUN go build -o /app .\n"
                             "\n"
                             "FROM alpine:3.18 AS final\n"
                             "CMD [\"app\"]\n";

/// Drags `text` over the graph to `at` and drops it. \returns whether the graph took it.
bool drop(GestureBench &bench, const QString &text, QPoint at)
{
    QMimeData dragged;
    dragged.setText(text);
    QWidget *viewport = bench.pane.view().viewport();
    QDragEnterEvent enter(at, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(viewport, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent event(at, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(viewport, &event);
    return event.isAccepted();
}

} // namespace

class TestGraphDrop : public QObject {
    Q_OBJECT

private slots:
    void findsImageNames_data();
    void findsImageNames();
    void onAStageItIsTheBase();
    void onTheFromPortItIsTheBase();
    void onTheCanvasItIsANewStage();
    void filesAreTheWindowsAffair();
};

void TestGraphDrop::findsImageNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("image");
    QTest::newRow("a name with a tag") << "debian:12"
                                       << "debian:12";
    QTest::newRow("space around it") << " debian:12\n"
                                     << "debian:12";
    QTest::newRow("a registry") << "registry.example/team/app:1"
                                << "registry.example/team/app:1";
    QTest::newRow("two words") << "debian 12"
                               << "";
    QTest::newRow("an address") << "https://registry.example/app"
                                << "";
    QTest::newRow("upper case") << "Debian"
                                << "";
    QTest::newRow("nothing") << ""
                             << "";
}

void TestGraphDrop::findsImageNames()
{
    QFETCH(QString, text);
    QFETCH(QString, image);
    QMimeData dragged;
    dragged.setText(text);
    QCOMPARE(GraphDrop::imageIn(dragged), image);
}

void TestGraphDrop::onAStageItIsTheBase()
{
    GestureBench bench(twoStages);
    QVERIFY(drop(bench, QStringLiteral("debian:12"), bench.body("final")));
    QCOMPARE(bench.text(), QByteArray(twoStages).replace("alpine:3.18", "debian:12"));
    QCOMPARE(bench.undoText(), QStringLiteral("Change base of final"));
    bench.undo();
    QCOMPARE(bench.text(), twoStages);
}

void TestGraphDrop::onTheFromPortItIsTheBase()
{
    GestureBench bench(twoStages);
    QVERIFY(drop(bench, QStringLiteral("debian:12"), bench.fromPort("final")));
    QCOMPARE(bench.text(), QByteArray(twoStages).replace("alpine:3.18", "debian:12"));
}

void TestGraphDrop::onTheCanvasItIsANewStage()
{
    GestureBench bench(twoStages);
    QVERIFY(drop(bench, QStringLiteral("debian:12"), bench.canvas()));
    QVERIFY(bench.popover()); // For its name.
    bench.keys("tools");
    bench.key(Qt::Key_Return);
    QVERIFY2(bench.text().contains("FROM debian:12 AS tools\n"), bench.text());
    QCOMPARE(bench.steps(), 1);
    bench.undo();
    QCOMPARE(bench.text(), twoStages);
}

void TestGraphDrop::filesAreTheWindowsAffair()
{
    GestureBench bench(twoStages);
    QMimeData dragged;
    dragged.setUrls({QUrl::fromLocalFile(QStringLiteral("/srv/Dockerfile"))});
    QDragEnterEvent enter(bench.canvas(), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(bench.pane.view().viewport(), &enter);
    QVERIFY(!enter.isAccepted());
    QVERIFY(!drop(bench, QStringLiteral("not an image"), bench.canvas()));
    QCOMPARE(bench.text(), twoStages);
}

QTEST_MAIN(TestGraphDrop)
#include "tst_graph_drop.moc"
