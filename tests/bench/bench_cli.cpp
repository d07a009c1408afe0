// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The time of a whole process: `drydock-cli graph FILE` beside `true`, which does nothing.
// Usage: bench_cli DRYDOCK-CLI FILE
#include "tests/bench/measure.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <string>
#include <vector>

using namespace drydock::bench;

namespace {

double runOnce(const std::vector<std::string> &command)
{
    std::vector<char *> words;
    for (const std::string &word : command)
        words.push_back(const_cast<char *>(word.c_str()));
    words.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    char *environment[] = {nullptr};
    pid_t child = 0;
    const auto start = Clock::now();
    if (posix_spawnp(&child, words[0], &actions, nullptr, words.data(), environment) != 0)
        return -1;
    int status = 0;
    waitpid(child, &status, 0);
    const double seconds = secondsSince(start);
    posix_spawn_file_actions_destroy(&actions);
    return WIFEXITED(status) && WEXITSTATUS(status) <= 1 ? seconds : -1;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3) {
        std::fprintf(stderr, "usage: bench_cli DRYDOCK-CLI FILE\n");
        return 2;
    }
    std::vector<double> ours;
    std::vector<double> nothing;
    for (int i = 0; i < 500; ++i) { // In turns, so that both meet the same machine.
        nothing.push_back(runOnce({"/bin/true"}));
        ours.push_back(runOnce({argv[1], "graph", argv[2]}));
        if (ours.back() < 0 || nothing.back() < 0) {
            std::fprintf(stderr, "bench_cli: cannot run %s\n", argv[1]);
            return 1;
        }
    }
    printRow("`drydock-cli graph` as a process, median of 500",
             number(percentile(ours, 0.5) * 1e3, 2) + " ms", "≤ 5 ms",
             "`true` " + number(percentile(nothing, 0.5) * 1e3, 2) + " ms; ours at p95 "
                 + number(percentile(ours, 0.95) * 1e3, 2) + " ms");
    return 0;
}
