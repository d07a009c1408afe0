// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/build/build_progress.h"
#include "model/image/size_report.h"
#include "ui/common/text_trace.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace drydock::ui {

/// What is known of one instruction.
struct InstructionMark {
    std::optional<std::uint64_t> bytes; ///< Of its layer, unpacked; of FROM: of the whole base.
    LayerCategory category = LayerCategory::Other;
    bool isApproximate = false; ///< The bytes are an estimate.
    std::optional<StepState> state; ///< None: no build told of it.
    std::optional<std::int64_t> milliseconds; ///< That its steps took.
    bool isStale = false; ///< All of this is older than the text.

    bool operator==(const InstructionMark &) const = default;
};

/// The bytes of one category in a stage.
struct SizeShare {
    LayerCategory category = LayerCategory::Other;
    std::uint64_t bytes = 0;

    bool operator==(const SizeShare &) const = default;
};

/// What is known of one stage.
struct StageMark {
    std::optional<std::uint64_t> bytes; ///< Of the whole image, unpacked.
    std::vector<SizeShare> shares; ///< Of them, in the order of LayerCategory; none is 0.
    bool isApproximate = false;
    bool isSizeStale = false; ///< The bytes are older than the text.
    std::optional<StepState> state; ///< What its steps come to; none: no build told of it.
    std::size_t rebuilt = 0; ///< Instructions behind FROM that were not in the cache.
    std::int64_t milliseconds = 0; ///< That its steps took together, as far as they are over.
    bool isStateStale = false;

    bool operator==(const StageMark &) const = default;
};

/// What the engine has of an image that the file names.
struct ImageMark {
    std::optional<std::uint64_t> bytes; ///< Unpacked; none: it is not pulled.

    bool operator==(const ImageMark &) const = default;
};

/// All that is known of the text in the window from builds and engines. Plain data.
struct TextMarks {
    std::shared_ptr<const Analysis> analysis; ///< Of the text that the indexes belong to.
    std::vector<InstructionMark> instructions; ///< By InstructionIndex; empty: nothing is known.
    std::vector<StageMark> stages; ///< By StageIndex; empty: nothing is known.
    std::map<std::string, ImageMark> images; ///< By reference, as in GraphNode::reference.
    std::uint64_t largestStage = 0; ///< Bytes: what bars are scaled to.
    bool isMeasured = false; ///< There are sizes of stages.

    const StageMark *ofStage(StageIndex stage) const;
    const InstructionMark *ofInstruction(InstructionIndex instruction) const;
    /// \param reference as in GraphNode::reference.
    const ImageMark *ofImage(const std::string &reference) const;
    /// Something is older than the text.
    bool isStale() const;

    bool operator==(const TextMarks &) const = default;
};

/// What the steps of one instruction come to.
struct StepSum {
    std::optional<StepState> state;
    std::optional<std::int64_t> milliseconds;

    bool operator==(const StepSum &) const = default;
};

/// By instruction of the text that is built. \param instructions how many it has.
std::vector<StepSum> sumSteps(const std::vector<ProgressStep> &steps, std::size_t instructions);

/// A measurement, and how its text became the present one.
struct TracedMeasurement {
    Measurement measurement;
    TextTrace trace;
};

/// A build, likewise.
struct TracedBuild {
    std::vector<StepSum> steps; ///< By instruction of the text that was built.
    TextTrace trace;
};

/// Puts together what is known. \pre both traces end at `analysis`. \param measured, built may be null.
TextMarks makeTextMarks(std::shared_ptr<const Analysis> analysis, const TracedMeasurement *measured,
                        const TracedBuild *built, const std::map<std::string, ImageMark> &images);

} // namespace drydock::ui
