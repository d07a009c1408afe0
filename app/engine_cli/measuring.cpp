// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_cli/measuring.h"

#include "app/engine_cli/step_words.h"
#include "model/engine/measure_job.h"

#include <ctime>

namespace drydock::cli {

tl::expected<Measurement, Complaint> measure(EngineSession &session, const BuildInput &input,
                                             const MeasureOrder &order, Output &output)
{
    MeasureWish wish;
    wish.build = input.wish;
    wish.image = input.name;
    wish.onlyLooks = order.onlyLooks;
    wish.keep = order.keep;
    const MeasurePtr job(new MeasureJob(session.client(), wish));
    const Result<Measurement> result = wait(*job);
    for (const StageFailure &failure : job->failures())
        tell(output, failure.error);
    if (result)
        return *result;
    if (job->failures().empty())
        tell(output, result.error());
    if (job->progress())
        StepWords(Format::Text, output).tellFailure(*job->progress());
    return tl::unexpected<Complaint>(Complaint {{}, ExitCode::Failed});
}

Result<MeasuredImage> measureImage(EngineSession &session, const std::string &image)
{
    const JobPtr<ImageFacts> asking = session.client().inspectImage(image);
    const JobPtr<std::vector<HistoryEntry>> recalling = session.client().history(image);
    const Result<ImageFacts> facts = wait(*asking);
    if (!facts)
        return tl::unexpected(facts.error());
    const Result<std::vector<HistoryEntry>> history = wait(*recalling);
    if (!history)
        return tl::unexpected(history.error());
    MeasuredImage measured;
    measured.config = facts->config;
    measured.measurement.image = image;
    measured.measurement.engine = session.label();
    measured.measurement.store = session.client().facts().store;
    measured.measurement.time = std::int64_t(std::time(nullptr));
    StageSize size;
    size.stage = StageIndex {0}; // Of no file; but a measurement is of stages.
    measured.measurement.target = size.stage;
    size.image = facts->id;
    size.bytes = sizeOf(*history);
    for (const HistoryEntry &entry : *history)
        size.layers.push_back({{}, entry.createdBy, entry.bytes, LayerCategory::Other, {}});
    measured.measurement.stages.push_back(std::move(size));
    return measured;
}

Result<ImageConfig> configOf(EngineSession &session, const std::string &image)
{
    const JobPtr<ImageFacts> asking = session.client().inspectImage(image);
    const Result<ImageFacts> facts = wait(*asking);
    if (!facts)
        return tl::unexpected(facts.error());
    return facts->config;
}

} // namespace drydock::cli
