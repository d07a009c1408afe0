// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/key_field.h"
#include "app/program.h"
#include "app/shortcut_dialog.h"
#include "app/shortcuts.h"
#include "window_fixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>
#include <QTreeView>

using namespace drydock;
using namespace drydock::app;

namespace {

const QByteArray twoStages = "FROM alpine AS one\nRUN true\n\nFROM one AS two\nCOPY --from=one /a /b\n";

QKeySequence keyOf(const char *text)
{
    return QKeySequence(QString::fromLatin1(text), QKeySequence::PortableText);
}

/// Lets `act` happen to the dialog that the window opens.
template <typename Act>
void inDialog(WindowFixture &fixture, Act act)
{
    bool isDone = false;
    QTimer::singleShot(0, &fixture.window(), [&] {
        auto *dialog = qobject_cast<ShortcutDialog *>(QApplication::activeModalWidget());
        if (dialog) {
            act(*dialog);
            isDone = true;
            dialog->close();
        }
    });
    fixture.action("settings.shortcuts")->trigger();
    QVERIFY(isDone);
}

/// Chooses a command in the dialog by what it is called.
void choose(ShortcutDialog &dialog, const QString &words)
{
    auto *filter = dialog.findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
    filter->setText(words);
    auto *view = dialog.findChild<QTreeView *>();
    view->setCurrentIndex(view->model()->index(0, 0));
}

void press(ShortcutDialog &dialog, const char *button)
{
    QTest::mouseClick(dialog.findChild<QPushButton *>(QLatin1String(button)), Qt::LeftButton);
}

QString noteOf(const ShortcutDialog &dialog)
{
    return dialog.findChildren<QLabel *>().back()->text();
}

} // namespace

class TestShortcuts : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void noTwoActionsShareAKey();
    void keysOfTheTableExist_data();
    void keysOfTheTableExist();
    void everyActionInAMenuHasAName();
    void chosenKeysReachEveryView();
    void chosenKeysAreStored();
    void unknownNamesAreKept();
    void findsTheHolderOfAKey();
    void plainKeysBelongToTheGraph_data();
    void plainKeysBelongToTheGraph();
    void dialogAssignsAFreeKey();
    void dialogSaysWhoHasAKeyAndTakesIt();
    void dialogRefusesALetter();
    void dialogResets();
    void dialogListsTextActionsWithoutAFile();
};

void TestShortcuts::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName("drydock-test");
    prepareApplication();
}

/// What listens in the same place must not have the same key: Qt would do neither.
void TestShortcuts::noTwoActionsShareAKey()
{
    WindowFixture fixture(twoStages);
    QVERIFY(fixture.isReady());
    QStringList clashes;
    const QList<QAction *> actions = fixture.window().findChildren<QAction *>();
    const auto isEverywhere = [](const QAction *action) {
        return action->shortcutContext() == Qt::WindowShortcut
            || action->shortcutContext() == Qt::ApplicationShortcut;
    };
    for (qsizetype i = 0; i < actions.size(); ++i) {
        for (qsizetype j = i + 1; j < actions.size(); ++j) {
            const bool meet = isEverywhere(actions[i]) || isEverywhere(actions[j])
                || actions[i]->parent() == actions[j]->parent();
            if (!meet)
                continue;
            for (const QKeySequence &key : actions[i]->shortcuts())
                if (actions[j]->shortcuts().contains(key))
                    clashes.append(
                        QStringLiteral("%1: %2, %3")
                            .arg(key.toString(), actions[i]->objectName(), actions[j]->objectName()));
        }
    }
    QCOMPARE(clashes, QStringList());
}

void TestShortcuts::keysOfTheTableExist_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("action");
    const auto row
        = [](const char *key, const char *action) { QTest::addRow("%s, %s", key, action) << key << action; };
    row("Ctrl+N", "file.new");
    row("Ctrl+O", "file.open");
    row("Ctrl+S", "file.save");
    row("Ctrl+Shift+S", "file.saveAs");
    row("Ctrl+W", "file.close");
    row("Ctrl+Q", "file.quit");
    row("F5", "file.reload");
    row("Ctrl+Z", "edit.undo");
    row("Ctrl+Shift+Z", "edit.redo");
    row("Ctrl+F", "text.find");
    row("F3", "text.findNext");
    row("Shift+F3", "text.findPrevious");
    row("Ctrl+R", "text.replace");
    row("Ctrl+G", "text.goTo");
    row("Ctrl+Alt+I", "view.palette");
    row("F6", "view.nextPane");
    row("Shift+F6", "view.previousPane");
    row("Ctrl+2", "problems.list");
    row("Ctrl++", "view.zoomIn");
    row("Ctrl+-", "view.zoomOut");
    row("Ctrl+0", "view.zoomReset");
    row("Ctrl+9", "view.fit");
    row("F7", "view.stacked");
    row("F8", "problems.next");
    row("Shift+F8", "problems.previous");
    row("F11", "view.fullScreen");
    row("Shift+F11", "view.presentation");
    row("F12", "edit.definition");
    row("Shift+F12", "edit.references");
    row("Ctrl+E", "graph.export");
    row("Ctrl+Shift+C", "graph.copyImage");
    row("F1", "help.reference");
    row("Shift+F1", "help.whatsThis");
    row("F4", "panel.inspector");
    // In the graph.
    row("F2", "graph.rename");
    row("Del", "graph.remove");
    row("Ctrl+D", "graph.duplicate");
    row("Ctrl+C", "graph.copy");
    row("Ctrl+V", "graph.paste");
    row("N", "graph.newStage");
    row("C", "graph.copyFrom");
    row("Shift+C", "graph.mount");
    row("B", "graph.changeBase");
    row("E", "graph.reconnect");
    row("L", "graph.tidy");
    row("T", "graph.setTarget");
    row("Space", "graph.expand");
    row("Alt+Shift+Up", "graph.moveUp");
    row("Alt+Shift+Down", "graph.moveDown");
    row("Alt+Shift+Up", "rail.moveUp");
}

void TestShortcuts::keysOfTheTableExist()
{
    QFETCH(QString, key);
    QFETCH(QString, action);
    WindowFixture fixture(twoStages);
    const QAction *found = fixture.action(qPrintable(action));
    QVERIFY2(found, qPrintable(action));
    QVERIFY2(found->shortcuts().contains(QKeySequence(key)),
             qPrintable(QKeySequence::listToString(found->shortcuts())));
}

void TestShortcuts::everyActionInAMenuHasAName()
{
    WindowFixture fixture(twoStages);
    QStringList nameless;
    QSet<QString> names;
    QList<QMenu *> menus;
    for (const QAction *action : fixture.window().menuBar()->actions())
        menus.append(action->menu());
    while (!menus.isEmpty()) {
        const QMenu *menu = menus.takeFirst();
        for (QAction *action : menu->actions()) {
            if (action->menu())
                menus.append(action->menu());
            else if (!action->isSeparator() && action->objectName().isEmpty()
                     && menu->title() != QStringLiteral("Open &Recent"))
                nameless.append(action->text());
        }
    }
    QCOMPARE(nameless, QStringList());
}

void TestShortcuts::chosenKeysReachEveryView()
{
    Settings settings;
    settings.keys = {{"file.save", {"Ctrl+Alt+S"}}, {"text.find", {}}, {"text.toggleComment", {"Ctrl+K"}}};
    WindowFixture fixture(twoStages, settings);
    QCOMPARE(fixture.action("file.save")->shortcut(), keyOf("Ctrl+Alt+S"));
    QVERIFY(fixture.action("text.find")->shortcuts().isEmpty());
    fixture.tab().focusPane(EditorTab::Pane::Text);
    WindowFixture::press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY2(fixture.text().startsWith("# FROM"), fixture.text());
}

void TestShortcuts::chosenKeysAreStored()
{
    QSettings().clear();
    Settings settings;
    settings.keys = {{"file.save", {"Ctrl+Alt+S", "Ctrl+K, Ctrl+,"}}, {"text.find", {}}};
    settings.save();
    QCOMPARE(Settings::load().keys, settings.keys);
    settings.keys.remove("text.find");
    settings.save();
    QCOMPARE(Settings::load().keys, settings.keys);
    QSettings().clear();
}

void TestShortcuts::unknownNamesAreKept()
{
    ChosenKeys chosen {{"from.a.later.version", {"F9"}}};
    Shortcuts shortcuts(chosen);
    QAction action(QStringLiteral("&One && Two"));
    action.setObjectName(QStringLiteral("one"));
    action.setShortcut(keyOf("F2"));
    shortcuts.adopt(action, KeyScope::Window, {});
    QCOMPARE(shortcuts.find("one")->text, QString("One & Two"));
    shortcuts.setKeys("one", {keyOf("F4")});
    QCOMPARE(chosen, (ChosenKeys {{"from.a.later.version", {"F9"}}, {"one", {"F4"}}}));
    shortcuts.setKeys("one", {keyOf("F2")}); // The default needs no remembering.
    QCOMPARE(chosen, (ChosenKeys {{"from.a.later.version", {"F9"}}}));
}

void TestShortcuts::findsTheHolderOfAKey()
{
    ChosenKeys chosen;
    Shortcuts shortcuts(chosen);
    std::vector<std::unique_ptr<QAction>> actions;
    const auto add = [&](const char *name, const char *key, KeyScope scope) {
        actions.push_back(std::make_unique<QAction>());
        actions.back()->setObjectName(QLatin1String(name));
        actions.back()->setShortcut(keyOf(key));
        shortcuts.adopt(*actions.back(), scope, {});
    };
    add("everywhere", "Ctrl+A", KeyScope::Window);
    add("inText", "Ctrl+B", KeyScope::Text);
    add("inGraph", "Ctrl+B", KeyScope::Graph);
    add("chord", "Ctrl+K, Ctrl+X", KeyScope::Window);
    const auto holder = [&](const char *key, const char *id) {
        const BoundAction *found = shortcuts.holderOf(keyOf(key), QLatin1String(id));
        return found ? found->id : QString();
    };
    QCOMPARE(holder("Ctrl+A", "inText"), QString("everywhere"));
    QCOMPARE(holder("Ctrl+A", "everywhere"), QString());
    QCOMPARE(holder("Ctrl+B", "inText"), QString()); // Text and graph do not listen together.
    QCOMPARE(holder("Ctrl+B", "everywhere"), QString("inText"));
    QCOMPARE(holder("Ctrl+K", "everywhere"), QString("chord")); // It would never get to its second key.
}

void TestShortcuts::plainKeysBelongToTheGraph_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("mayBeEverywhere");
    QTest::newRow("a letter") << "N" << false;
    QTest::newRow("a capital letter") << "Shift+N" << false;
    QTest::newRow("delete") << "Del" << false;
    QTest::newRow("an arrow") << "Up" << false;
    QTest::newRow("a letter with Ctrl") << "Ctrl+N" << true;
    QTest::newRow("an arrow with Alt and Shift") << "Alt+Shift+Up" << true;
    QTest::newRow("a function key") << "F9" << true;
    QTest::newRow("a function key with Shift") << "Shift+F9" << true;
    QTest::newRow("a letter beyond ASCII") << "Ä" << false;
}

void TestShortcuts::plainKeysBelongToTheGraph()
{
    QFETCH(QString, key);
    QTEST(Shortcuts::mayBeUsed(QKeySequence(key), KeyScope::Window), "mayBeEverywhere");
    QTEST(Shortcuts::mayBeUsed(QKeySequence(key), KeyScope::Text), "mayBeEverywhere");
    QVERIFY(Shortcuts::mayBeUsed(QKeySequence(key), KeyScope::Graph));
}

void TestShortcuts::dialogAssignsAFreeKey()
{
    WindowFixture fixture(twoStages);
    inDialog(fixture, [](ShortcutDialog &dialog) {
        choose(dialog, "save all");
        QTest::keyClick(dialog.findChild<KeyField *>(), Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(noteOf(dialog), QString("This key is free."));
        press(dialog, "assign");
    });
    QCOMPARE(fixture.action("file.saveAll")->shortcut(), keyOf("Ctrl+Alt+L"));
    QCOMPARE(fixture.settings().keys, (ChosenKeys {{"file.saveAll", {"Ctrl+Alt+L"}}}));
}

void TestShortcuts::dialogSaysWhoHasAKeyAndTakesIt()
{
    WindowFixture fixture(twoStages);
    inDialog(fixture, [](ShortcutDialog &dialog) {
        choose(dialog, "save all");
        QTest::keyClick(dialog.findChild<KeyField *>(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(noteOf(dialog), QString("“Save” has this key. Assigning it here takes it from there."));
        press(dialog, "assign");
    });
    QCOMPARE(fixture.action("file.saveAll")->shortcut(), keyOf("Ctrl+S"));
    QVERIFY(fixture.action("file.save")->shortcuts().isEmpty());
}

void TestShortcuts::dialogRefusesALetter()
{
    WindowFixture fixture(twoStages);
    inDialog(fixture, [](ShortcutDialog &dialog) {
        choose(dialog, "save all");
        QTest::keyClick(dialog.findChild<KeyField *>(), Qt::Key_X);
        QVERIFY2(noteOf(dialog).startsWith("“X” types something."), qPrintable(noteOf(dialog)));
        press(dialog, "assign");
    });
    QVERIFY(fixture.action("file.saveAll")->shortcuts().isEmpty());
}

void TestShortcuts::dialogResets()
{
    Settings settings;
    settings.keys = {{"file.save", {"Ctrl+Alt+S"}}, {"file.new", {}}};
    WindowFixture fixture(twoStages, settings);
    inDialog(fixture, [](ShortcutDialog &dialog) {
        choose(dialog, "ctrl+alt+s");
        press(dialog, "reset");
    });
    QCOMPARE(fixture.action("file.save")->shortcut(), keyOf("Ctrl+S"));
    QVERIFY(fixture.action("file.new")->shortcuts().isEmpty());
    inDialog(fixture, [](ShortcutDialog &dialog) { press(dialog, "resetAll"); });
    QCOMPARE(fixture.action("file.new")->shortcut(), keyOf("Ctrl+N"));
    QVERIFY(fixture.settings().keys.isEmpty());
}

void TestShortcuts::dialogListsTextActionsWithoutAFile()
{
    WindowFixture fixture(QByteArray {});
    inDialog(fixture, [](ShortcutDialog &dialog) {
        choose(dialog, "toggle comment");
        QCOMPARE(dialog.findChild<QTreeView *>()->model()->rowCount(), 1);
    });
}

QTEST_MAIN(TestShortcuts)
#include "tst_shortcuts.moc"
