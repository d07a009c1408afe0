// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "model/build/build_progress.h"

#include <map>
#include <vector>

namespace drydock::cli {

/// Tells of the steps of a build as they change: a line on standard error each, or an object on standard output.
class StepWords {
public:
    StepWords(Format format, Output &output)
        : m_format(format)
        , m_output(output)
    { }

    /// \param changed indexes of steps.
    void tell(const BuildProgress &progress, const std::vector<std::size_t> &changed);
    /// What the step that failed has printed, and its line.
    void tellFailure(const BuildProgress &progress);

private:
    Format m_format;
    Output &m_output;
    std::map<std::size_t, StepState> m_told;
};

/// "waiting", "running", "cached", "done", "failed", "cancelled".
const char *nameOf(StepState state);

} // namespace drydock::cli
