// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "model/build/build_progress.h"
#include "model/image/size_report.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock {

/// A file with two stages; the second takes something from the first.
inline const std::string twoStages = "FROM golang:1.21 AS build\n"
                                     "WORKDIR /app\n"
                                     "COPY . .\n"
                                     "RUN go build -o server\n"
                                     "FROM alpine:3.18\n"
                                     "COPY --from=build /app/server /server\n"
                                     "CMD [\"/server\"]\n";

inline std::shared_ptr<const Analysis> madeUpAnalysis()
{
    return analyse(SourceText(twoStages));
}

inline LayerSize madeUpLayer(std::size_t instruction, std::uint64_t bytes, LayerCategory category)
{
    return {{instruction}, {}, bytes, category, {}};
}

/// What the two stages weigh: 847 MB and 13.8 MB.
inline Measurement madeUpMeasurement()
{
    StageSize build;
    build.stage = {0};
    build.baseBytes = 826'000'000;
    build.layers = {{{}, {}, 826'000'000, LayerCategory::Base, {}},
                    madeUpLayer(1, 0, LayerCategory::Other),
                    madeUpLayer(2, 12'000, LayerCategory::Application),
                    madeUpLayer(3, 20'988'000, LayerCategory::BuildOutput)};
    build.bytes = 847'000'000;
    StageSize final;
    final.stage = {1};
    final.baseBytes = 7'300'000;
    final.layers = {{{}, {}, 7'300'000, LayerCategory::Base, {}},
                    madeUpLayer(5, 6'500'000, LayerCategory::Application),
                    madeUpLayer(6, 0, LayerCategory::Other)};
    final.bytes = 13'800'000;
    Measurement measurement;
    measurement.stages = {build, final};
    measurement.target = {1};
    return measurement;
}

/// A step of an instruction that ran for so many milliseconds.
inline ProgressStep madeUpStep(std::size_t instruction, std::string stage, std::string name, StepState state,
                               std::int64_t milliseconds = 0)
{
    ProgressStep step;
    step.id = std::to_string(instruction);
    step.name = std::move(name);
    step.stage = std::move(stage);
    step.instruction = {instruction};
    step.state = state;
    if (state != StepState::Waiting)
        step.started = 1'000'000;
    if (state != StepState::Waiting && state != StepState::Running)
        step.completed = 1'000'000 + milliseconds;
    return step;
}

/// The steps of `twoStages` in these states, in file order without the FROMs.
inline std::vector<ProgressStep> madeUpSteps(const std::vector<StepState> &states)
{
    const std::vector<std::pair<std::size_t, std::string>> names {
        {1, "WORKDIR /app"},
        {2, "COPY . ."},
        {3, "RUN go build -o server"},
        {5, "COPY --from=build /app/server /server"}};
    std::vector<ProgressStep> steps;
    for (std::size_t i = 0; i < states.size() && i < names.size(); ++i)
        steps.push_back(madeUpStep(names[i].first, i < 3 ? "build" : "stage-1", names[i].second, states[i],
                                   states[i] == StepState::Cached ? 0 : std::int64_t(i) * 1000));
    return steps;
}

} // namespace drydock
