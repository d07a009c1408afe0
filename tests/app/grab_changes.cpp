// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pictures of a refactoring before it happens, to be judged by eye: grab_changes FOLDER FILE REFACTORING [THEME [SIZE [KEY=VALUE…]]]
#include "app/editor_tab.h"
#include "app/file_controller.h"
#include "app/main_window.h"
#include "app/open_file.h"
#include "app/program.h"
#include "ui/changes/changes_panel.h"
#include "ui/changes/touch_pane.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QTest>

using namespace drydock;
using namespace drydock::app;

int main(int argc, char **argv)
{
    if (argc < 4)
        return 2;
    QApplication application(argc, argv);
    prepareApplication();
    const QString folder = QString::fromLocal8Bit(argv[1]);
    const QString refactoring = QString::fromLocal8Bit(argv[3]);
    const QString theme = argc > 4 ? QString::fromLocal8Bit(argv[4]) : QStringLiteral("light");
    const QStringList size = QString::fromLocal8Bit(argc > 5 ? argv[5] : "1400x900").split(u'x');
    Settings settings;
    settings.isPersistent = false;
    Appearance appearance;
    ThemeChoice choice = ThemeChoice::Light;
    if (!readThemeChoice(theme, choice) || size.size() != 2)
        return 2;
    appearance.choose(choice);
    FileController files(settings, {nullptr, nullptr, true}, {});
    MainWindow window(settings, appearance, files);
    window.resize(size[0].toInt(), size[1].toInt());
    if (!files.open(QString::fromLocal8Bit(argv[2])))
        return 1;
    window.show();
    QTest::qWait(600); // The folder is read meanwhile.
    const auto take = [&](const char *name) {
        QTest::qWait(200);
        window.grab().save(QStringLiteral("%1/%2-%3-%4-%5.png")
                               .arg(folder, refactoring, QLatin1String(name), theme, size[0]));
    };
    auto *action = window.findChild<QAction *>(QStringLiteral("refactor.") + refactoring);
    if (!action)
        return 3;
    action->trigger();
    take("text");
    auto *panel = window.findChild<ui::ChangesPanel *>();
    panel->showTouch();
    const auto context = window.currentTab()->file().document().analysis().settings.folder;
    for (const ContextEntry &entry : context ? context->entries() : std::vector<ContextEntry>())
        if (entry.kind == EntryKind::File && entry.isSent)
            panel->findChild<ui::TouchPane *>()->touch(QString::fromStdString(entry.path));
    take("touch");
    return 0;
}
