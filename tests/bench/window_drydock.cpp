// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program as app/main.cpp starts it, but ending at its first picture. For bench_startup.
#include "app/program.h"
#include "tests/bench/first_paint.h"

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    drydock::app::prepareApplication();
    const drydock::bench::FirstPaint firstPaint;
    return drydock::app::runProgram(drydock::app::Arguments::of(QCoreApplication::arguments()));
}
