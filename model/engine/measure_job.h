// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/build_job.h"
#include "model/engine/engine_client.h"
#include "model/engine/job.h"
#include "model/graph/stage_graph.h"
#include "model/image/size_report.h"
#include "model/syntax/syntax.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace drydock {

/// What is measured.
struct MeasureWish {
    /// The text and how it is built. Its target is what the build produces, and its tags are for that stage only.
    BuildWish build;
    std::string image; ///< What a person calls the result; only shown. May be empty.
    bool onlyLooks = false; ///< Builds nothing: measures what an earlier run of this very text left behind.
    std::vector<std::string> keep; ///< Images of earlier runs (ids) that somebody still needs.
};

/// A stage without a size, and why.
struct StageFailure {
    StageIndex stage;
    Error error;
};

/// Which labels and tags say to whom an image of ours belongs.
struct MeasureNames {
    std::string project; ///< Hash of the folder and of the Dockerfile's path in it.
    std::string text; ///< Hash of the Dockerfile.
    std::string options; ///< Hash of build arguments and the platform.

    explicit MeasureNames(const BuildWish &wish);
    /// "drydock/<project>"
    std::string repository() const { return "drydock/" + project; }
    std::map<std::string, std::string> labelsOf(const std::string &stageTag) const;
};

/// A history without the entries that our labels leave in it: the classic builder and Podman make instructions of them. They
/// bring no bytes, and the text has no lines for them.
std::vector<HistoryEntry> withoutOurLabels(std::vector<HistoryEntry> history);

/// The tag of a stage's image: its name in lower case, its number if it has none.
std::string stageTag(const StageGraph &graph, StageIndex stage);

/// Measures every stage of a text, those that the target does not need too: one build per stage, the target first because
/// its steps are steps of the others, and what the engine tells of the image while the next one is built.
///
/// Ends in what was measured. Stages that do not build are in failures(), and do not hide the others; it ends in an Error
/// only if there is no size at all. Images of earlier runs of the same project lose our names at the end; nothing else is
/// removed.
class MeasureJob final : public JobOf<Measurement> {
    Q_OBJECT

public:
    using Builder = std::function<BuildPtr(EngineClient &, const BuildWish &)>;

    /// \param engine borrowed; must outlive the job. \param builder what starts a build.
    MeasureJob(EngineClient &engine, MeasureWish wish, Builder builder = startBuild);
    ~MeasureJob() override;

    void abort() override;
    /// Builds no more: ends in what is there by now, or in an Error.
    void cancel();

    /// Of the build in hand, or of the last one; null before the first.
    const BuildProgress *progress() const { return m_build ? &m_build->progress() : nullptr; }
    /// That build itself; null before the first.
    const BuildJob *buildInHand() const { return m_build.get(); }
    /// The stage whose build that is.
    StageIndex stageInHand() const { return m_stageInHand; }
    /// What was measured until now.
    const Measurement &measurement() const { return m_measurement; }
    const std::vector<StageFailure> &failures() const { return m_failures; }
    /// Unpacked bytes of the images that the text names, as far as the engine has them, by reference.
    const std::map<std::string, std::uint64_t> &imageSizes() const { return m_imageSizes; }

signals:
    void buildStarted(StageIndex stage);
    /// As BuildJob::stepsChanged(), of progress().
    void stepsChanged(const std::vector<std::size_t> &steps);
    /// The build in hand is over, well or not; the next one is about to take its place.
    void built(StageIndex stage);
    void stageMeasured(const StageSize &size);
    void stageFailed(StageIndex stage);

private:
    struct Look {
        StageIndex stage;
        std::string image;
        JobPtr<ImageFacts> facts;
        JobPtr<std::vector<HistoryEntry>> history;
    };
    using Images = std::vector<ImageSummary>;

    void begin();
    void findTarget();
    void listImages();
    void lookAtOldImages(const Images &images);
    void askForBases();
    void buildNext();
    void wasBuilt();
    void noteFailure(StageIndex stage, Error error);
    bool hasBegun() const;
    StageIndex brokenStage() const;
    void skipWhatNeeds(StageIndex broken);
    bool needs(StageIndex stage, StageIndex other) const;
    void look(StageIndex stage, const std::string &image);
    void looked(Look &look);
    void endIfDone();
    void cleanUp();
    void end();

    EngineClient &m_engine;
    MeasureWish m_wish;
    Builder m_builder;
    MeasureNames m_names;
    Syntax m_syntax;
    StageGraph m_graph;
    Measurement m_measurement;
    std::vector<StageFailure> m_failures;
    std::map<std::string, std::uint64_t> m_imageSizes;
    std::deque<StageIndex> m_toBuild;
    StageIndex m_stageInHand;
    BuildPtr m_build;
    JobPtr<EngineFacts> m_greeting;
    JobPtr<Images> m_listing;
    std::vector<std::unique_ptr<Look>> m_looks;
    std::vector<JobPtr<std::vector<HistoryEntry>>> m_bases;
    std::vector<JobPtr<bool>> m_removals;
    Images m_oldImages; ///< Of this project, when the job began.
    std::size_t m_pending = 0; ///< Answers that are awaited.
    bool m_isBuilding = false;
    bool m_isCleaning = false;
    bool m_isAborted = false;
};

using MeasurePtr = std::unique_ptr<MeasureJob, AbortAndDelete>;

} // namespace drydock
