// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws the graph pane of a Dockerfile into a picture, for a person to look at. Not a test.
//   grab_graph FILE OUT.png [light|dark|hc] [WIDTH HEIGHT] [auto|lr|tb] [CARET] [all] [zoom PERCENT]
#include "ui/graph/graph_pane.h"
#include "ui/graph/graph_view.h"

#include <QApplication>
#include <QFile>
#include <QTest>

#include <cstdio>

using namespace drydock;
using namespace drydock::ui;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 3) {
        std::fprintf(stderr,
                     "usage: grab_graph FILE OUT.png [light|dark|hc] [WIDTH HEIGHT] [auto|lr|tb] …\n");
        return 2;
    }
    QFile file(arguments[1]);
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    const QString themeName = arguments.value(3, QStringLiteral("light"));
    const ThemeKind theme = themeName == QLatin1String("dark") ? ThemeKind::Dark
        : themeName == QLatin1String("hc")                     ? ThemeKind::HighContrast
                                                               : ThemeKind::Light;
    QApplication::setPalette(Theme::of(theme).palette());

    Document document;
    Selection selection;
    document.reset(file.readAll().toStdString());
    GraphPane pane(document, selection);
    pane.setTheme(theme);
    pane.resize(arguments.value(4, QStringLiteral("900")).toInt(),
                arguments.value(5, QStringLiteral("640")).toInt());
    const QString direction = arguments.value(6, QStringLiteral("auto"));
    if (direction != QLatin1String("auto")) {
        pane.setDirection(direction == QLatin1String("lr") ? DirectionChoice::LeftToRight
                                                           : DirectionChoice::TopToBottom);
    }
    pane.show();
    QTest::qWait(20);
    if (arguments.size() > 7) {
        const std::size_t caret = arguments[7].toULongLong();
        selection.set({caret, caret}, nullptr);
    }
    if (arguments.contains(QStringLiteral("all")))
        pane.scene().setScope(PictureScope::All);
    if (const auto at = arguments.indexOf(QStringLiteral("zoom")); at > 0)
        pane.view().setZoom(arguments.value(at + 1).toDouble() / 100);
    for (int i = 0; i < 100 && pane.scene().isLayingOut(); ++i)
        QTest::qWait(20);
    QTest::qWait(250);
    const bool whole = arguments.contains(QStringLiteral("whole"));
    return (whole ? pane.image(1) : pane.grab().toImage()).save(arguments[2]) ? 0 : 1;
}
