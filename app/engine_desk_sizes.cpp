// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor_tab.h"
#include "app/engine_desk.h"
#include "app/engine_room.h"
#include "app/image_choice.h"
#include "app/open_file.h"
#include "model/engine/image_job.h"
#include "model/engine/saved_files_job.h"
#include "model/image/estimate.h"
#include "ui/common/translated.h"
#include "ui/size/size_panel.h"
#include "ui/size/size_words.h"

#include <QDateTime>

#include <algorithm>

// What the Size panel is told: measurements, estimates, other images and their files.

namespace drydock::app {
namespace {

ui::ComparedSize sideOf(const Measurement &measurement, const QString &name)
{
    ui::ComparedSize side;
    side.name = name;
    side.size = *measurement.result();
    side.store = measurement.store;
    side.config = measurement.config;
    side.measurement = std::make_shared<const Measurement>(measurement);
    return side;
}

} // namespace

void EngineDesk::refreshSize()
{
    if (!m_size)
        return;
    const FileBuild *build = current();
    m_size->setAnalysis(build ? m_tab->file().document().snapshot() : nullptr);
    if (m_foreign) {
        m_size->setProposal(false);
        m_size->showMeasured(*m_foreign, {}, false);
        if (m_foreignFiles)
            m_size->setFiles(QString::fromStdString(m_foreign->stages.front().image), m_foreignFiles);
        return;
    }
    if (!build) {
        m_size->showUnknown();
        return;
    }
    if (build->measured()) {
        showMeasured(*build);
        return;
    }
    if (build->isRunning())
        m_size->showWaiting(tr("Building, then measuring…"));
    else if (build->trouble())
        m_size->showFailed(*build->trouble());
    else if (const std::optional<Error> &trouble = m_room.trouble())
        m_size->showNotConnected(ui::translated("engine", trouble->text),
                                 QString::fromStdString(trouble->detail));
    else
        m_size->showUnknown();
}

void EngineDesk::showMeasured(const FileBuild &build)
{
    const MeasurementList &list = build.measurements();
    std::vector<Measurement> newestFirst(list.measurements().rbegin(), list.measurements().rend());
    const Measurement &shown = build.proposed() ? *build.proposed() : *build.measured();
    const Measurement *before = build.proposed() ? build.measured() : list.before();
    std::optional<ui::ComparedSize> compared;
    if (before && before->result() && before != &shown) {
        const QString time = ui::timeText(before->time);
        compared = sideOf(*before,
                          list.pinned() == before ? tr("pinned %1").arg(time) : tr("measured %1").arg(time));
        if (build.measuredText() && before->textHash == hashOf(build.measuredText()->text().bytes()))
            compared->analysis = build.measuredText();
    }
    m_size->setProposal(build.proposed() != nullptr);
    m_size->showMeasured(shown, std::move(compared), build.proposed() || build.isStale());
    m_size->setMeasurements(std::move(newestFirst));
    refreshEstimate();
}

void EngineDesk::refreshEstimate()
{
    if (!m_size)
        return;
    const FileBuild *build = current();
    if (!build || !build->measured() || build->proposed() || !build->isStale() || !build->measuredText()
        || m_foreign) {
        m_size->setEstimates({}, {});
        return;
    }
    const Analysis &then = *build->measuredText();
    const auto now = m_tab->file().document().snapshot();
    const Estimate estimate
        = estimateFrom(*build->measured(), then.syntax, then.graph, now->syntax, now->graph, m_room.images());
    std::vector<ui::ComparedSize> stages;
    stages.reserve(estimate.stages.size());
    for (const EstimatedStage &stage : estimate.stages) {
        ui::ComparedSize side;
        side.name = tr("this text");
        side.size = stage.size;
        side.store = build->measured()->store;
        if (stage.isEstimate)
            side.basis = ui::translated("image", stage.basis);
        side.analysis = now;
        stages.push_back(std::move(side));
    }
    m_size->setEstimates(std::move(stages), estimate.target);
}

// Images that the file in front has not made

void EngineDesk::openImage()
{
    emit panelWanted(QStringLiteral("size"));
    askForImage([this](const Measurement &measurement) { showForeign(measurement, nullptr); });
}

void EngineDesk::compareWithImage()
{
    askForImage([this](const Measurement &measurement) {
        if (m_size)
            m_size->compareWith(sideOf(measurement, QString::fromStdString(measurement.image)));
    });
}

void EngineDesk::askForImage(const std::function<void(const Measurement &)> &answer)
{
    m_room.open();
    EngineClient *client = m_room.client();
    if (!client) {
        refreshSize(); // Which says why.
        return;
    }
    auto *choice = new ImageChoice(*client, m_size);
    choice->setAttribute(Qt::WA_DeleteOnClose);
    // The engine may be replaced while the reader chooses.
    connect(&m_room, &EngineRoom::clientGoing, choice, &QDialog::reject);
    connect(choice, &QDialog::accepted, this, [this, choice, answer] {
        EngineClient *engine = m_room.client();
        if (!engine)
            return;
        m_measuring = measureImage(*engine, choice->image().toStdString());
        connect(m_measuring.get(), &Job::finished, this, [this, answer] {
            const JobPtr<Measurement> over = std::move(m_measuring);
            if (over->result())
                answer(*over->result());
            else
                emit statusText(ui::translated("engine", over->result().error().text));
        });
    });
    choice->open();
}

void EngineDesk::showForeign(Measurement measurement, std::shared_ptr<const ImageContents> files)
{
    m_foreign = std::move(measurement);
    m_foreignFiles = std::move(files);
    refreshSize();
}

// Files of images

void EngineDesk::readFiles(const QString &image)
{
    EngineClient *client = m_room.client();
    if (!client || !m_size)
        return;
    JobPtr<ImageContents> job = readFilesOfImage(*client, image.toStdString());
    auto *const asked = job.get();
    connect(asked, &Job::progressed, this, [this, image](qint64 done, qint64 total) {
        if (m_size)
            m_size->setFilesProgress(image, std::uint64_t(done), std::uint64_t(total));
    });
    connect(asked, &Job::finished, this, [this, image, asked] {
        const JobPtr<ImageContents> over = std::move(m_reading[image]);
        m_reading.erase(image);
        if (!m_size)
            return;
        if (const Result<ImageContents> &files = asked->result())
            m_size->setFiles(image, std::make_shared<const ImageContents>(*files));
        else
            m_size->setFilesFailed(image, files.error());
    });
    m_reading[image] = std::move(job);
    m_size->setFilesProgress(image, 0, 0);
}

void EngineDesk::stopReading(const QString &image)
{
    m_reading.erase(image);
}

// Archives

void EngineDesk::openSavedImage(const QString &path)
{
    emit panelWanted(QStringLiteral("size"));
    if (!m_size)
        return;
    m_size->showWaiting(tr("Reading %1…").arg(path));
    JobPtr<ImageContents> job = readFilesOfArchive(path.toStdString());
    connect(job.get(), &Job::finished, this, [this, path] {
        const JobPtr<ImageContents> over = std::move(m_reading[path]);
        m_reading.erase(path);
        if (!m_size)
            return;
        if (over->result())
            showSaved(*over->result(), path);
        else
            m_size->showFailed(over->result().error());
    });
    m_reading[path] = std::move(job);
}

void EngineDesk::showSaved(const ImageContents &files, const QString &path)
{
    Measurement measurement;
    measurement.image = files.tags.empty() ? path.toStdString() : files.tags.front();
    measurement.engine = tr("saved archive").toStdString();
    measurement.store = ImageStore::SavedArchive;
    measurement.time = QDateTime::currentSecsSinceEpoch();
    measurement.config = files.config;
    StageSize size;
    const FileBuild *build = current();
    const std::shared_ptr<const Analysis> analysis = build ? m_tab->file().document().snapshot() : nullptr;
    if (analysis && analysis->graph.target) {
        // Of the file in front, if its lines are found in it.
        measurement.target = analysis->graph.target;
        size = matchHistory(analysis->syntax, analysis->graph, analysis->graph.target, files.history, {});
        measurement.textHash = hashOf(analysis->text().bytes());
    } else {
        measurement.target = StageIndex {0}; // Of no file; but a measurement is of stages.
        size.bytes = sizeOf(files.history);
        for (const HistoryEntry &entry : files.history)
            size.layers.push_back({{}, entry.createdBy, entry.bytes, LayerCategory::Other, {}});
    }
    size.stage = measurement.target;
    size.image = path.toStdString();
    measurement.stages.push_back(std::move(size));
    showForeign(std::move(measurement), std::make_shared<const ImageContents>(files));
}

} // namespace drydock::app
