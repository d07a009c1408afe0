// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How fast texts are taken apart, beside the cheapest thing that can be done with the same bytes in the same run:
// finding the line ends. Usage: bench_parse [CORPUS-FOLDER]
#include "model/analysis/analysis.h"
#include "tests/bench/inputs.h"
#include "tests/bench/measure.h"

#include <malloc.h>

#include <cmath>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

using namespace drydock;
using namespace drydock::bench;

namespace {

std::vector<SourceText> textsOf(const std::vector<std::string> &files)
{
    return {files.begin(), files.end()};
}

std::size_t countLineEnds(const std::string &bytes)
{
    std::size_t count = 0;
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    while ((at = static_cast<const char *>(std::memchr(at, '\n', static_cast<std::size_t>(end - at))))) {
        ++count;
        ++at;
    }
    return count;
}

/// \returns MB/s.
double measureParse(const std::vector<std::string> &files, const std::string &what, const std::string &reach)
{
    std::size_t bytes = 0;
    for (const std::string &file : files)
        bytes += file.size();
    const double megabytes = static_cast<double>(bytes) / 1e6;
    // New texts for every run, so that nothing remembered from the last one helps.
    const double parsing = bestSeconds([&] { return textsOf(files); },
                                       [](std::vector<SourceText> texts) {
                                           for (SourceText &text : texts)
                                               keep(parse(std::move(text)).tokens.size());
                                       });
    const double scanning = bestSeconds([] { return 0; },
                                        [&](int) {
                                            for (const std::string &file : files)
                                                keep(countLineEnds(file));
                                        });
    printRow(what, number(megabytes / parsing, 0) + " MB/s", reach,
             "`memchr` " + number(megabytes / scanning, 0) + " MB/s: " + number(parsing / scanning, 1)
                 + "x its time");
    return megabytes / parsing;
}

void measureAnalyse(const std::string &text, const std::string &what, const std::string &reach)
{
    const double seconds
        = medianSeconds([&] { return SourceText(text); },
                        [](const SourceText &source) { keep(analyse(source)->graph.nodes.size()); });
    const auto analysis = analyse(SourceText(text));
    printRow(what, number(seconds * 1e3, 2) + " ms", reach,
             std::to_string(text.size() / 1000) + " kB, " + std::to_string(analysis->graph.stageCount())
                 + " stages");
}

/// How the time grows when the size doubles, from an eighth of `most` on: 2 is linear, 4 quadratic.
/// \param head stands before the repeated `unit`. \param isWhole measures analyse(), else parse().
void measureGrowth(const std::string &what, const std::string &head, const std::string &unit,
                   std::size_t most, bool isWhole)
{
    constexpr double tooLong = 5;
    std::vector<double> times;
    std::size_t size = most / 8;
    for (; size <= most && (times.empty() || times.back() < tooLong); size *= 2) {
        std::string text = head;
        while (text.size() < size)
            text += unit;
        const auto work = [isWhole](SourceText source) {
            if (isWhole)
                keep(analyse(source)->graph.nodes.size());
            else
                keep(parse(std::move(source)).tokens.size());
        };
        times.push_back(
            bestSeconds([&] { return SourceText(text); }, work, times.empty() || times.back() < 1 ? 5 : 1));
    }
    // The mean growth: single steps jump where a cache is full.
    const double growth = times.size() < 2
        ? 4
        : std::pow(times.back() / times.front(), 1.0 / static_cast<double>(times.size() - 1));
    printRow("Doubling: " + what, number(growth, 2) + "x the time", "< 2.5",
             number(static_cast<double>(size / 2) / 1e6, 1) + " MB in " + number(times.back() * 1e3, 0)
                 + " ms");
}

} // namespace

int main(int argc, char **argv)
{
    const Inputs inputs = loadInputs(argc > 1 ? argv[1] : DRYDOCK_SOURCE_DIR "/../shared/corpus/dockerfiles");
    std::fprintf(stderr, "bench_parse uses %s\n", inputs.origin.c_str());
    measureParse(inputs.files, "`parse()`, corpus file by file", "≥ 425 MB/s");
    const std::vector<std::string> oneMegabyte {joinedBySize(inputs, 1'000'000)};
    const std::vector<std::string> fiveMegabytes {joinedBySize(inputs, 5'000'000)};
    measureParse(oneMegabyte, "`parse()`, 1 MB, memory fresh from the system", "");
    measureParse(fiveMegabytes, "`parse()`, 5 MB, memory fresh from the system", "as at 1 MB");
    // Half of that is the system clearing pages. A program that parses again and again can keep them.
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    measureParse(oneMegabyte, "`parse()`, 1 MB, memory used again", "");
    measureParse(fiveMegabytes, "`parse()`, 5 MB, memory used again", "as at 1 MB");
    for (const std::size_t lines : {200U, 2000U, 10000U}) {
        measureAnalyse(joinedByLines(inputs, lines),
                       "`analyse()`, " + std::to_string(lines) + " lines of real files",
                       lines == 2000 ? "≤ 8 ms" : "");
    }
    measureAnalyse(manyStages(1250), "`analyse()`, 10,000 lines with 1,250 linked stages", "");
    measureGrowth("real files", "", joinedBySize(inputs, 300'000), 64'000'000, false);
    struct Growth {
        const char *what;
        const char *unit;
        const char *head = "FROM a\n";
    };
    for (const Growth &each : {
             Growth {"continuations", "RUN a \\\n b \\\n# c\n\\\n"},
             Growth {"one endless instruction of many lines", "a \\\n"},
             Growth {"one endless line", "RUN a \"b\" <<'c"},
             Growth {"heredocs without an end", "RUN <<EOF\n"},
             Growth {"heredocs", "RUN <<A <<B\nx\nA\nB\n"},
             Growth {"flags", "RUN --mount=type=cache,target=/a --mount=from=b,target=/c x\n"},
             Growth {"comments", "# a\n\n"},
             Growth {"JSON", "CMD [\"a\", \"b\"]\n"},
         })
        measureGrowth(each.what, each.head, each.unit, 16'000'000, false);
    for (const Growth &each : {
             Growth {"stages, `analyse()`", "FROM a AS b\nCOPY --from=c d e\nFROM b AS c\n"},
             Growth {"images, `analyse()`", "FROM a\nCOPY --from=b:1 c d\nCOPY --from=e/f g h\n"},
             Growth {"variables, `analyse()`", "ENV A=${B:-$C} D=$A\nARG B\nRUN $A\n"},
             Growth {"words on continued lines, `analyse()`", " c=d \\\n", "FROM a\nENV a=b \\\n"},
             Growth {"flags on continued lines, `analyse()`", " --mount=type=cache,target=/a \\\n",
                     "FROM a\nRUN \\\n"},
             Growth {"directives, `analyse()`", "# syntax=a\n", ""},
             Growth {"mounts, `analyse()`", "RUN --mount=type=bind,from=a,source=/b,target=/c d\n"},
             Growth {"errors, `analyse()`", "RUNN x\nCOPY a\nEXPOSE x\n"},
             Growth {"ONBUILD chains, `analyse()`", "ONBUILD ONBUILD ONBUILD "},
         })
        measureGrowth(each.what, each.head, each.unit, 2'000'000, true);
    return 0;
}
