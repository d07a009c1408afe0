// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unistd.h>

#include <QApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace drydock::bench {

/// Ends the process as soon as the first picture of a window is complete, and prints the milliseconds since
/// $DRYDOCK_BENCH_START (steady clock, nanoseconds).
class FirstPaint final : public QObject {
public:
    FirstPaint() { qApp->installEventFilter(this); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && watched->isWidgetType() && !m_isDone) {
            m_isDone = true;
            // The rest of the picture is painted before the event loop comes back to us.
            QTimer::singleShot(0, [] {
                const auto now = std::chrono::steady_clock::now().time_since_epoch();
                const char *start = std::getenv("DRYDOCK_BENCH_START");
                const auto nanoseconds = std::chrono::duration_cast<std::chrono::nanoseconds>(now).count()
                    - (start ? std::atoll(start) : 0);
                std::printf("%.3f\n", static_cast<double>(nanoseconds) / 1e6);
                std::fflush(stdout);
                _exit(0);
            });
        }
        return false;
    }

private:
    bool m_isDone = false;
};

} // namespace drydock::bench
