// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/measure_job.h"

#include <QDateTime>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace drydock {

namespace {

bool holds(const std::vector<std::string> &all, const std::string &one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

} // namespace

MeasureJob::MeasureJob(EngineClient &engine, MeasureWish wish, Builder builder)
    : m_engine(engine)
    , m_wish(std::move(wish))
    , m_builder(std::move(builder))
    , m_names(m_wish.build)
    , m_syntax(parse(SourceText(m_wish.build.text)))
{
    BuildOptions options;
    options.buildArgs = m_wish.build.buildArgs;
    options.contexts = m_wish.build.contexts;
    options.target = m_wish.build.target;
    if (!m_wish.build.platform.empty())
        options.platform = m_wish.build.platform;
    m_graph = makeStageGraph(m_syntax, options);
    findTarget();
    m_measurement.textHash = m_names.text;
    m_measurement.image = m_wish.image;
    QTimer::singleShot(0, this, [this] { begin(); });
}

MeasureJob::~MeasureJob() = default;

void MeasureJob::findTarget()
{
    m_measurement.target = m_graph.target;
    for (std::size_t i = 0; i < m_graph.stageCount(); ++i) {
        // "stage 2" is how a wish calls a stage without a name, which no graph knows as a target.
        if (m_graph.nodes[i].name.empty() && m_graph.nodes[i].label() == m_wish.build.target)
            m_measurement.target = StageIndex {i};
    }
}

void MeasureJob::abort()
{
    m_toBuild.clear();
    m_build.reset();
    m_greeting.reset();
    m_listing.reset();
    m_looks.clear();
    m_bases.clear();
    m_removals.clear();
    m_isAborted = true;
}

void MeasureJob::cancel()
{
    m_toBuild.clear();
    if (m_isBuilding)
        m_build->cancel();
}

void MeasureJob::begin()
{
    if (m_isAborted)
        return;
    if (!m_measurement.target) {
        finish(refusal(QT_TRANSLATE_NOOP("engine", "There is no stage to measure.")));
        return;
    }
    m_greeting = m_engine.greet();
    connect(m_greeting.get(), &Job::finished, this, [this] {
        const auto greeting = std::move(m_greeting);
        if (!greeting->result()) {
            finish(tl::unexpected<Error>(greeting->result().error()));
            return;
        }
        const EngineFacts &facts = *greeting->result();
        m_measurement.store = facts.store;
        m_measurement.engine = facts.label() + " (" + m_engine.endpoint().url + ')';
        m_measurement.time = QDateTime::currentSecsSinceEpoch();
        listImages();
    });
}

void MeasureJob::listImages()
{
    ++m_pending;
    m_listing = m_engine.images("drydock.project=" + m_names.project);
    connect(m_listing.get(), &Job::finished, this, [this] {
        const auto listing = std::move(m_listing);
        --m_pending;
        if (listing->result())
            m_oldImages = *listing->result();
        else if (m_wish.onlyLooks)
            m_failures.push_back({m_measurement.target, listing->result().error()});
        if (m_wish.onlyLooks)
            lookAtOldImages(m_oldImages);
        endIfDone();
    });
    askForBases();
    if (m_wish.onlyLooks)
        return;
    m_toBuild.push_back(m_measurement.target);
    for (std::size_t i = 0; i < m_graph.stageCount(); ++i) {
        if (i != m_measurement.target.value)
            m_toBuild.push_back(StageIndex {i});
    }
    buildNext();
}

void MeasureJob::lookAtOldImages(const Images &images)
{
    for (std::size_t i = 0; i < m_graph.stageCount(); ++i) {
        const std::string tag = m_names.repository() + ':' + stageTag(m_graph, StageIndex {i});
        const auto found = std::find_if(images.begin(), images.end(), [&](const ImageSummary &image) {
            const auto has = [&](const char *label, const std::string &value) {
                const auto one = image.labels.find(label);
                return one != image.labels.end() && one->second == value;
            };
            return holds(image.tags, tag) && has("drydock.text", m_names.text)
                && has("drydock.options", m_names.options);
        });
        if (found != images.end())
            look(StageIndex {i}, found->id);
    }
}

void MeasureJob::askForBases()
{
    std::set<std::string> references;
    for (const GraphNode &node : m_graph.nodes) {
        if (!node.reference.empty() && node.reference != "scratch")
            references.insert(node.reference);
    }
    m_bases.reserve(references.size());
    for (const std::string &reference : references) {
        ++m_pending;
        m_bases.push_back(m_engine.history(reference));
        const auto *const job = m_bases.back().get();
        connect(job, &Job::finished, this, [this, job, reference] {
            --m_pending;
            // Zero bytes: a containerd store that has pulled the image and not unpacked it.
            const std::uint64_t bytes = job->result() ? sizeOf(*job->result()) : 0;
            if (bytes > 0)
                m_imageSizes[reference] = bytes;
            endIfDone();
        });
    }
}

void MeasureJob::buildNext()
{
    m_isBuilding = !m_toBuild.empty();
    if (!m_isBuilding) {
        endIfDone();
        return;
    }
    m_stageInHand = m_toBuild.front();
    m_toBuild.pop_front();
    const std::string tag = stageTag(m_graph, m_stageInHand);
    BuildWish wish = m_wish.build;
    wish.target = m_graph.nodes[m_stageInHand.value].label();
    if (m_stageInHand != m_measurement.target) {
        wish.tags.clear();
        // What came fresh for the target is fresh; a second time, --no-cache would run every step anew.
        wish.noCache = false;
        wish.pull = false;
        wish.cacheTo.clear();
    }
    wish.tags.push_back(m_names.repository() + ':' + tag);
    wish.labels.merge(m_names.labelsOf(tag));
    m_build = m_builder(m_engine, wish);
    connect(m_build.get(), &BuildJob::stepsChanged, this, &MeasureJob::stepsChanged);
    connect(m_build.get(), &Job::finished, this, [this] { wasBuilt(); });
    emit buildStarted(m_stageInHand);
}

void MeasureJob::wasBuilt()
{
    emit built(m_stageInHand);
    if (m_isAborted)
        return; // By a listener.
    const Result<BuildOutcome> &outcome = m_build->result();
    if (outcome) {
        const std::string tag = m_names.repository() + ':' + stageTag(m_graph, m_stageInHand);
        look(m_stageInHand, outcome->imageId.empty() ? tag : outcome->imageId);
    } else {
        noteFailure(m_stageInHand, outcome.error());
        if (m_isAborted)
            return; // By a listener.
        if (!hasBegun()) {
            // Neither would the others.
            m_toBuild.clear();
        } else if (const StageIndex broken = brokenStage()) {
            skipWhatNeeds(broken);
        }
    }
    if (!m_isAborted)
        buildNext();
}

void MeasureJob::noteFailure(StageIndex stage, Error error)
{
    m_failures.push_back({stage, std::move(error)});
    emit stageFailed(stage);
}

/// False if nothing was done for the text itself: there is no engine, or what reads the text (# syntax=) cannot be had.
bool MeasureJob::hasBegun() const
{
    const BuildProgress &progress = m_build->progress();
    const ProgressStep *const step = progress.failed();
    return !progress.steps().empty()
        && !(step && !step->instruction && step->name.starts_with("resolve image config for "));
}

StageIndex MeasureJob::brokenStage() const
{
    const ProgressStep *const step = m_build->progress().failed();
    if (!step || !step->instruction)
        return {};
    return m_build->progress().syntax().at(step->instruction).stage;
}

void MeasureJob::skipWhatNeeds(StageIndex broken)
{
    const Error error = m_build->result().error();
    std::deque<StageIndex> rest;
    for (const StageIndex stage : m_toBuild) {
        if (stage == broken || !needs(stage, broken)) {
            rest.push_back(stage);
            continue;
        }
        noteFailure(stage,
                    {{QT_TRANSLATE_NOOP("engine", "It needs the stage “%1”, which does not build."),
                      {m_graph.nodes[broken.value].label()}},
                     error.detail});
    }
    m_toBuild = std::move(rest);
    // The broken stage itself would run into the same step once more.
    const auto same = std::find(m_toBuild.begin(), m_toBuild.end(), broken);
    if (same != m_toBuild.end()) {
        m_toBuild.erase(same);
        noteFailure(broken, error);
    }
}

bool MeasureJob::needs(StageIndex stage, StageIndex other) const
{
    std::vector<std::size_t> open = {stage.value};
    std::set<std::size_t> seen = {stage.value};
    while (!open.empty()) {
        const std::size_t one = open.back();
        open.pop_back();
        for (const GraphEdge &edge : m_graph.edges) {
            if (edge.target.value == one && edge.source.value < m_graph.stageCount()
                && seen.insert(edge.source.value).second)
                open.push_back(edge.source.value);
        }
    }
    return seen.count(other.value) > 0;
}

void MeasureJob::look(StageIndex stage, const std::string &image)
{
    m_pending += 2;
    m_looks.push_back(std::make_unique<Look>());
    Look &look = *m_looks.back();
    look.stage = stage;
    look.image = image;
    look.facts = m_engine.inspectImage(image);
    look.history = m_engine.history(image);
    const auto answered = [this, &look] {
        --m_pending;
        if (look.facts->isFinished() && look.history->isFinished())
            looked(look);
    };
    connect(look.facts.get(), &Job::finished, this, answered);
    connect(look.history.get(), &Job::finished, this, answered);
}

void MeasureJob::looked(Look &look)
{
    const auto &facts = look.facts->result();
    const auto &history = look.history->result();
    if (!facts || !history) {
        noteFailure(look.stage, facts ? history.error() : facts.error());
        endIfDone();
        return;
    }
    StageSize size = matchHistory(m_syntax, m_graph, look.stage, withoutOurLabels(*history), facts->layers);
    size.image = facts->id.empty() ? look.image : facts->id;
    // Of a containerd store, `Size` of /images/{name}/json is what its packed blobs take (measured on 28.5).
    if (m_measurement.store == ImageStore::Containerd && facts->reportedBytes > 0)
        size.downloadBytes = facts->reportedBytes;
    if (look.stage == m_measurement.target)
        m_measurement.config = facts->config;
    auto &stages = m_measurement.stages;
    const auto place = std::find_if(stages.begin(), stages.end(), [&](const StageSize &other) {
        return other.stage.value > look.stage.value;
    });
    const StageSize &kept = *stages.insert(place, std::move(size));
    const StageSize told = kept; // A listener may drop the job.
    emit stageMeasured(told);
    endIfDone();
}

void MeasureJob::endIfDone()
{
    if (m_pending > 0 || m_isBuilding || m_isCleaning || m_isAborted || isFinished())
        return;
    m_isCleaning = true;
    if (m_wish.onlyLooks)
        end();
    else
        cleanUp();
}

void MeasureJob::cleanUp()
{
    std::vector<std::string> current = m_wish.keep;
    std::vector<std::string> currentTags = m_wish.build.tags;
    for (const StageSize &size : m_measurement.stages) {
        current.push_back(size.image);
        currentTags.push_back(m_names.repository() + ':' + stageTag(m_graph, size.stage));
    }
    const std::string ours = m_names.repository() + ':';
    std::vector<std::string> names;
    for (const ImageSummary &image : m_oldImages) {
        if (holds(current, image.id))
            continue;
        bool isNameless = true;
        for (const std::string &tag : image.tags) {
            const bool isTaken = holds(currentTags, tag);
            isNameless = isNameless && isTaken;
            if (!isTaken && tag.compare(0, ours.size(), ours) == 0)
                names.push_back(tag);
        }
        // All its names have gone to new images.
        if (isNameless)
            names.push_back(image.id);
    }
    m_pending = names.size();
    m_removals.reserve(names.size());
    for (const std::string &name : names) {
        m_removals.push_back(m_engine.removeImage(name));
        // An image that a container uses stays; it goes with a later run.
        connect(m_removals.back().get(), &Job::finished, this, [this] {
            if (--m_pending == 0)
                end();
        });
    }
    if (names.empty())
        end();
}

void MeasureJob::end()
{
    if (!m_measurement.stages.empty())
        finish(m_measurement);
    else if (!m_failures.empty())
        finish(tl::unexpected<Error>(m_failures.front().error));
    else
        finish(refusal(QT_TRANSLATE_NOOP("engine", "This text has not been built and measured yet.")));
}

} // namespace drydock
