// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/gesture_context.h"
#include "model/refactor/plan.h"

#include <span>
#include <string>
#include <tuple>
#include <vector>

namespace drydock {

/// The file as it will be. Parsing one costs microseconds; asking it is surer than predicting what it will say.
struct Outcome {
    Syntax syntax;
    StageGraph graph;

    /// The stage's name behind AS; its base if it has none. For Plan::focus.
    TextRange nameOf(StageIndex stage) const;
};

/// What every gesture asks before it promises anything. It costs one parse, and for a file with mistakes a second look at
/// the instructions as they are.
/// \returns an Error if a comment that came to stand at the top would be read as a parser directive, or a directive that
/// no edit stands in would no longer be one (the escape character, the frontend or the checks would be others than before), or if BuildKit would
/// object to something that it does not object to now: its words are the detail then. Mistakes that are there may stay.
Result<Outcome> outcomeOf(const GestureContext &context, const EditSet &edits);

/// All edits in one set. \returns an Error if two of them touch the same place.
Result<EditSet> together(const std::vector<TextEdit> &edits);

/// What there is to say if the default build makes another stage than before; source empty if not.
/// \param places for each old stage its new index, `none` if it is gone.
UserText targetNotice(const GestureContext &context, const StageGraph &after,
                      std::span<const std::size_t> places);

/// An arrow apart from where it is written: kind, kind of source, the source stage's index or, for what is no stage,
/// its name, and the target stage's index. What is nearly a stage's name counts as the image that it is.
using Arrow = std::tuple<EdgeKind, NodeKind, std::size_t, std::string, std::size_t>;

/// \param places for each stage of `graph` the index it has in another text.
Arrow arrowBetween(const StageGraph &graph, EdgeKind kind, NodeIndex source, NodeIndex target,
                   std::span<const std::size_t> places);

/// Whether the arrows of after are those of before without `dropped` and with `added`, no matter in which order.
/// Parameters as in keepsArrows().
bool changesArrows(const StageGraph &before, const StageGraph &after, std::span<const std::size_t> places,
                   std::span<const std::size_t> dropped, std::vector<Arrow> added);

/// Whether there are more arrows than before that close a circle or that lead from a stage below: BuildKit refuses both.
bool hasNewTrouble(const StageGraph &before, const StageGraph &after);

/// Whether every arrow of before is there afterwards, from the same to the same, and nothing but `added` new ones.
/// What a change of order can break without anybody noticing: another stage of the same name steps in. What an
/// ONBUILD brings follows from the other arrows and is not looked at.
/// \param places for each old stage its new index, `none` if it is gone with its arrows. \param dropped edges of
/// `before` that are meant to go.
bool keepsArrows(const StageGraph &before, const StageGraph &after, std::span<const std::size_t> places,
                 std::span<const std::size_t> dropped, std::size_t added);

} // namespace drydock
