// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// From starting the process to the first complete picture: Drydock's window beside a bare Qt window with a QScintilla
// in it, in turns. Usage: bench_startup FILE; window_drydock and window_bare lie beside it.
#include "tests/bench/measure.h"

#include <cstdlib>
#include <filesystem>

using namespace drydock::bench;

namespace {

/// Milliseconds, or a negative number if the window did not come.
double startOnce(const std::string &program, const std::string &file)
{
    const auto now = Clock::now().time_since_epoch();
    const auto start = std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
    const std::string command = "DRYDOCK_BENCH_START=" + std::to_string(start) + " exec '" + program + "' '"
        + file + "' 2>/dev/null";
    FILE *output = popen(command.c_str(), "r");
    double milliseconds = -1;
    if (output && std::fscanf(output, "%lf", &milliseconds) != 1)
        milliseconds = -1;
    if (output)
        pclose(output);
    return milliseconds;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_startup FILE\n");
        return 2;
    }
    // A home of its own: no session, no settings, no recovery of the person who measures.
    const std::filesystem::path home = std::filesystem::temp_directory_path() / "drydock-bench-home";
    std::filesystem::create_directories(home);
    for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
        setenv(name, home.c_str(), 1);
    const std::filesystem::path folder = std::filesystem::canonical("/proc/self/exe").parent_path();
    std::vector<double> ours;
    std::vector<double> bare;
    for (int i = 0; i < 22; ++i) {
        const double bareTime = startOnce(folder / "window_bare", argv[1]);
        const double ourTime = startOnce(folder / "window_drydock", argv[1]);
        if (bareTime < 0 || ourTime < 0) {
            std::fprintf(stderr, "bench_startup: a window did not come\n");
            return 1;
        }
        if (i < 2) // The first ones read the disk.
            continue;
        bare.push_back(bareTime);
        ours.push_back(ourTime);
    }
    const double median = percentile(ours, 0.5);
    const double bareMedian = percentile(bare, 0.5);
    printRow("Start → first picture, median of 20", number(median, 0) + " ms", "≤ 1.3x the bare window",
             "bare Qt + QScintilla " + number(bareMedian, 0) + " ms: " + number(median / bareMedian, 2)
                 + "x");
    std::filesystem::remove_all(home);
    return 0;
}
