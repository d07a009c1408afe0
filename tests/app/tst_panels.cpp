// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/graph_export.h"
#include "app/program.h"
#include "ui/graph/graph_pane.h"
#include "ui/palette/command_palette.h"
#include "ui/rail/order_rail.h"
#include "ui/text/text_view.h"
#include "window_fixture.h"

#include <QClipboard>
#include <QDockWidget>
#include <QImage>
#include <QStandardPaths>
#include <QStatusBar>
#include <QUndoView>

using namespace drydock;
using namespace drydock::app;

namespace {

const QByteArray twoStages = "FROM alpine AS one\nRUN true\n\nFROM one AS two\nCOPY --from=one /a /b\n";

} // namespace

class TestPanels : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void nothingIsMadeBeforeItIsAskedFor();
    void historyGoesToAStep();
    void openPanelsComeBack();
    void panesAreWalkedInTurn();
    void presentationHidesPanelsAndEnlarges();
    void exports_data();
    void exports();
    void exportRefusesOtherEndings();
    void copiesAPicture();
    void goesToTheDefinition();
    void listsReferences();
};

void TestPanels::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    prepareApplication();
}

void TestPanels::nothingIsMadeBeforeItIsAskedFor()
{
    WindowFixture fixture(twoStages);
    QVERIFY(fixture.isReady());
    QVERIFY(fixture.window().findChildren<QDockWidget *>().isEmpty());
    WindowFixture::press(Qt::Key_F1);
    QCOMPARE(fixture.window().findChildren<QDockWidget *>().size(), 1);
    QVERIFY(fixture.action("help.reference")->isChecked());
    fixture.window().findChild<QDockWidget *>()->close();
    QVERIFY(!fixture.action("help.reference")->isChecked());
}

void TestPanels::historyGoesToAStep()
{
    WindowFixture fixture(twoStages);
    fixture.tab().focusPane(EditorTab::Pane::Text);
    WindowFixture::type("#a");
    fixture.document().endTyping();
    WindowFixture::type("b");
    fixture.action("panel.history")->trigger();
    auto *steps = fixture.window().findChild<QUndoView *>();
    QVERIFY(steps && steps->hasFocus());
    QCOMPARE(steps->model()->rowCount(), 3);
    QCOMPARE(steps->model()->index(0, 0).data().toString(), QString("As it was opened"));
    WindowFixture::press(Qt::Key_Home);
    QCOMPARE(fixture.text(), twoStages);
    WindowFixture::press(Qt::Key_End);
    QCOMPARE(fixture.text(), "#ab" + twoStages);
}

void TestPanels::openPanelsComeBack()
{
    Settings settings;
    {
        WindowFixture fixture(twoStages);
        fixture.action("panel.history")->trigger();
        fixture.window().addDockWidget(Qt::LeftDockWidgetArea, fixture.window().findChild<QDockWidget *>());
        fixture.window().rememberState();
        settings = fixture.settings();
    }
    QCOMPARE(settings.panels, QStringList({"history"}));
    settings.session.clear();
    WindowFixture again(twoStages, settings);
    auto *dock = again.window().findChild<QDockWidget *>();
    QVERIFY(dock && dock->isVisible());
    QCOMPARE(again.window().dockWidgetArea(dock), Qt::LeftDockWidgetArea);
    QVERIFY(again.action("panel.history")->isChecked());
}

void TestPanels::panesAreWalkedInTurn()
{
    WindowFixture fixture(twoStages);
    fixture.action("panel.history")->trigger();
    QWidget *history = QApplication::focusWidget();
    WindowFixture::press(Qt::Key_F6);
    QVERIFY(fixture.tab().graphPane()->isAncestorOf(QApplication::focusWidget()));
    WindowFixture::press(Qt::Key_F6);
    QVERIFY(fixture.tab().textView()->isAncestorOf(QApplication::focusWidget()));
    WindowFixture::press(Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), fixture.tab().rail());
    WindowFixture::press(Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), history);
    WindowFixture::press(Qt::Key_F6, Qt::ShiftModifier);
    WindowFixture::press(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(fixture.tab().textView()->isAncestorOf(QApplication::focusWidget()));
    // A maximised pane gives way to the next one.
    fixture.action("view.maximise")->trigger();
    QVERIFY(!fixture.tab().graphPane()->isVisible());
    WindowFixture::press(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(fixture.tab().graphPane()->isVisible());
    QVERIFY(!fixture.tab().textView()->isVisible());
}

void TestPanels::presentationHidesPanelsAndEnlarges()
{
    WindowFixture fixture(twoStages);
    fixture.action("panel.history")->trigger();
    const auto *dock = fixture.window().findChild<QDockWidget *>();
    const QFont font = QApplication::font();
    const int zoom = fixture.tab().textView()->zoom();
    WindowFixture::press(Qt::Key_F11, Qt::ShiftModifier);
    QVERIFY(fixture.window().isFullScreen());
    QVERIFY(!dock->isVisible());
    QCOMPARE(QApplication::font().pointSizeF(), font.pointSizeF() * 1.6);
    QVERIFY(fixture.tab().textView()->zoom() > zoom);
    QVERIFY(fixture.action("view.presentation")->isChecked());
    fixture.action("view.presentation")->trigger();
    QVERIFY(!fixture.window().isFullScreen());
    QVERIFY(dock->isVisible());
    QCOMPARE(QApplication::font(), font);
    QCOMPARE(fixture.tab().textView()->zoom(), zoom);
}

void TestPanels::exports_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("SVG") << "graph.svg" << QByteArray("<?xml");
    QTest::newRow("PNG") << "graph.PNG" << QByteArray("\x89PNG");
    QTest::newRow("DOT") << "graph.gv" << QByteArray("digraph");
    QTest::newRow("Mermaid") << "graph.mmd" << QByteArray("flowchart");
}

void TestPanels::exports()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, beginning);
    WindowFixture fixture(twoStages);
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    const Result<GraphFormat> format = graphFormatOf(path);
    QVERIFY(format);
    QVERIFY(exportGraph(*fixture.tab().graphPane(), fixture.document().analysis(), *format, path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY2(bytes.startsWith(beginning), bytes.left(40));
    QVERIFY(bytes.size() > 100);
}

void TestPanels::exportRefusesOtherEndings()
{
    const Result<GraphFormat> format = graphFormatOf("graph.pdf");
    QVERIFY(!format);
    QCOMPARE(QString::fromStdString(inEnglish(format.error().text)),
             QString("A graph is written as .svg, .png, .dot or .mmd, not as “graph.pdf”."));
    QVERIFY(!graphFormatOf("graph"));
}

void TestPanels::copiesAPicture()
{
    WindowFixture fixture(twoStages);
    QApplication::clipboard()->clear();
    WindowFixture::press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!QApplication::clipboard()->image().isNull());
    QCOMPARE(fixture.window().statusBar()->currentMessage(), QString("The graph is on the clipboard."));
    // A sentence does not stand across what comes back below it.
    fixture.tab().focusPane(EditorTab::Pane::Text);
    WindowFixture::type("#");
    QCOMPARE(fixture.window().statusBar()->currentMessage(), QString());
}

void TestPanels::goesToTheDefinition()
{
    WindowFixture fixture(twoStages);
    const auto at = std::size_t(twoStages.indexOf("COPY"));
    fixture.tab().goTo({at, at});
    WindowFixture::press(Qt::Key_F12);
    QCOMPARE(fixture.selection().range().begin, std::size_t(0));
    const auto image = std::size_t(twoStages.indexOf("alpine"));
    fixture.tab().goTo({image, image});
    WindowFixture::press(Qt::Key_F12);
    QCOMPARE(fixture.window().statusBar()->currentMessage(), QString("“alpine” is not made in this file."));
}

void TestPanels::listsReferences()
{
    WindowFixture fixture(twoStages);
    fixture.tab().goTo({0, 0});
    WindowFixture::press(Qt::Key_F12, Qt::ShiftModifier);
    auto *palette = fixture.window().findChild<ui::CommandPalette *>();
    QVERIFY(palette && palette->isVisible());
    QCOMPARE(palette->model().rowCount(), 2);
    QCOMPARE(palette->model().entry(1).title, QString("COPY --from=one /a /b"));
    WindowFixture::press(Qt::Key_Down);
    WindowFixture::press(Qt::Key_Return);
    QCOMPARE(fixture.selection().range().begin, std::size_t(twoStages.indexOf("one /a")));
}

QTEST_MAIN(TestPanels)
#include "tst_panels.moc"
