// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshot.h"

#include "app/main_window.h"

#include <QApplication>
#include <QPixmap>

#include <cstdio>

namespace drydock::app {
namespace {

int refuse(const QString &sentence)
{
    std::fprintf(stderr, "drydock: %s\n", sentence.toLocal8Bit().constData());
    return 1;
}

} // namespace

int takeScreenshot(const Arguments &arguments)
{
    Settings settings;
    settings.isPersistent = false;
    QApplication::setCursorFlashTime(0);
    Appearance appearance;
    appearance.choose(arguments.theme.value_or(ThemeChoice::Auto));
    FileController files(settings, {}, arguments.options);
    QString trouble;
    QObject::connect(&files, &FileController::problem, &files,
                     [&trouble](const QString &text) { trouble = text; });
    MainWindow window(settings, appearance, files);
    window.setAttribute(Qt::WA_DontShowOnScreen);
    window.resize(arguments.size);
    if (!files.openAll(arguments.files))
        return refuse(trouble);
    window.show();
    // Layouts settle, views fit themselves.
    for (int turn = 0; turn < 5; ++turn)
        QCoreApplication::processEvents();
    const QPixmap picture = window.grab();
    if (picture.isNull() || !picture.save(arguments.screenshot, "PNG"))
        return refuse(QCoreApplication::translate("screenshot", "The picture “%1” could not be written.")
                          .arg(arguments.screenshot));
    return 0;
}

} // namespace drydock::app
