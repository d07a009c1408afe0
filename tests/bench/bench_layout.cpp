// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Our layout beside dot, dagre and elkjs on the same graphs.
// Usage: bench_layout [GRAPHS-FOLDER [PEERS.jsonl]]   rows for the table; PEERS is what peer_layouts.mjs printed
//        bench_layout --edits GRAPHS-FOLDER FOLDER    writes every graph with a stage inserted, for the peers
//        bench_layout --details GRAPHS-FOLDER [PEERS.jsonl]   one line for each graph instead, timed once
#include "model/layout/layered_layout.h"
#include "model/layout/layout_file.h"
#include "tests/bench/layout_cases.h"
#include "tests/bench/layout_metrics.h"
#include "tests/bench/layout_peers.h"
#include "tests/bench/measure.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <optional>

using namespace drydock;
using namespace drydock::bench;

namespace {

DrawnGraph drawn(const NamedGraph &graph, const LayoutResult &result)
{
    DrawnGraph out;
    for (std::size_t i = 0; i < graph.boxNames.size(); ++i)
        out.boxes.push_back(
            {graph.boxNames[i], result.centres[i], graph.input.boxes[i].width, graph.input.boxes[i].height});
    for (std::size_t i = 0; i < graph.input.arrows.size(); ++i)
        out.arrows.push_back({graph.input.arrows[i].source, graph.input.arrows[i].target, result.routes[i]});
    return out;
}

NamedGraph named(const Json &json, LayoutDirection direction)
{
    NamedGraph graph = readLayoutGraph(json.dump(), "graph").value();
    graph.input.direction = direction;
    return graph;
}

LayoutResult arrangedAgain(const NamedGraph &before, const LayoutResult &picture, const NamedGraph &after)
{
    std::map<std::string, std::size_t> indexOf;
    for (std::size_t i = 0; i < before.boxNames.size(); ++i)
        indexOf[before.boxNames[i]] = i;
    std::vector<std::optional<std::size_t>> oldBoxOf;
    for (const std::string &name : after.boxNames) {
        const auto found = indexOf.find(name);
        oldBoxOf.push_back(found == indexOf.end() ? std::nullopt : std::optional(found->second));
    }
    return LayeredLayout().arrange(after.input, carryOver(before.input, picture, oldBoxOf, after.input), {});
}

Figures ours(const LayoutCase &one, LayoutDirection direction, bool isQuick)
{
    const NamedGraph graph = named(one.json, direction);
    const LayeredLayout layout;
    Figures figures;
    const LayoutResult picture = layout.arrange(graph.input, {}, {});
    const auto work = [&](int) { keep(layout.arrange(graph.input, {}, {})); };
    const auto start = Clock::now();
    work(0);
    figures.milliseconds = (isQuick ? secondsSince(start) : bestSeconds([] { return 0; }, work, 3)) * 1e3;
    const DrawnGraph before = drawn(graph, picture);
    figures.metrics = metricsOf(before);
    if (one.stages > mostEditedStages)
        return figures;
    figures.hasStability = true;
    for (std::uint32_t edit = 1; edit <= edits; ++edit) {
        const NamedGraph after = named(withStageInserted(one.json, edit), direction);
        const DrawnGraph now = drawn(after, arrangedAgain(graph, picture, after));
        add(figures.stability, stabilityOf(before, now), 1.0 / edits);
        const LayoutMetrics metrics = metricsOf(now);
        figures.metrics.overBoxes += metrics.overBoxes;
        figures.metrics.overlaps += metrics.overlaps;
    }
    return figures;
}

const char *nameOf(LayoutDirection direction)
{
    return direction == LayoutDirection::LeftToRight ? "LR" : "TB";
}

struct Row {
    const LayoutCase *one;
    LayoutDirection direction;
    Figures figures;
    const std::map<std::string, Figures> *peers; ///< May be null.
};

std::string number(std::size_t value)
{
    return std::to_string(value);
}

void printDetails(const std::vector<Row> &rows)
{
    for (const Row &row : rows) {
        const LayoutMetrics &m = row.figures.metrics;
        std::printf(
            "%-44.44s %4zu %s x %5zu over %zu area %7.2f len %8.1f ms %7.2f move %5.1f %5.1f%% %5.2f%%",
            row.one->name.c_str(), row.one->stages, nameOf(row.direction), m.crossings,
            m.overBoxes + m.overlaps, m.area, m.length / 1000, row.figures.milliseconds,
            row.figures.stability.meanMove, row.figures.stability.moved, row.figures.stability.flips);
        Best best;
        if (row.peers)
            take(best, *row.peers);
        if (best.crossings)
            std::printf("  best x %5zu %s area %4.2f len %4.2f", *best.crossings,
                        m.crossings > *best.crossings ? "WORSE" : "     ", m.area / best.area,
                        m.length / best.length);
        std::printf("\n");
    }
}

/// Our figure on one graph and direction, and that of each peer.
void printOne(const std::vector<Row> &rows, const std::string &name, const std::string &shown,
              std::optional<LayoutDirection> direction, const std::string &reach)
{
    const Row *best = nullptr;
    std::map<std::string, std::size_t> peers;
    std::map<std::string, double> times;
    for (const Row &row : rows) {
        if (row.one->name != name || (direction && row.direction != *direction))
            continue;
        if (!best || row.figures.metrics.crossings < best->figures.metrics.crossings)
            best = &row;
        if (!row.peers)
            continue;
        for (const auto &[tool, figures] : *row.peers) {
            const auto [place, isNew] = peers.try_emplace(tool, figures.metrics.crossings);
            if (isNew || figures.metrics.crossings < place->second) {
                place->second = figures.metrics.crossings;
                times[tool] = figures.milliseconds;
            }
            if (figures.metrics.overBoxes > 0)
                times[tool] = -double(figures.metrics.overBoxes);
        }
    }
    if (!best)
        return;
    std::string beside;
    for (const auto &[tool, crossings] : peers) {
        beside += (beside.empty() ? "" : "; ") + tool + " " + number(crossings);
        beside += times[tool] < 0 ? ", " + number(std::size_t(-times[tool])) + " over boxes"
                                  : ", " + bench::number(times[tool], 0) + " ms";
    }
    printRow(shown,
             number(best->figures.metrics.crossings) + " crossings, "
                 + number(best->figures.metrics.overBoxes) + " over boxes, "
                 + bench::number(best->figures.milliseconds, 2) + " ms",
             reach, beside);
}

void printReal(const std::vector<Row> &rows, LayoutDirection direction)
{
    std::size_t files = 0;
    std::size_t asGood = 0;
    std::size_t crossings = 0;
    std::size_t bestCrossings = 0;
    std::size_t over = 0;
    double area = 0;
    double bestArea = 0;
    double length = 0;
    double bestLength = 0;
    std::map<std::string, std::size_t> sums;
    for (const Row &row : rows) {
        if (!row.one->isReal || row.direction != direction)
            continue;
        over += row.figures.metrics.overBoxes + row.figures.metrics.overlaps;
        Best best;
        if (row.peers)
            take(best, *row.peers);
        if (!best.crossings)
            continue;
        ++files;
        asGood += row.figures.metrics.crossings <= *best.crossings ? 1 : 0;
        crossings += row.figures.metrics.crossings;
        bestCrossings += *best.crossings;
        area += row.figures.metrics.area;
        bestArea += best.area;
        length += row.figures.metrics.length;
        bestLength += best.length;
        for (const auto &[tool, figures] : *row.peers)
            sums[tool] += figures.metrics.crossings;
    }
    const std::string where = std::string("Real graphs, ") + nameOf(direction);
    printRow(where + ": arrows over boxes and boxes over boxes, with the edits", number(over), "0", "");
    if (files == 0)
        return;
    std::string beside;
    for (const auto &[tool, sum] : sums)
        beside += (beside.empty() ? "" : ", ") + tool + " " + number(sum);
    printRow(where + ": crossings, sum over " + number(files) + " files", number(crossings),
             "≤ " + number(bestCrossings) + ", the best peer of each file", beside);
    printRow(where + ": files with no more crossings than the best peer",
             bench::number(100 * double(asGood) / double(files), 1) + " %", "≥ 95 %",
             number(asGood) + " files");
    printRow(where + ": area, against the smallest peer of each file",
             bench::number(area / bestArea, 2) + "x", "≤ 1.1x", bench::number(area, 1) + " Mpx²");
    printRow(where + ": length of arrows, against the shortest peer of each file",
             bench::number(length / bestLength, 2) + "x", "≤ 1.1x", bench::number(length / 1000, 1) + " kpx");
}

std::string shown(const Stability &stability)
{
    return bench::number(stability.meanMove, 1) + " px, " + bench::number(stability.moved, 1) + " %, "
        + bench::number(stability.flips, 2) + " %";
}

void printStability(const std::vector<Row> &rows, LayoutDirection direction, bool real, std::size_t least,
                    std::size_t most, const std::string &what)
{
    Stability sum;
    double count = 0;
    std::map<std::string, std::pair<Stability, double>> peers;
    for (const Row &row : rows) {
        if (row.one->isReal != real || row.direction != direction || !row.figures.hasStability
            || row.one->stages < least || row.one->stages > most)
            continue;
        add(sum, row.figures.stability, 1);
        ++count;
        if (!row.peers)
            continue;
        for (const auto &[tool, figures] : *row.peers) {
            add(peers[tool].first, figures.stability, 1);
            ++peers[tool].second;
        }
    }
    if (count == 0)
        return;
    const auto mean = [](Stability total, double n) {
        return Stability {total.meanMove / n, total.moved / n, total.flips / n};
    };
    std::string beside;
    for (const auto &[tool, total] : peers)
        beside += (beside.empty() ? "" : "; ") + tool + " " + shown(mean(total.first, total.second));
    printRow("A stage inserted: mean move, moved, flipped; " + what + ", " + nameOf(direction),
             shown(mean(sum, count)), "≤ 20 px, ≤ 15 %, ≤ 1 %", beside);
}

void printTimes(const std::vector<Row> &rows, std::size_t stages, const std::string &reach)
{
    double worst = 0;
    std::map<std::string, double> peers;
    for (const Row &row : rows) {
        if (row.one->isReal || row.one->stages != stages || row.direction != LayoutDirection::LeftToRight)
            continue;
        worst = std::max(worst, row.figures.milliseconds);
        if (!row.peers)
            continue;
        for (const auto &[tool, figures] : *row.peers)
            peers[tool] = std::max(peers[tool], figures.milliseconds);
    }
    std::string beside;
    for (const auto &[tool, time] : peers)
        beside += (beside.empty() ? "" : ", ") + tool + " " + bench::number(time, 0) + " ms";
    if (worst > 0)
        printRow("Layout of " + number(stages) + " stages, slowest of three graphs",
                 bench::number(worst, worst < 10 ? 2 : 0) + " ms", reach, beside);
}

int writeEdits(const std::string &graphs, const std::filesystem::path &folder)
{
    for (const LayoutCase &one : loadLayoutCases(graphs)) {
        if (one.stages > mostEditedStages)
            continue;
        const std::filesystem::path inner = folder / (one.isReal ? "graphs_real" : "graphs");
        std::filesystem::create_directories(inner);
        for (std::uint32_t edit = 1; edit <= edits; ++edit)
            std::ofstream(inner / (one.name + "." + std::to_string(edit) + ".json"))
                << withStageInserted(one.json, edit).dump();
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() == 3 && words[0] == "--edits")
        return writeEdits(words[1], words[2]);
    const bool isDetailed = !words.empty() && words[0] == "--details";
    if (isDetailed)
        words.erase(words.begin());
    const std::string folder = words.empty() ? DRYDOCK_SOURCE_DIR "/../shared/layout" : words[0];
    const std::vector<LayoutCase> cases = loadLayoutCases(folder);
    if (cases.empty()) {
        std::fprintf(stderr, "bench_layout: no graphs in %s; its rows are left out\n", folder.c_str());
        return 0;
    }
    Agreement agreement;
    const PeerFigures peers = words.size() > 1 ? readPeers(words[1], agreement) : PeerFigures {};
    std::vector<Row> rows;
    for (const LayoutCase &one : cases) {
        for (const LayoutDirection direction : {LayoutDirection::LeftToRight, LayoutDirection::TopToBottom}) {
            if (!one.isReal && direction == LayoutDirection::TopToBottom)
                continue;
            const auto found = peers.find({one.name, nameOf(direction)});
            rows.push_back({&one, direction, ours(one, direction, isDetailed),
                            found == peers.end() ? nullptr : &found->second});
        }
    }
    if (isDetailed) {
        printDetails(rows);
        return 0;
    }
    printOne(rows, "moby__moby__Dockerfile.Dockerfile", "Layout of moby/moby, 59 stages, LR",
             LayoutDirection::LeftToRight, "≤ 46 crossings, 0 over boxes, ≤ 5 ms");
    printOne(rows, "moby__buildkit__Dockerfile.Dockerfile",
             "Layout of moby/buildkit, 49 stages, better of LR and TB", {}, "≤ 117 crossings");
    for (const LayoutDirection direction : {LayoutDirection::LeftToRight, LayoutDirection::TopToBottom}) {
        printReal(rows, direction);
        printStability(rows, direction, true, 0, 9, "real graphs below 10 stages");
        printStability(rows, direction, true, 10, 1000, "real graphs from 10 stages on");
        printStability(rows, direction, false, 0, 1000, "made up graphs of 5 to 100 stages");
    }
    printTimes(rows, 100, "");
    printTimes(rows, 500, "≤ 60 ms");
    printTimes(rows, 1000, "");
    printTimes(rows, 2000, "≤ 1000 ms");
    if (agreement.drawings > 0)
        printRow("These metrics beside those of metrics.mjs", number(agreement.differing) + " differ", "0",
                 number(agreement.drawings) + " drawings of the peers");
    return 0;
}
