// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

namespace drydock::bench {

using Clock = std::chrono::steady_clock;

inline double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// \param samples at least one; is sorted. \param part 0.5 for the median.
inline double percentile(std::vector<double> &samples, double part)
{
    std::sort(samples.begin(), samples.end());
    return samples[std::min(samples.size() - 1,
                            static_cast<std::size_t>(part * static_cast<double>(samples.size())))];
}

/// The median time of `work()` over at least `leastRuns` runs and half a second, after one run to warm up.
/// `prepare()` runs before each, untimed; what it returns is given to `work` by rvalue.
template <typename Prepare, typename Work>
double medianSeconds(Prepare prepare, Work work, std::size_t leastRuns = 7)
{
    std::vector<double> samples;
    work(prepare());
    const auto begin = Clock::now();
    while (samples.size() < leastRuns || (secondsSince(begin) < 0.5 && samples.size() < 1000)) {
        auto input = prepare();
        const auto start = Clock::now();
        work(std::move(input));
        samples.push_back(secondsSince(start));
    }
    return percentile(samples, 0.5);
}

/// The same for the fastest run: how fast the code is when nothing else disturbs it. For figures per byte.
template <typename Prepare, typename Work>
double bestSeconds(Prepare prepare, Work work, std::size_t leastRuns = 15)
{
    double best = 1e9;
    const auto begin = Clock::now();
    const auto isEnough = [&](std::size_t runs) {
        const double seconds = secondsSince(begin);
        return runs > 0 && (seconds > 3 || (runs > leastRuns && seconds > 1) || runs == 1000);
    };
    for (std::size_t runs = 0; !isEnough(runs); ++runs) {
        auto input = prepare();
        const auto start = Clock::now();
        work(std::move(input));
        best = std::min(best, secondsSince(start));
    }
    return best;
}

/// Keeps the compiler from dropping what led to `value`.
template <typename T>
void keep(const T &value)
{
    asm volatile("" : : "r,m"(value) : "memory");
}

/// A row of the Markdown table that all benchmarks print together.
inline void printRow(const std::string &what, const std::string &figure, const std::string &reach,
                     const std::string &beside)
{
    std::printf("| %s | %s | %s | %s |\n", what.c_str(), figure.c_str(), reach.c_str(), beside.c_str());
    std::fflush(stdout);
}

inline std::string number(double value, int digits)
{
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.*f", digits, value);
    return buffer;
}

} // namespace drydock::bench
