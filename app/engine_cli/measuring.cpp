// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_cli/measuring.h"

#include "app/engine_cli/step_words.h"
#include "model/engine/measure_job.h"

namespace drydock::cli {

namespace {

/// What stops many stages for one reason is told once.
void tellFailures(const std::vector<StageFailure> &failures, Output &output)
{
    std::size_t more = 0;
    for (std::size_t i = 0; i < failures.size(); i += 1 + more) {
        const Error &error = failures[i].error;
        more = 0;
        while (i + 1 + more < failures.size() && failures[i + 1 + more].error.text == error.text
               && failures[i + 1 + more].error.detail == error.detail)
            ++more;
        tell(output, error);
        if (more == 1)
            tell(output, {{QT_TRANSLATE_NOOP("cli", "One more stage fails in the same way."), {}}, {}});
        else if (more > 1)
            tell(output,
                 {{QT_TRANSLATE_NOOP("cli", "%1 more stages fail in the same way."), {std::to_string(more)}},
                  {}});
    }
}

} // namespace

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
    tellFailures(job->failures(), output);
    if (result)
        return *result;
    if (job->failures().empty())
        tell(output, result.error());
    if (job->progress())
        StepWords(Format::Text, output).tellFailure(*job->progress());
    return tl::unexpected<Complaint>(Complaint {{}, ExitCode::Failed});
}

} // namespace drydock::cli
