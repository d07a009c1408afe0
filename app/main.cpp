// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include <QApplication>

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    drydock::app::prepareApplication();
    return drydock::app::runProgram(drydock::app::Arguments::of(QCoreApplication::arguments()));
}
