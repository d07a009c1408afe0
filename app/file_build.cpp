// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/file_build.h"

#include "app/engine_room.h"
#include "app/measurement_store.h"
#include "app/open_file.h"
#include "ui/common/translated.h"

#include <QFileInfo>

#include <algorithm>
#include <numeric>
#include <utility>

namespace drydock::app {
namespace {

QString sentenceOf(const Error &error)
{
    return ui::translated("engine", error.text);
}

ui::BuildEnd endingOf(const Error &error, bool wasCancelled)
{
    if (wasCancelled)
        return {ui::BuildPhase::Cancelled, {}, {}};
    return {ui::BuildPhase::Failed, sentenceOf(error), QString::fromStdString(error.detail)};
}

} // namespace

FileBuild::FileBuild(OpenFile &file, EngineRoom &room, const MeasurementStore &store, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_room(room)
    , m_store(store)
    , m_marks(file.document())
{
    recall();
    connect(&m_room, &EngineRoom::clientGoing, this, [this] {
        if (!m_job)
            return;
        m_job.reset();
        end({ui::BuildPhase::Cancelled, {}, {}});
    });
    connect(&m_file.document(), &Document::changed, this, [this](const Change &change) {
        if (change.edits.isEmpty() || !m_proposed)
            return;
        m_proposed.reset(); // It was made for the text before.
        emit measuredChanged();
    });
}

FileBuild::~FileBuild() = default;

void FileBuild::recall()
{
    m_list = m_store.measurementsOf(m_file.path());
    const auto text = m_file.document().snapshot();
    if (const Measurement *known = m_list.ofText(hashOf(text->text().bytes()))) {
        m_measured = *known;
        m_measuredText = text;
        m_marks.setMeasurement(*known, text);
    }
}

void FileBuild::pin()
{
    const std::vector<Measurement> &all = m_list.measurements();
    const auto found = std::find(all.begin(), all.end(), *m_measured);
    if (found == all.end())
        return;
    m_list.pin(std::size_t(found - all.begin()));
    m_store.keep(m_file.path(), m_list);
    emit measuredChanged();
}

QString FileBuild::targetName() const
{
    const StageGraph &graph = m_file.document().analysis().graph;
    return graph.target ? QString::fromStdString(graph.nodes[graph.target.value].label()) : QString();
}

bool FileBuild::isTargetInHand() const
{
    return m_job && m_job->progress() && m_job->stageInHand() == m_job->measurement().target;
}

const BuildProgress *FileBuild::progress() const
{
    if (isTargetInHand())
        return m_job->progress();
    return m_progress ? &*m_progress : nullptr;
}

bool FileBuild::isStale() const
{
    return m_measured && m_measured->textHash != hashOf(m_file.document().text().bytes());
}

BuildWish FileBuild::wishFor(const Analysis &analysis) const
{
    BuildWish wish;
    wish.text = std::string(analysis.text().bytes());
    const QFileInfo place(m_file.path());
    wish.folder = place.absolutePath().toStdString();
    wish.dockerfile = place.fileName().toStdString();
    wish.target = analysis.options.target;
    wish.buildArgs = analysis.options.buildArgs;
    wish.contexts = analysis.options.contexts;
    wish.platform = m_room.platform();
    wish.secrets = m_extras.secrets;
    wish.cacheFrom = m_extras.cacheFrom;
    wish.cacheTo = m_extras.cacheTo;
    wish.builder = m_extras.builder;
    wish.noCache = m_extras.noCache;
    wish.pull = m_extras.pull;
    return wish;
}

std::vector<std::string> FileBuild::imagesToKeep() const
{
    std::vector<std::string> images;
    for (const Measurement *measurement : {m_list.pinned(), measured()}) {
        if (!measurement)
            continue;
        for (const StageSize &stage : measurement->stages)
            images.push_back(stage.image); // NOLINT(performance-inefficient-vector-operation)
    }
    return images;
}

void FileBuild::build()
{
    const auto text = m_file.document().snapshot();
    MeasureWish wish;
    wish.build = wishFor(*text);
    wish.keep = imagesToKeep();
    wish.image
        = m_file.folderName().isEmpty() ? m_file.title().toStdString() : m_file.folderName().toStdString();
    run(std::move(wish), {text, false});
}

void FileBuild::buildProposal(const std::string &text, const ContextFiles &files, const QString &name)
{
    const auto analysis = analyse(SourceText(text), m_file.document().analysis().options);
    MeasureWish wish;
    wish.build = wishFor(*analysis);
    wish.build.files = files;
    wish.image = name.toStdString();
    wish.keep = imagesToKeep();
    m_proposedName = name;
    run(std::move(wish), {analysis, true});
}

void FileBuild::run(MeasureWish wish, Subject subject)
{
    m_trouble.reset();
    m_progress.reset();
    m_subject = std::move(subject);
    EngineClient *client = m_room.client();
    if (!client) {
        m_trouble = m_room.trouble();
        end({ui::BuildPhase::Failed, m_trouble ? sentenceOf(*m_trouble) : QString(), {}});
        return;
    }
    m_phase = ui::BuildPhase::Running;
    m_start = {targetName(), m_room.label(), {}};
    m_job = MeasurePtr(new MeasureJob(*client, std::move(wish)));
    connect(m_job.get(), &MeasureJob::stepsChanged, this, &FileBuild::takeProgress);
    connect(m_job.get(), &MeasureJob::buildStarted, this, [this] {
        if (isTargetInHand()) {
            m_start.way = m_room.label(); // Now it has said who it is.
            m_start.command = QString::fromStdString(m_job->buildInHand()->inWords());
            emit started();
        }
    });
    connect(m_job.get(), &MeasureJob::built, this, [this] {
        if (isTargetInHand())
            m_progress = *m_job->progress(); // The next build takes its place.
    });
    connect(m_job.get(), &MeasureJob::stageMeasured, this, &FileBuild::onStageMeasured);
    connect(m_job.get(), &Job::finished, this, &FileBuild::onFinished);
    emit started();
}

void FileBuild::takeProgress(const std::vector<std::size_t> &steps)
{
    // Of the target's build only: the steps of others would come and go under the reader's eyes.
    if (!isTargetInHand())
        return;
    if (!m_subject.isProposal)
        m_marks.setProgress(*m_job->progress(), m_subject.text);
    emit stepsChanged(steps);
}

void FileBuild::onStageMeasured()
{
    if (m_subject.isProposal)
        return;
    keep(m_job->measurement());
}

void FileBuild::keep(const Measurement &measurement)
{
    if (m_subject.isProposal) {
        m_proposed = measurement;
    } else {
        m_measured = measurement;
        m_measuredText = m_subject.text;
        m_marks.setMeasurement(measurement, m_subject.text);
    }
    std::map<std::string, ui::ImageMark> images;
    for (const auto &[reference, bytes] : m_job->imageSizes())
        images[reference] = {bytes};
    m_marks.setImageSizes(std::move(images));
    emit measuredChanged();
}

void FileBuild::onFinished()
{
    const Result<Measurement> result = m_job->result();
    const std::vector<StageFailure> failures = m_job->failures();
    const bool wasCancelled = m_phase == ui::BuildPhase::Cancelled;
    if (result) {
        keep(*result);
        if (!m_subject.isProposal) {
            m_list.add(*result);
            m_store.keep(m_file.path(), m_list);
        }
    }
    if (!m_progress && isTargetInHand())
        m_progress = *m_job->progress();
    m_job.reset();
    const auto ofTarget = std::find_if(failures.begin(), failures.end(), [&](const StageFailure &failure) {
        return !result || failure.stage == result->target;
    });
    if (ofTarget != failures.end() || !result) {
        m_trouble = ofTarget != failures.end() ? ofTarget->error : result.error();
        end(endingOf(*m_trouble, wasCancelled));
        return;
    }
    ui::BuildEnd ending {wasCancelled ? ui::BuildPhase::Cancelled : ui::BuildPhase::Done, {}, {}};
    if (!failures.empty() && !wasCancelled)
        ending.words
            = tr("Built. Of the stages that it does not need, %1 cannot be built.").arg(failures.size());
    end(ending);
}

void FileBuild::end(ui::BuildEnd ending)
{
    m_phase = ending.phase;
    m_end = std::move(ending);
    if (m_progress) {
        m_progress->finish(m_phase == ui::BuildPhase::Cancelled);
        if (!m_subject.isProposal)
            m_marks.setProgress(*m_progress, m_subject.text);
        std::vector<std::size_t> all(m_progress->steps().size());
        std::iota(all.begin(), all.end(), std::size_t {0});
        emit stepsChanged(all);
    }
    emit ended();
    emit measuredChanged();
}

void FileBuild::cancel()
{
    if (!m_job)
        return;
    m_phase = ui::BuildPhase::Cancelled;
    m_job->cancel();
}

} // namespace drydock::app
