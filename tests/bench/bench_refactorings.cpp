// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a plan of every refactoring costs, looked over as a person gets it, beside taking the same files apart.
// Usage: bench_refactorings [CORPUS-FOLDER]
#include "model/analysis/analysis.h"
#include "model/refactor/refactor_registry.h"
#include "tests/bench/inputs.h"
#include "tests/bench/measure.h"

#include <algorithm>
#include <deque>
#include <string>
#include <vector>

using namespace drydock;
using namespace drydock::bench;

namespace {

/// The files as far as refactorings need them.
struct Prepared {
    explicit Prepared(const std::string &file)
        : syntax(parse(SourceText(file)))
        , graph(makeStageGraph(syntax, {}))
        , lint(syntax, graph, options, settings)
    { }
    RefactorContext context() const { return {lint, nullptr, nullptr}; }

    BuildOptions options;
    LintSettings settings;
    Syntax syntax;
    StageGraph graph;
    LintContext lint;
};

/// Seconds of the dearest file, each at its best of three.
double slowestOf(const Refactoring &refactoring, const std::deque<Prepared> &files)
{
    double slowest = 0;
    for (const Prepared &file : files) {
        double best = 1e9;
        for (int i = 0; i < 3; ++i) {
            const auto start = Clock::now();
            keep(propose(refactoring, file.context()).parts.size());
            best = std::min(best, secondsSince(start));
        }
        slowest = std::max(slowest, best);
    }
    return slowest;
}

} // namespace

int main(int argc, char **argv)
{
    const std::string folder = argc > 1 ? argv[1] : DRYDOCK_SOURCE_DIR "/../shared/corpus/dockerfiles";
    const Inputs inputs = loadInputs(folder);
    std::fprintf(stderr, "bench_refactorings uses %s\n", inputs.origin.c_str());
    std::deque<Prepared> files;
    for (const std::string &file : inputs.files)
        files.emplace_back(file);
    const double analysing = bestSeconds([] { return 0; },
                                         [&](int) {
                                             for (const std::string &file : inputs.files)
                                                 keep(analyse(SourceText(file))->diagnostics.size());
                                         },
                                         3);
    const auto count = static_cast<double>(files.size());
    for (const Refactoring &refactoring : refactorings()) {
        std::size_t offered = 0;
        const double seconds
            = bestSeconds([] { return 0; },
                          [&](int) {
                              offered = 0;
                              for (const Prepared &file : files)
                                  offered += propose(refactoring, file.context()).isBlocked() ? 0 : 1;
                          },
                          3);
        printRow("Plan of `" + std::string(refactoring.id) + "`, slowest file",
                 number(slowestOf(refactoring, files) * 1e3, 2) + " ms", "≤ 5 ms",
                 number(seconds / count * 1e6, 1) + " µs on average, " + number(seconds / analysing, 2)
                     + "x the time of `analyse()`; offered for " + std::to_string(offered) + " of "
                     + std::to_string(files.size()) + " files");
    }
    return 0;
}
