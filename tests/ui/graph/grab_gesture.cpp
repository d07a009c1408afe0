// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws the graph while a hand is at work on it, for a person to look at. Not a test.
//   grab_gesture copy|base|illegal|mount|canvas|popover|name|basefield|delete|choose|row|band|menu OUT.png [light|dark|hc] [FILE]
#include "tests/ui/graph/gesture_bench.h"

#include <QFile>

#include <cstdio>

using namespace drydock;
using namespace drydock::ui;

namespace {

const QByteArray sample = "FROM golang:1.21 AS build\n"
                          "WORKDIR /src\n"
                          "COPY . .\n"
                          "RUN go build -o /app .\n"
                          "\n"
                          "FROM node:20 AS web\n"
                          "RUN npm ci && npm run build\n"
                          "\n"
                          "FROM alpine:3.18 AS final\n"
                          "RUN apk add tini\n"
                          "COPY --from=web /dist /srv\n"
                          "COPY --from=web /fonts /fonts\n"
                          "CMD [\"app\"]\n";

void act(GestureBench &bench, const QString &what)
{
    if (what == QLatin1String("copy"))
        bench.dragTo(bench.outPort("build"), bench.body("final"));
    else if (what == QLatin1String("base"))
        bench.dragTo(bench.outPort("build"), bench.fromPort("final"));
    else if (what == QLatin1String("mount"))
        bench.dragTo(bench.outPort("build"), bench.body("web"), Qt::ControlModifier);
    else if (what == QLatin1String("illegal"))
        bench.dragTo(bench.outPort("final"), bench.body("web"));
    else if (what == QLatin1String("canvas"))
        bench.dragTo(bench.outPort("build"), bench.canvas());
    else if (what == QLatin1String("popover"))
        bench.drag(bench.outPort("build"), bench.body("final"));
    else if (what == QLatin1String("name")) {
        bench.doubleClick(bench.name("build"));
        bench.keys("web");
    } else if (what == QLatin1String("basefield"))
        bench.doubleClick(bench.base("final"));
    else if (what == QLatin1String("delete")) {
        bench.click(bench.onScreen(bench.edge(EdgeKind::Copy)->path().pointAtPercent(0.5)));
        bench.key(Qt::Key_Delete);
    } else if (what == QLatin1String("stage")) {
        bench.click(bench.body("web"));
        bench.key(Qt::Key_Delete);
    } else if (what == QLatin1String("choose")) {
        bench.click(bench.body("build"));
        bench.key(Qt::Key_C);
    } else if (what == QLatin1String("reconnect"))
        bench.dragTo(bench.onScreen(bench.edge(EdgeKind::Copy)->path().pointAtPercent(0.4)),
                     bench.body("build"));
    else if (what == QLatin1String("row"))
        bench.dragTo(bench.row("build", 1), bench.row("build", 2) + QPoint(0, 6));
    else if (what == QLatin1String("band"))
        bench.dragTo({5, 5}, {500, 400}, Qt::ShiftModifier);
    else if (what == QLatin1String("move"))
        bench.drag(bench.body("web"), bench.body("web") + QPoint(60, 90));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 3) {
        std::fprintf(stderr, "usage: grab_gesture WHAT OUT.png [light|dark|hc] [FILE]\n");
        return 2;
    }
    const QString themeName = arguments.value(3, QStringLiteral("light"));
    const ThemeKind theme = themeName == QLatin1String("dark") ? ThemeKind::Dark
        : themeName == QLatin1String("hc")                     ? ThemeKind::HighContrast
                                                               : ThemeKind::Light;
    QApplication::setPalette(Theme::of(theme).palette());
    QByteArray text = sample;
    if (QFile file(arguments.value(4)); arguments.size() > 4 && file.open(QIODevice::ReadOnly))
        text = file.readAll();
    GestureBench bench(text, {1100, 700});
    bench.pane.setTheme(theme);
    QTest::qWait(20);
    act(bench, arguments[1]);
    QTest::qWait(250);
    return bench.pane.grab().save(arguments[2]) ? 0 : 1;
}
