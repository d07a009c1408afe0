// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/program.h"
#include "ui/palette/command_palette.h"
#include "window_fixture.h"

#include <QLineEdit>
#include <QMenuBar>
#include <QStandardPaths>

using namespace drydock;
using namespace drydock::app;

namespace {

const QByteArray twoStages = "FROM alpine AS one\nRUN true\n\nFROM one AS two\nCOPY --from=one /a /b\n";

ui::CommandPalette *openPalette(WindowFixture &fixture)
{
    WindowFixture::press(Qt::Key_I, Qt::ControlModifier | Qt::AltModifier);
    return fixture.window().findChild<ui::CommandPalette *>();
}

} // namespace

class TestCommands : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void runsACommand();
    void goesToAStage();
    void goesToALine();
    void linesThatDoNotExistSayHowManyThereAre();
    void findsAnInstructionByItsText();
    void worksWithoutAFile();
    void whatIsDisabledSaysWhy();
    void everyMenuEntryIsOffered();
};

void TestCommands::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    prepareApplication();
}

void TestCommands::runsACommand()
{
    WindowFixture fixture(twoStages);
    QVERIFY(fixture.isReady());
    QVERIFY(!fixture.window().findChild<ui::CommandPalette *>()); // Nothing is made before it is needed.
    QVERIFY(openPalette(fixture));
    WindowFixture::type("above text");
    WindowFixture::press(Qt::Key_Return);
    QVERIFY(fixture.settings().isStacked);
    QCOMPARE(fixture.text(), twoStages);
}

void TestCommands::goesToAStage()
{
    WindowFixture fixture(twoStages);
    QVERIFY(openPalette(fixture));
    WindowFixture::type("two");
    WindowFixture::press(Qt::Key_Return);
    QCOMPARE(fixture.selection().range().begin, std::size_t(twoStages.indexOf("FROM one")));
}

void TestCommands::goesToALine()
{
    WindowFixture fixture(twoStages);
    QVERIFY(openPalette(fixture));
    WindowFixture::type("5");
    WindowFixture::press(Qt::Key_Return);
    QCOMPARE(fixture.selection().range().begin, std::size_t(twoStages.indexOf("COPY")));
}

void TestCommands::linesThatDoNotExistSayHowManyThereAre()
{
    WindowFixture fixture(twoStages);
    ui::CommandPalette *palette = openPalette(fixture);
    WindowFixture::type("99");
    QCOMPARE(palette->model().entry(0).reason, QString("The text has 6 lines."));
    WindowFixture::press(Qt::Key_Return);
    QVERIFY(palette->isVisible());
}

void TestCommands::findsAnInstructionByItsText()
{
    WindowFixture fixture(twoStages);
    QVERIFY(openPalette(fixture));
    WindowFixture::type("run true");
    WindowFixture::press(Qt::Key_Return);
    QCOMPARE(fixture.selection().range().begin, std::size_t(twoStages.indexOf("RUN")));
}

void TestCommands::worksWithoutAFile()
{
    WindowFixture fixture(QByteArray {});
    fixture.action("view.palette")->trigger();
    const auto *palette = fixture.window().findChild<ui::CommandPalette *>();
    QVERIFY(palette && palette->isVisible());
    WindowFixture::type("save as");
    const auto *model = palette->findChild<ui::PaletteModel *>();
    QCOMPARE(model->entry(0).reason, QString("No file is open."));
}

void TestCommands::whatIsDisabledSaysWhy()
{
    WindowFixture fixture(twoStages);
    ui::PaletteContent content;
    addCommands(content, *fixture.window().menuBar(), true);
    QStringList silent;
    for (const ui::PaletteEntry &entry : content.entries)
        if (entry.reason == QString("Not possible here."))
            silent.append(entry.title);
    QCOMPARE(silent, QStringList());
}

void TestCommands::everyMenuEntryIsOffered()
{
    WindowFixture fixture(twoStages);
    ui::PaletteContent content;
    addCommands(content, *fixture.window().menuBar(), true);
    QStringList titles;
    for (const ui::PaletteEntry &entry : content.entries)
        titles.append(entry.place + ": " + entry.title);
    for (const char *expected :
         {"File: Save As…", "Edit: Undo", "Edit: Find…", "View ▸ Theme: Dark",
          "View ▸ Graph Direction: Left to Right", "View ▸ Panels: Instruction Reference"})
        QVERIFY2(titles.contains(QString(expected)), expected);
}

QTEST_MAIN(TestCommands)
#include "tst_commands.moc"
