// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include "app/app_style.h"
#include "app/disk_watch.h"
#include "app/lifetime_signals.h"
#include "app/main_window.h"
#include "app/screenshot.h"

#include <QApplication>
#include <QIcon>
#include <QSessionManager>
#include <QTimer>

namespace drydock::app {

void prepareApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("drydock"));
    // Qt lets 5 ms pass before it paints (QPlatformWindow::requestUpdate), which is most of what a keystroke takes.
    if (!qEnvironmentVariableIsSet("QT_QPA_UPDATE_IDLE_TIME"))
        qputenv("QT_QPA_UPDATE_IDLE_TIME", "0");
    QCoreApplication::setOrganizationName(QStringLiteral("drydock"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DRYDOCK_VERSION));
    QGuiApplication::setApplicationDisplayName(QString()); // The title says it already.
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.drydock_app.Drydock"));
    QApplication::setStyle(new AppStyle); // Owned by the application.
}

int runProgram(const Arguments &arguments)
{
    if (!arguments.screenshot.isEmpty())
        return takeScreenshot(arguments);

    Settings settings = Settings::load();
    Appearance appearance;
    appearance.choose(arguments.theme.value_or(settings.theme));
    const RecoveryStore recovery;
    DiskWatch watch;
    FileController files(settings, {&watch, &recovery, true}, arguments.options);
    MainWindow window(settings, appearance, files);

    LifetimeSignals signalsOfSystem;
    QObject::connect(&signalsOfSystem, &LifetimeSignals::terminated, &window, [&] {
        // Nobody can be asked now: keep everything and go.
        window.rememberState();
        files.keepAllForRecovery();
        QCoreApplication::exit(0);
    });
    QObject::connect(qApp, &QGuiApplication::commitDataRequest, &window, [&](QSessionManager &) {
        window.rememberState();
        files.keepAllForRecovery();
    });

    if (arguments.files.isEmpty() && settings.restoresSession)
        files.restoreSession();
    files.openAll(arguments.files);
    // Reads a folder: after the first picture. So is the icon, for which Qt loads all of its image formats.
    QObject::connect(&window, &MainWindow::firstPainted, &files, &FileController::offerOrphans);
    QObject::connect(&window, &MainWindow::firstPainted, &window, [] {
        QApplication::setWindowIcon(QIcon::fromTheme(QStringLiteral("io.github.drydock_app.Drydock"),
                                                     QIcon(QStringLiteral(":/icons/drydock.svg"))));
    });
    window.show();
    const int code = QApplication::exec();
    settings.save();
    return code;
}

} // namespace drydock::app
