// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/layout_peers.h"

#include "tests/bench/layout_cases.h"

#include <algorithm>
#include <fstream>

namespace drydock::bench {

void add(Stability &sum, const Stability &one, double part)
{
    sum.meanMove += one.meanMove * part;
    sum.moved += one.moved * part;
    sum.flips += one.flips * part;
}

namespace {

void compare(const LayoutMetrics &mine, const Json &theirs, Agreement &agreement)
{
    const auto isNear
        = [](double a, double b) { return std::abs(a - b) <= 1e-6 * std::max(1.0, std::abs(b)); };
    ++agreement.drawings;
    const bool isSame = isNear(mine.area, theirs["area"]) && isNear(mine.length, theirs["length"])
        && isNear(mine.turn, theirs["turn"]) && double(mine.crossings) == theirs["crossings"].get<double>()
        && double(mine.overBoxes) == theirs["edgeOverNode"].get<double>()
        && double(mine.overlaps) == theirs["nodeOverlap"].get<double>();
    if (!isSame)
        ++agreement.differing;
}

} // namespace

PeerFigures readPeers(const std::string &path, Agreement &agreement)
{
    PeerFigures peers;
    std::map<std::tuple<std::string, std::string, std::string>, DrawnGraph> before;
    std::ifstream stream(path);
    for (std::string line; std::getline(stream, line);) {
        const Json json = Json::parse(line);
        const std::string graph = json["graph"];
        const std::string direction = json["direction"];
        const std::string tool = json["tool"];
        Figures &figures = peers[{graph, direction}][tool];
        DrawnGraph drawing = drawnGraph(json);
        if (json["edit"] == 0) {
            figures.metrics = metricsOf(drawing);
            figures.milliseconds = json["ms"];
            if (json.contains("metrics"))
                compare(figures.metrics, json["metrics"], agreement);
            before[{graph, direction, tool}] = std::move(drawing);
        } else {
            figures.hasStability = true;
            add(figures.stability, stabilityOf(before[{graph, direction, tool}], drawing), 1.0 / edits);
        }
    }
    return peers;
}

void take(Best &best, const std::map<std::string, Figures> &tools)
{
    for (const auto &[tool, figures] : tools) {
        if (figures.metrics.overBoxes > 0)
            continue;
        best.crossings
            = std::min(best.crossings.value_or(figures.metrics.crossings), figures.metrics.crossings);
        best.area = std::min(best.area, figures.metrics.area);
        best.length = std::min(best.length, figures.metrics.length);
    }
}

} // namespace drydock::bench
