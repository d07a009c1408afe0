// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor_tab.h"
#include "app/engine_desk.h"
#include "app/engine_room.h"
#include "app/open_file.h"
#include "app/scan_dialog.h"
#include "app/verify_words.h"
#include "model/contract/runtime_contract.h"
#include "ui/build/verify_pane.h"
#include "ui/common/translated.h"
#include "ui/size/size_panel.h"
#include "ui/size/size_words.h"

#include <QFileInfo>

// Running what was built, and having it searched.

namespace drydock::app {

std::vector<const Measurement *> EngineDesk::toRun() const
{
    const FileBuild *build = current();
    if (!build || !build->measured() || !build->measured()->result())
        return {};
    const Measurement *now = build->measured();
    if (build->proposed() && build->proposed()->result())
        return {now, build->proposed()};
    const Measurement *before = build->measurements().before();
    if (before && before->result() && before->result()->image != now->result()->image)
        return {before, now};
    return {now};
}

std::vector<std::string> EngineDesk::imagesToRun() const
{
    std::vector<std::string> images;
    for (const Measurement *measurement : toRun())
        images.push_back(measurement->result()->image); // NOLINT(performance-inefficient-vector-operation)
    return images;
}

void EngineDesk::refreshVerify()
{
    if (!m_verify || m_verifying)
        return;
    const std::vector<const Measurement *> images = toRun();
    QStringList ports;
    if (!images.empty()) {
        const Analysis &analysis = m_tab->file().document().analysis();
        if (analysis.graph.target) {
            const RuntimeContract contract = contractOf(analysis.syntax, analysis.graph, analysis.options,
                                                        analysis.graph.target, m_room.images());
            for (const std::string &port : contract.ports)
                ports << QString::fromStdString(port);
        }
    }
    // Ids say nothing to anybody.
    const auto nameOf = [](const Measurement &measurement) {
        return tr("%1 · %2 · measured %3")
            .arg(QString::fromStdString(measurement.image), ui::sizeText(measurement.result()->bytes),
                 ui::timeText(measurement.time));
    };
    m_verify->setImages(images.size() > 1 ? nameOf(*images.front()) : QString(),
                        images.empty() ? QString() : nameOf(*images.back()), ports);
}

void EngineDesk::verify(const ui::VerifyWish &wish)
{
    const std::vector<std::string> images = imagesToRun();
    m_room.open();
    EngineClient *client = m_room.client();
    if (images.empty() || !client)
        return;
    m_verifying = VerifyPtr(new VerifyJob(*client, images.size() > 1 ? images.front() : std::string(),
                                          images.back(), runPlanOf(wish)));
    ui::VerifyReport waiting;
    if (images.size() > 1)
        waiting.before.state = ui::VerifyState::Asking;
    waiting.after.state = ui::VerifyState::Asking;
    m_verify->showReport(waiting);
    connect(m_verifying.get(), &Job::finished, this, [this, wish] {
        const VerifyPtr over = std::move(m_verifying);
        const Result<VerifyReport> &result = over->result();
        if (m_verify && result)
            m_verify->showReport(verifyViewOf(*result, wish));
        else if (m_verify)
            m_verify->showError(ui::translated("engine", result.error().text),
                                QString::fromStdString(result.error().detail));
        if (m_size && result) {
            bool isGood = false;
            const QString badge = verificationBadge(*result, wish, &isGood);
            m_size->setVerification(badge, isGood);
        }
    });
}

void EngineDesk::stopVerifying()
{
    if (!m_verifying)
        return;
    m_verifying.reset(); // It removes what it started.
    if (m_verify)
        m_verify->showError(tr("Stopped."), {});
    refreshVerify();
}

void EngineDesk::scan(QWidget *parent)
{
    const std::vector<std::string> images = imagesToRun();
    m_room.open();
    const EngineClient *client = m_room.client();
    if (images.empty() || !client)
        return;
    ScanSubject subject;
    subject.before = images.size() > 1 ? images.front() : std::string();
    subject.after = images.back();
    subject.endpoint = client->endpoint();
    subject.project = QFileInfo(m_tab->file().path()).absolutePath().toStdString();
    ScanDialog(std::move(subject), parent).exec();
}

} // namespace drydock::app
