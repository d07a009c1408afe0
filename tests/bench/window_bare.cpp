// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The least window that bench_startup compares with: a QMainWindow with a QScintilla in it and nothing else of ours.
#include "tests/bench/first_paint.h"

#include <Qsci/qsciscintilla.h>

#include <QFile>
#include <QMainWindow>

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const drydock::bench::FirstPaint firstPaint;
    QMainWindow window;
    auto *editor = new QsciScintilla; // Owned by the window.
    QFile file(QApplication::arguments().value(1));
    if (file.open(QIODevice::ReadOnly))
        editor->setText(QString::fromUtf8(file.readAll()));
    window.setCentralWidget(editor);
    window.resize(1200, 800);
    window.show();
    return QApplication::exec();
}
