// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pictures of the window while it works with the engine that DOCKER_HOST names, to be judged by eye:
// grab_engine FOLDER FILE [THEME [REFACTORING]]
#include "app/file_controller.h"
#include "app/main_window.h"
#include "app/program.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QTimer>

using namespace drydock::app;

namespace {

void settle(int milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
}

QAction *actionNamed(const MainWindow &window, const char *name)
{
    return window.findChild<QAction *>(QLatin1String(name));
}

QPushButton *buttonNamed(const QWidget &window, const QString &text)
{
    for (auto *button : window.findChildren<QPushButton *>()) {
        if (button->isVisible() && QString(button->text()).remove(u'&') == text)
            return button;
    }
    return nullptr;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    const QApplication application(argc, argv);
    prepareApplication();
    const QString theme = argc > 3 ? QString::fromLocal8Bit(argv[3]) : QStringLiteral("light");
    Settings settings;
    settings.isPersistent = false;
    Appearance appearance;
    ThemeChoice choice = ThemeChoice::Light;
    if (!readThemeChoice(theme, choice))
        return 2;
    appearance.choose(choice);
    FileController files(settings, {nullptr, nullptr, true}, {});
    MainWindow window(settings, appearance, files);
    window.resize(1400, 880);
    if (!files.open(QString::fromLocal8Bit(argv[2])))
        return 1;
    window.show();
    settle(400);
    const auto take = [&](const char *name) {
        settle(300);
        window.grab().save(
            QStringLiteral("%1/%2-%3.png").arg(QString::fromLocal8Bit(argv[1]), QLatin1String(name), theme));
    };
    const auto takeDialog = [&](const char *name) {
        QTimer::singleShot(1500, &window, [&, name] {
            if (auto *dialog = window.findChild<QDialog *>()) {
                dialog->grab().save(QStringLiteral("%1/%2-%3.png")
                                        .arg(QString::fromLocal8Bit(argv[1]), QLatin1String(name), theme));
                dialog->reject();
            }
        });
        actionNamed(window, name)->trigger();
        settle(2000);
    };
    const QAction *build = actionNamed(window, "build.build");
    const auto waitForBuild = [&] {
        settle(200);
        QElapsedTimer clock;
        clock.start();
        while (!build->isEnabled() && clock.elapsed() < 400'000)
            settle(100);
    };
    actionNamed(window, "build.build")->trigger();
    settle(600);
    take("engine-building");
    waitForBuild();
    take("engine-built");
    actionNamed(window, "panel.size")->trigger();
    take("engine-size");
    for (auto *tabs : window.findChildren<QTabWidget *>()) {
        if (!tabs->isVisible() || tabs->count() < 4)
            continue;
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            settle(200);
            if (QPushButton *read = buttonNamed(window, QStringLiteral("Read the Image's Files"))) {
                read->click();
                settle(8000);
            }
            take(qPrintable(QStringLiteral("engine-size-%1").arg(i)));
        }
    }
    if (argc > 4) {
        actionNamed(window, qPrintable(QStringLiteral("refactor.%1").arg(QString::fromLocal8Bit(argv[4]))))
            ->trigger();
        settle(800);
        if (QPushButton *tryIt = buttonNamed(window, QStringLiteral("Build and Compare")))
            tryIt->click();
        waitForBuild();
        actionNamed(window, "panel.size")->trigger();
        actionNamed(window, "panel.size")->trigger();
        take("engine-compare");
        for (auto *box : window.findChildren<QComboBox *>()) {
            if (box->accessibleName() != QLatin1String("What is compared") || !box->isVisible())
                continue;
            box->setCurrentIndex(1);
            emit box->activated(1);
        }
        if (QPushButton *read = buttonNamed(window, QStringLiteral("Read the Files of Both"))) {
            read->click();
            settle(12'000);
        }
        take("engine-compare-files");
    }
    takeDialog("build.options");
    takeDialog("build.image");
    actionNamed(window, "panel.verify")->trigger();
    settle(400);
    take("engine-verify");
    if (QPushButton *run = buttonNamed(window, QStringLiteral("Run and Verify"))) {
        run->click();
        settle(9000);
        take("engine-verified");
    }
    return 0;
}
