// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor_tab.h"
#include "app/engine_desk.h"
#include "app/engine_room.h"
#include "app/open_file.h"
#include "ui/build/build_panel.h"
#include "ui/build/verify_pane.h"
#include "ui/size/size_panel.h"

#include <QFileDialog>
#include <QSaveFile>

#include <numeric>

// The panels of the desk: what they are told, and what they ask for.

namespace drydock::app {

QWidget *EngineDesk::makeSizePanel(QWidget *parent)
{
    m_size = new ui::SizePanel(parent);
    m_size->setTheme(m_theme);
    connect(m_size, &ui::SizePanel::buildRequested, this, &EngineDesk::build);
    connect(m_size, &ui::SizePanel::retryRequested, &m_room, &EngineRoom::retry);
    connect(m_size, &ui::SizePanel::chooseEngineRequested, this, &EngineDesk::engineChoiceWanted);
    connect(m_size, &ui::SizePanel::savedImageRequested, this, &EngineDesk::savedImageWanted);
    connect(m_size, &ui::SizePanel::otherImageRequested, this, &EngineDesk::compareWithImage);
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

} // namespace drydock::app
