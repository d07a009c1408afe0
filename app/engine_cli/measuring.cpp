// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_cli/measuring.h"

#include "app/engine_cli/step_words.h"
#include "model/engine/measure_job.h"

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

} // namespace drydock::cli
