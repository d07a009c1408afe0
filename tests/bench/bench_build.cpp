// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The real window while an engine builds and prints 200,000 lines a second: how long a key has to
// wait; how soon a size is shown when the engine has said it; what memory all of it takes.
#include "app/file_controller.h"
#include "app/main_window.h"
#include "app/program.h"
#include "tests/bench/flooding_engine.h"
#include "tests/bench/measure.h"
#include "ui/build/build_panel.h"
#include "ui/size/size_panel.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <atomic>
#include <thread>

using namespace drydock;
using namespace drydock::bench;

namespace {

constexpr int linesPerSecond = 200'000;
constexpr int lines = 1'000'000;
constexpr int patience = 60'000; ///< Milliseconds.

/// Asks for the window's thread every millisecond, as a key would, and notes how long it had to wait.
class Knocks final : public QObject {
public:
    Knocks()
        : m_thread([this] { knock(); })
    { }
    Knocks(const Knocks &) = delete;
    Knocks &operator=(const Knocks &) = delete;
    ~Knocks() override
    {
        m_isOver = true;
        m_thread.join();
    }
    /// Milliseconds, of the time since reset(). The window's thread only.
    std::vector<double> &waits() { return m_waits; }
    void reset() { m_waits.clear(); }

private:
    void knock()
    {
        while (!m_isOver) {
            m_isWaiting = true;
            const auto begin = Clock::now();
            QMetaObject::invokeMethod(
                this,
                [this, begin] {
                    m_waits.push_back(secondsSince(begin) * 1000);
                    m_isWaiting = false;
                },
                Qt::QueuedConnection);
            do
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            while (m_isWaiting && !m_isOver);
        }
    }

    std::vector<double> m_waits;
    std::atomic<bool> m_isOver = false;
    std::atomic<bool> m_isWaiting = false;
    std::thread m_thread; ///< The last: it uses the others.
};

/// A line of /proc/self/status in MB.
double memory(const char *name)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.simplified().split(' ').value(1).toDouble() / 1000;
    }
    return 0;
}

template <typename Condition>
bool waitFor(Condition condition)
{
    QElapsedTimer clock;
    clock.start();
    while (!condition() && clock.elapsed() < patience)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return condition();
}

} // namespace

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    const QTemporaryDir folder;
    const FloodingEngine engine(folder.filePath(QStringLiteral("engine")).toStdString(), linesPerSecond,
                                lines);
    if (!folder.isValid() || !engine.isListening())
        return 1;
    qputenv("DOCKER_HOST", "unix://" + QFile::encodeName(folder.filePath(QStringLiteral("engine"))));
    const QApplication application(argc, argv);
    app::prepareApplication();
    QFile file(folder.filePath(QStringLiteral("Dockerfile")));
    if (!file.open(QIODevice::WriteOnly) || file.write("FROM alpine:3.20\nRUN seq 1 1000000\n") < 0)
        return 1;
    file.close();
    app::Settings settings;
    settings.isPersistent = false;
    app::Appearance appearance;
    app::FileController files(settings, {}, {});
    app::MainWindow window(settings, appearance, files);
    window.resize(1400, 900);
    window.show();
    if (!files.open(file.fileName()))
        return 1;
    auto *build = window.findChild<QAction *>(QStringLiteral("build.build"));
    window.findChild<QAction *>(QStringLiteral("panel.size"))->trigger();
    window.findChild<QAction *>(QStringLiteral("panel.build"))->trigger();
    QElapsedTimer rest;
    rest.start();
    waitFor([&] { return rest.elapsed() > 1500; });
    const double idle = memory("VmRSS");
    Knocks knocks;
    const auto *panel = window.findChild<ui::BuildPanel *>();
    const auto *size = window.findChild<ui::SizePanel *>();
    build->trigger();
    if (!waitFor([&] { return panel->phase() == ui::BuildPhase::Running && !panel->logText().isEmpty(); }))
        return 1;
    knocks.reset();
    QElapsedTimer clock;
    clock.start();
    // The stage's size in the panel: when there is one, it can be chosen.
    const bool isShown = waitFor([&] { return bool(size->stage()); });
    const double late = double(Clock::now().time_since_epoch().count() - engine.historySentAt()) / 1e6;
    const double seconds = double(clock.elapsed()) / 1000;
    if (!isShown || engine.historySentAt() == 0)
        return 1;
    std::vector<double> waits = knocks.waits();
    const std::string typical
        = number(percentile(waits, 0.5), 1) + " / " + number(percentile(waits, 0.99), 1);
    printRow("A key waits while 200,000 lines/s arrive, p50/p99/longest",
             typical + " / " + number(waits.back(), 1) + " ms", "≤ 16 ms",
             number(double(lines) / 1e6, 1) + " M lines in " + number(seconds, 1) + " s, "
                 + std::to_string(waits.size()) + " times");
    printRow("Engine's answer → size in the window", number(late, 1) + " ms", "≤ 100 ms", "");
    printRow("Memory of that build, above the idle window", number(memory("VmHWM") - idle, 1) + " MB",
             "≤ 32 MB", "idle " + number(idle, 0) + " MB");
    return 0;
}
