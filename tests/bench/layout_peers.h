// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/layout_metrics.h"

#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace drydock::bench {

inline constexpr std::uint32_t edits = 3; ///< Of each graph.
inline constexpr std::size_t mostEditedStages = 101; ///< Graphs up to this size are edited.

struct Figures {
    LayoutMetrics metrics;
    Stability stability; ///< Mean over the edits.
    double milliseconds = 0;
    bool hasStability = false;
};

void add(Stability &sum, const Stability &one, double part);

using Key = std::tuple<std::string, std::string>; ///< Graph, direction.
using PeerFigures = std::map<Key, std::map<std::string, Figures>>; ///< By tool.

/// How often and how far our metrics differ from those that another program computed.
struct Agreement {
    std::size_t drawings = 0;
    std::size_t differing = 0;
};

/// \param path what peer_layouts.mjs printed. \throws nlohmann::json::exception if it did not.
PeerFigures readPeers(const std::string &path, Agreement &agreement);

/// What the best of the peers reaches on one graph, each figure by itself; only drawings whose arrows keep off foreign
/// boxes count.
struct Best {
    std::optional<std::size_t> crossings;
    double area = INFINITY;
    double length = INFINITY;
};

void take(Best &best, const std::map<std::string, Figures> &tools);

} // namespace drydock::bench
