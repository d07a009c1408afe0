// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/graph/stage_graph.h"
#include "model/shell/words.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace drydock {

/// What a FROM's image word comes to.
struct ResolvedBase {
    std::string written; ///< As BuildKit sees it: continuations joined.
    ExpandedWord image; ///< Its ARGs replaced.
    std::string platform; ///< Of --platform as written; empty if none.
    std::string name; ///< Behind AS, as written.
    StageIndex parent; ///< The earlier stage it names; none for an image.
    bool isKnown = true; ///< False if it hangs on a variable without a value.
};

/// The names of a file and the variables its FROM lines see (BuildKit `convert.go`: buildMetaArgs,
/// buildDispatchStates).
struct Resolution {
    Environment globals; ///< ARGs above the first FROM and the automatic platform ARGs.
    std::set<std::string, std::less<>> declared; ///< ARGs above the first FROM, with a value or without.
    std::string
        globalError; ///< An ARG default above the first FROM that does not expand; BuildKit's message.
    InstructionIndex globalErrorAt;
    std::vector<ResolvedBase> bases; ///< For each stage.
    std::map<std::string, StageIndex, std::less<>> names; ///< Lower case; the last of duplicates.

    /// Any case, whole file, last of duplicates: what COPY --from and mounts see. None if there is no such stage.
    StageIndex stageNamed(std::string_view name) const;
};

Resolution resolve(const Syntax &syntax, const BuildOptions &options);

/// BuildKit's strconv.Atoi: an optional sign and decimal digits. \returns false for anything else.
bool parseStageNumber(std::string_view text, long long &number);

} // namespace drydock
