// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long the graph takes to answer to a hand: from the event to the painted picture, without the screen's own wait.
#include "tests/bench/inputs.h"
#include "tests/bench/measure.h"
#include "ui/graph/graph_pane.h"
#include "ui/graph/graph_spot.h"
#include "ui/graph/graph_view.h"

#include <QApplication>
#include <QImage>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <functional>

using namespace drydock;
using namespace drydock::bench;
using namespace drydock::ui;

namespace {

constexpr int framesPerRun = 150;

/// A pane over a file of so many stages, all of them drawn.
struct Bench {
    Document document;
    Selection selection;
    GraphPane pane {document, selection};

    explicit Bench(std::size_t stages)
    {
        document.reset(manyStages(stages));
        pane.resize(1100, 800);
        pane.show();
        pane.scene().setScope(PictureScope::All);
        while (pane.scene().isLayingOut())
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QApplication::processEvents();
    }

    void mouse(QEvent::Type type, QPoint at)
    {
        QWidget *viewport = pane.view().viewport();
        const bool isMove = type == QEvent::MouseMove;
        QMouseEvent event(type, at, viewport->mapToGlobal(at), isMove ? Qt::NoButton : Qt::LeftButton,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(viewport, &event);
    }
    /// The time of `act` and of painting what it changed.
    double frame(const std::function<void()> &act)
    {
        const auto start = Clock::now();
        act();
        pane.view().viewport()->repaint();
        return secondsSince(start) * 1000;
    }
};

void report(const std::string &what, std::vector<double> samples, const std::string &reach)
{
    const double median = percentile(samples, 0.5);
    printRow(what,
             number(median, 1) + " / " + number(percentile(samples, 0.95), 1) + " / "
                 + number(percentile(samples, 0.99), 1) + " ms",
             reach, "p50 / p95 / p99");
}

/// \param zoom 0: all of it in view.
void measureDrags(std::size_t stages, qreal zoom)
{
    Bench bench(stages);
    GraphView &view = bench.pane.view();
    NodeItem *source = bench.pane.scene().nodesInOrder()[stages / 2];
    if (zoom > 0) {
        view.setZoom(zoom);
        view.centerOn(source);
    }
    const std::string where = std::to_string(stages) + " stages, "
        + (zoom > 0 ? "at " + number(zoom * 100, 0) + " %" : std::string("all in view"));
    const QPoint port = view.mapFromScene(outPortOf(*source));
    std::vector<double> begins;
    std::vector<double> moves;
    for (int run = 0; run < 5; ++run) {
        bench.mouse(QEvent::MouseButtonPress, port);
        begins.push_back(bench.frame([&] { bench.mouse(QEvent::MouseMove, port + QPoint(20, 10)); }));
        for (int i = 0; i < framesPerRun / 5; ++i) {
            const QPoint at(100 + (i * 37) % 900, 100 + (i * 53) % 600);
            moves.push_back(bench.frame([&] { bench.mouse(QEvent::MouseMove, at); }));
        }
        bench.mouse(QEvent::MouseMove, port); // Home: a drop there does nothing.
        bench.mouse(QEvent::MouseButtonRelease, port);
    }
    report("Drag from a port begins, " + where, begins, "≤ 16 ms");
    report("Drag from a port moves, " + where, moves, "≤ 16 ms");

    const QPoint body = view.mapFromScene(source->pos() + source->frame().center() + QPointF(0, 3));
    std::vector<double> boxes;
    bench.mouse(QEvent::MouseButtonPress, body);
    for (int i = 1; i <= framesPerRun; ++i) {
        const QPoint at = body + QPoint(20 + i % 60, 20 + i % 45);
        boxes.push_back(bench.frame([&] { bench.mouse(QEvent::MouseMove, at); }));
    }
    bench.mouse(QEvent::MouseButtonRelease, body);
    report("Drag of a box moves, " + where, boxes, "≤ 16 ms");
}

void measureViews(std::size_t stages)
{
    Bench bench(stages);
    GraphView &view = bench.pane.view();
    for (const qreal zoom : {0.1, 0.3, 0.7, 1.0}) {
        view.setZoom(zoom);
        view.centerOn(bench.pane.scene().nodesInOrder()[stages / 2]);
        std::vector<double> frames;
        for (int i = 0; i < framesPerRun; ++i) {
            frames.push_back(bench.frame([&] {
                QScrollBar *bar = view.verticalScrollBar();
                bar->setValue(bar->value() + (i % 40 < 20 ? 7 : -7));
            }));
        }
        report("Pan, " + std::to_string(stages) + " stages, at " + number(zoom * 100, 0) + " %", frames,
               "≤ 16.7 ms");
    }
    view.fitAll();
    std::vector<double> frames;
    for (int i = 0; i < framesPerRun; ++i)
        frames.push_back(bench.frame([&] { view.setZoom(view.zoom() * (i % 50 < 25 ? 1.1 : 1 / 1.1)); }));
    report("Zoom from all in view, " + std::to_string(stages) + " stages", frames, "≤ 16.7 ms");
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    measureDrags(60, 0);
    measureDrags(300, 0);
    measureDrags(300, 1);
    measureViews(500);
    return 0;
}
