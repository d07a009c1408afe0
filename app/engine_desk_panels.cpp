// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor_tab.h"
#include "app/engine_desk.h"
#include "app/engine_room.h"
#include "app/open_file.h"
#include "model/engine/saved_files_job.h"
#include "ui/build/build_panel.h"
#include "ui/build/verify_pane.h"
#include "ui/common/translated.h"
#include "ui/size/size_panel.h"

#include <QDateTime>
#include <QFileDialog>
#include <QSaveFile>

#include <algorithm>
#include <numeric>

// The panels of the desk: what they are told, and what they ask for.

namespace drydock::app {
namespace {

QString timeOf(std::int64_t seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds).toString(QStringLiteral("hh:mm"));
}

} // namespace

QWidget *EngineDesk::makeSizePanel(QWidget *parent)
{
    m_size = new ui::SizePanel(parent);
    m_size->setTheme(m_theme);
    connect(m_size, &ui::SizePanel::buildRequested, this, &EngineDesk::build);
    connect(m_size, &ui::SizePanel::retryRequested, &m_room, &EngineRoom::retry);
    connect(m_size, &ui::SizePanel::chooseEngineRequested, this, &EngineDesk::engineChoiceWanted);
    connect(m_size, &ui::SizePanel::savedImageRequested, this, &EngineDesk::savedImageWanted);
    connect(m_size, &ui::SizePanel::pinRequested, this, &EngineDesk::pin);
    connect(m_size, &ui::SizePanel::runRequested, this,
            [this] { emit panelWanted(QStringLiteral("verify")); });
    connect(m_size, &ui::SizePanel::filesRequested, this, &EngineDesk::readFiles);
    connect(m_size, &ui::SizePanel::filesCancelled, this, &EngineDesk::stopReading);
    connect(m_size, &ui::SizePanel::revealed, this, &EngineDesk::revealed);
    connect(m_size, &ui::SizePanel::fixRequested, this, &EngineDesk::refactoringWanted);
    refreshSize();
    return m_size;
}

QWidget *EngineDesk::makeBuildPanel(QWidget *parent)
{
    m_build = new ui::BuildPanel(parent);
    m_build->setTheme(m_theme);
    connect(m_build, &ui::BuildPanel::buildRequested, this, &EngineDesk::build);
    connect(m_build, &ui::BuildPanel::cancelRequested, this, &EngineDesk::cancel);
    connect(m_build, &ui::BuildPanel::revealed, this, &EngineDesk::revealed);
    connect(m_build, &ui::BuildPanel::saveLogRequested, this,
            [this](const QString &text) { saveLog(text, m_build); });
    refreshBuild();
    return m_build;
}

QWidget *EngineDesk::makeVerifyPane(QWidget *parent)
{
    m_verify = new ui::VerifyPane(parent);
    m_verify->setTheme(m_theme);
    connect(m_verify, &ui::VerifyPane::runRequested, this, &EngineDesk::verify);
    connect(m_verify, &ui::VerifyPane::stopRequested, this, &EngineDesk::stopVerifying);
    refreshVerify();
    return m_verify;
}

void EngineDesk::refreshBuild()
{
    if (!m_build)
        return;
    FileBuild *build = current();
    m_build->setMarks(build ? &build->marks() : nullptr);
    m_build->setTarget(build ? build->targetName() : QString());
    if (!build || build->phase() == ui::BuildPhase::Idle) {
        m_build->clear();
        return;
    }
    m_build->showStart(build->start());
    if (const BuildProgress *progress = build->progress()) {
        std::vector<std::size_t> all(progress->steps().size());
        std::iota(all.begin(), all.end(), std::size_t {0});
        m_build->showProgress(*progress, all);
    }
    if (!build->isRunning())
        m_build->showEnd(build->ending());
}

void EngineDesk::refreshSize()
{
    if (!m_size)
        return;
    const FileBuild *build = current();
    m_size->setAnalysis(build ? m_tab->file().document().snapshot() : nullptr);
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
        ui::ComparedSize side;
        side.name = list.pinned() == before ? tr("pinned %1").arg(timeOf(before->time))
                                            : tr("measured %1").arg(timeOf(before->time));
        side.size = *before->result();
        side.store = before->store;
        if (build.measuredText() && before->textHash == hashOf(build.measuredText()->text().bytes()))
            side.analysis = build.measuredText();
        compared = std::move(side);
    }
    m_size->showMeasured(shown, std::move(compared), build.proposed() || build.isStale());
    m_size->setMeasurements(std::move(newestFirst));
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

void EngineDesk::saveLog(const QString &text, QWidget *parent)
{
    const QString path
        = QFileDialog::getSaveFileName(parent, tr("Save the Log"), QStringLiteral("build.log"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const QByteArray bytes = text.toUtf8();
    // A full disk shows only if both are looked at.
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush()
        || !file.commit())
        emit statusText(tr("The log was not saved: %1").arg(file.errorString()));
    else
        emit statusText(tr("The log is saved."));
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
    m_size->setAnalysis(analysis);
    m_size->showMeasured(measurement, {}, false);
    m_size->setFiles(path, std::make_shared<const ImageContents>(files));
}

} // namespace drydock::app
