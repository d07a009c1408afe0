// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/files_beside.h"
#include "app/program.h"
#include "model/refactor/refactor_registry.h"
#include "ui/changes/changes_panel.h"
#include "ui/changes/tick_row.h"
#include "ui/text/text_view.h"
#include "window_fixture.h"

#include <QCheckBox>
#include <QDir>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStandardPaths>

using namespace drydock;
using namespace drydock::app;

namespace {

const QByteArray twoCopies
    = "FROM alpine:3.20 AS one\r\nRUN true\r\n\r\nFROM alpine:3.20\r\n"
      "COPY --from=one /a /b\r\n# why\r\ncopy --from=one /c /d\r\nUSER 1000\r\nCMD [\"/b\"]";

QMenu *refactorMenu(MainWindow &window)
{
    for (QMenu *menu : window.findChildren<QMenu *>())
        if (menu->title() == QStringLiteral("&Refactor"))
            return menu;
    return nullptr;
}

QPushButton *button(QWidget &panel, const QString &label)
{
    for (QPushButton *each : panel.findChildren<QPushButton *>())
        if (each->text().remove(u'&') == label && each->isVisible())
            return each;
    return nullptr;
}

} // namespace

/// From the menu to the changed text and back.
class TestRefactorMenu : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        prepareApplication();
    }

    void everyRefactoringIsInTheMenu()
    {
        WindowFixture fixture(twoCopies);
        QMenu *menu = refactorMenu(fixture.window());
        QVERIFY(menu);
        for (const Refactoring &each : refactorings()) {
            const std::string id = "refactor." + std::string(each.id);
            QVERIFY2(menu->actions().contains(fixture.action(id.c_str())), id.c_str());
        }
        // The card's menu has them too.
        for (QMenu *each : fixture.window().findChildren<QMenu *>())
            if (each->title() == QStringLiteral("&Stage"))
                QVERIFY(each->actions().contains(menu->menuAction()));
    }

    void applyIsOneStepThatUndoTakesBack()
    {
        WindowFixture fixture(twoCopies);
        QVERIFY(fixture.isReady());
        fixture.action("refactor.copy-link")->trigger();
        auto *panel = fixture.window().findChild<ui::ChangesPanel *>();
        QVERIFY(panel && panel->isVisible() && panel->draft());
        QVERIFY(QApplication::focusWidget() != panel && panel->isAncestorOf(QApplication::focusWidget()));
        QCoreApplication::processEvents();
        QCOMPARE(fixture.text(), twoCopies);
        const Proposal &proposal = panel->draft()->proposal();
        QVERIFY2(!proposal.isBlocked(), inEnglish(proposal.reason).c_str());
        std::vector<ui::TickRow *> optional;
        for (ui::TickRow *row : panel->findChildren<ui::TickRow *>())
            if (row->isVisible() && row->box()->isChecked() && row->box()->isEnabled())
                optional.push_back(row);
        QCOMPARE(optional.size(), std::size_t(2));
        optional[1]->box()->click();
        for (ui::TickRow *row : panel->findChildren<ui::TickRow *>())
            if (row->isVisible() && !row->box()->isChecked() && row != optional[1])
                row->box()->click(); // Assumptions.
        const QByteArray wanted
            = QByteArray(twoCopies).replace("COPY --from=one /a", "COPY --link --from=one /a");
        QVERIFY2(button(*panel, QStringLiteral("Apply"))->isEnabled(),
                 qPrintable(button(*panel, QStringLiteral("Apply"))->toolTip()));
        QTest::keyClick(optional[0]->box(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(fixture.text().contains("--link") && fixture.text().contains("copy --from=one /c"),
                 fixture.text().constData());
        QVERIFY(!panel->isVisible());
        QVERIFY(fixture.tab().isAncestorOf(QApplication::focusWidget()));
        QCOMPARE(fixture.document().undoStack().count(), 1);
        fixture.action("edit.undo")->trigger();
        QCOMPARE(fixture.text(), twoCopies);
    }

    void whatIsBlockedSaysWhy()
    {
        WindowFixture fixture("FROM scratch\n");
        QMenu *menu = refactorMenu(fixture.window());
        QAction *action = fixture.action("refactor.copy-link");
        emit menu->aboutToShow();
        QVERIFY(!action->isEnabled());
        QVERIFY(!action->toolTip().isEmpty());
        QCOMPARE(reasonOf(*action, true), action->toolTip());
        // Its key goes on working: the panel says the same.
        emit menu->aboutToHide();
        QVERIFY(action->isEnabled());
        action->trigger();
        auto *panel = fixture.window().findChild<ui::ChangesPanel *>();
        QVERIFY(panel->draft()->proposal().isBlocked());
        QVERIFY(!button(*panel, QStringLiteral("Apply"))->isEnabled());
        QTest::keyClick(panel, Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
    }

    void withoutAFileThereIsNothingToDo()
    {
        WindowFixture fixture {QByteArray()};
        QMenu *menu = refactorMenu(fixture.window());
        emit menu->aboutToShow();
        emit menu->aboutToHide();
        for (const QAction *action : menu->actions())
            QVERIFY(action->isSeparator() || !action->isEnabled());
        fixture.action("panel.changes")->trigger();
        QVERIFY(fixture.window().findChild<ui::ChangesPanel *>()->isVisible());
    }

    void anotherTabEndsWhatIsProposed()
    {
        WindowFixture fixture(twoCopies);
        fixture.action("refactor.copy-link")->trigger();
        auto *panel = fixture.window().findChild<ui::ChangesPanel *>();
        fixture.action("file.new")->trigger();
        QVERIFY(!panel->draft());
        fixture.action("file.close")->trigger();
        fixture.action("refactor.copy-link")->trigger();
        QVERIFY(panel->draft());
        fixture.action("file.close")->trigger();
        QVERIFY(!panel->draft());
    }

    void touchingAFileNeedsNoProposal()
    {
        WindowFixture fixture(twoCopies);
        fixture.action("refactor.touch")->trigger();
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        QVERIFY(!fixture.window().findChild<ui::ChangesPanel *>()->draft());
    }

    void writesFilesBeside()
    {
        const QTemporaryDir folder;
        const QString dockerfile = folder.filePath(QStringLiteral("Dockerfile"));
        const QString ignore = folder.filePath(QStringLiteral(".dockerignore"));
        const auto bytes = [&ignore] {
            QFile file(ignore);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
        };
        QCOMPARE(writeBeside(dockerfile, nullptr, {{".dockerignore", "a\n"}}), QString());
        QCOMPARE(bytes(), QByteArray("a\n"));
        // What somebody else has written stays.
        QVERIFY(!writeBeside(dockerfile, nullptr, {{".dockerignore", "b\n"}}).isEmpty());
        QCOMPARE(bytes(), QByteArray("a\n"));
        const auto known = readBuildContext(folder.path().toStdString(), "Dockerfile");
        QVERIFY(known.has_value());
        QCOMPARE(writeBeside(dockerfile, &*known, {{".dockerignore", "b\n"}}), QString());
        QCOMPARE(bytes(), QByteArray("b\n"));
        // Nothing is written outside.
        QCOMPARE(writeBeside(dockerfile, nullptr, {{"../escaped", "x"}}), QString());
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("escaped"))));
        QVERIFY(!writeBeside(dockerfile, nullptr, {{"no/folder/x", "x"}}).isEmpty());
    }
};

QTEST_MAIN(TestRefactorMenu)
#include "tst_refactor_menu.moc"
