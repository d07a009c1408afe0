// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/graph/stage_graph.h"
#include "model/lint/lint_settings.h"
#include "model/syntax/syntax.h"

#include <memory>
#include <vector>

namespace drydock {

/// Everything that is true about one text. Immutable, shared, made by analyse() only.
struct Analysis {
    BuildOptions options;
    LintSettings settings;
    Syntax syntax;
    StageGraph graph;
    std::vector<Problem> problems; ///< Of all phases, in BuildKit's order of phases, then file order.
    std::vector<Diagnostic> diagnostics; ///< Sorted by place.

    const SourceText &text() const { return syntax.text; }
    /// What `docker build` would stop at: the first problem of the first failing phase. None: it accepts the file.
    const Problem *verdict() const { return problems.empty() ? nullptr : &problems.front(); }
};

/// The one pure function from a text to what is known about it. Never fails.
std::shared_ptr<const Analysis> analyse(const SourceText &text, const BuildOptions &options = {},
                                        const LintSettings &settings = {});

/// Texts above this many bytes are shown and edited but not taken apart: a keystroke would take seconds.
constexpr std::size_t largestAnalysed = 5'000'000;

/// A text with one token and nothing known about it, for what is larger than that.
std::shared_ptr<const Analysis> withoutAnalysis(const SourceText &text, const BuildOptions &options = {},
                                                const LintSettings &settings = {});

} // namespace drydock
