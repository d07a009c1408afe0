// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/strong_index.h"
#include "model/build/log_text.h"
#include "model/syntax/syntax.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace drydock {

/// How far a step of a build has come.
enum class StepState : std::uint8_t { Waiting, Running, Cached, Done, Failed, Cancelled };

/// One step as the builder tells of it; what is not told this time is empty. A step is told of again and again.
struct StepReport {
    std::string id; ///< Digest of the vertex, or the number of a classic step.
    std::string name; ///< "[build 2/4] COPY . ."; "Step 3/7 : RUN …".
    std::optional<std::int64_t> started; ///< Milliseconds since 1970.
    std::optional<std::int64_t> completed;
    bool isCached = false;
    std::string error; ///< The builder's own words.
    /// Where in the file, if the builder says so (lines from 1).
    std::optional<std::uint32_t> line;
};

/// Bytes that a step printed.
struct StepOutput {
    std::string id;
    std::string bytes; ///< Raw: escapes, any encoding, no line discipline.
};

/// How much of something was done: a download, the context.
struct StepAmount {
    std::string id; ///< Of the step.
    std::string what; ///< "sha256:ab12…", "transferring context:"
    std::uint64_t current = 0;
    std::uint64_t total = 0; ///< 0: not known.
};

/// A piece of news from a builder, whichever it is. What is empty is not told.
struct BuildNews {
    std::vector<StepReport> steps;
    std::vector<StepOutput> output;
    std::vector<StepAmount> amounts;
    std::vector<std::string> warnings; ///< Plain text.
    std::vector<std::string>
        imageIds; ///< "sha256:…": classic tells one at the end of each stage; the last one is the result.
    std::string error; ///< The build failed: the builder's words.
    std::string notice; ///< Text that belongs to no step.

    bool isEmpty() const;
};

/// A step with all that was told of it.
struct ProgressStep {
    std::string id;
    std::string name; ///< Without "[build 2/4]".
    std::string
        stage; ///< "build"; "stage-1" for an unnamed one; empty for steps of no stage ("[internal] …").
    InstructionIndex instruction; ///< None if it is of no instruction.
    StepState state = StepState::Waiting;
    std::optional<std::int64_t> started; ///< Milliseconds since 1970.
    std::optional<std::int64_t> completed;
    std::uint64_t current = 0; ///< Of all amounts together.
    std::uint64_t total = 0;
    std::string error;
    LogText log;
};

/// A build as far as it has come: a fold over its news. Pure; knows no clock.
class BuildProgress {
public:
    /// \param syntax of the text that is built: gives steps their instructions. Copied; cheap (shared text).
    explicit BuildProgress(Syntax syntax);

    /// \returns the indexes of the steps that changed, sorted.
    std::vector<std::size_t> add(const BuildNews &news);
    /// The build is over: what still runs is Cancelled, or Failed if there is an error and no step has failed.
    void finish(bool isCancelled);

    const std::vector<ProgressStep> &steps() const
    {
        return m_steps;
    } ///< In the order in which they were first told of.
    const Syntax &syntax() const { return m_syntax; }
    const std::vector<std::string> &warnings() const { return m_warnings; }
    const std::string &error() const { return m_error; } ///< Empty: none so far.
    /// The step that failed first; null if none did.
    const ProgressStep *failed() const;
    /// The state of what `instruction` does: the worst of its steps. Waiting if nobody told of it. Stages that begin with the
    /// same image share a step, which the builder tells of once, under one of them.
    StepState stateOf(InstructionIndex instruction) const;
    /// Steps of instructions that are over, and all of them that are known of.
    std::size_t stepsOver() const;
    std::size_t stepsKnown() const;

private:
    struct Amount {
        std::uint64_t current = 0;
        std::uint64_t total = 0;
    };

    std::optional<std::size_t> stepCalled(const std::string &id);
    void tell(ProgressStep &step, const StepReport &report);
    void place(ProgressStep &step, std::string_view name) const;
    InstructionIndex instructionOf(StageIndex stage, std::size_t number, std::size_t count) const;

    Syntax m_syntax;
    std::vector<std::vector<InstructionIndex>> m_counted; ///< By stage: what BuildKit numbers, without FROM.
    std::vector<ProgressStep> m_steps;
    std::vector<std::map<std::string, Amount, std::less<>>> m_amounts; ///< By step.
    std::map<std::string, std::size_t, std::less<>> m_byId;
    std::vector<std::string> m_warnings;
    std::string m_error;
    std::size_t m_printed = 0; ///< Bytes of output so far, all steps.
};

} // namespace drydock
