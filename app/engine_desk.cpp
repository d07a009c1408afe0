// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_desk.h"

#include "app/build_options_dialog.h"
#include "app/editor_tab.h"
#include "app/engine_button.h"
#include "app/engine_room.h"
#include "app/measurement_store.h"
#include "app/open_file.h"
#include "app/status_line.h"
#include "ui/build/build_panel.h"
#include "ui/build/verify_pane.h"
#include "ui/common/translated.h"
#include "ui/graph/graph_pane.h"
#include "ui/size/size_panel.h"
#include "ui/text/line_notes.h"
#include "ui/text/text_view.h"

#include <numeric>

namespace drydock::app {

EngineDesk::EngineDesk(EngineRoom &room, StatusLine &status, QObject *parent)
    : QObject(parent)
    , m_room(room)
    , m_status(status)
    , m_store(std::make_unique<MeasurementStore>())
{
    connect(&m_room, &EngineRoom::changed, this, &EngineDesk::onRoomChanged);
    // Soon enough to follow, and not at every key.
    m_estimating.setSingleShot(true);
    m_estimating.setInterval(150);
    connect(&m_estimating, &QTimer::timeout, this, &EngineDesk::refreshEstimate);
    connect(&m_room, &EngineRoom::clientGoing, this, [this] {
        m_reading.clear();
        m_measuring.reset();
        stopVerifying();
    });
    EngineButton &button = m_status.engine();
    connect(&button, &EngineButton::chosen, &m_room, &EngineRoom::choose);
    connect(&button, &EngineButton::retryRequested, &m_room, &EngineRoom::retry);
    connect(&button, &EngineButton::savedImageRequested, this, &EngineDesk::savedImageWanted);
    onRoomChanged();
}

EngineDesk::~EngineDesk() = default;

FileBuild &EngineDesk::buildOf(OpenFile &file)
{
    auto &build = m_builds[&file];
    if (!build) {
        build = std::make_unique<FileBuild>(file, m_room, *m_store);
        follow(*build);
    }
    return *build;
}

FileBuild *EngineDesk::current() const
{
    if (!m_tab || m_tab->file().isTextOnly())
        return nullptr;
    const auto found = m_builds.find(&m_tab->file());
    return found == m_builds.end() ? nullptr : found->second.get();
}

void EngineDesk::follow(FileBuild &build)
{
    const auto ifInFront = [this, &build](auto act) {
        if (&build == current())
            act();
    };
    connect(&build, &FileBuild::started, this, [this, ifInFront] {
        ifInFront([this] {
            m_foreign.reset();
            m_foreignFiles.reset();
            refreshBuild();
        });
        refreshSize();
        emit changed();
    });
    connect(&build, &FileBuild::stepsChanged, this,
            [this, &build, ifInFront](const std::vector<std::size_t> &steps) {
                ifInFront([&] {
                    if (m_build && build.progress())
                        m_build->showProgress(*build.progress(), steps);
                });
            });
    connect(&build, &FileBuild::ended, this, [this, &build, ifInFront] {
        ifInFront([&] {
            if (m_build)
                m_build->showEnd(build.ending());
        });
        emit changed();
    });
    connect(&build, &FileBuild::measuredChanged, this, [this, ifInFront] {
        ifInFront([this] {
            refreshSize();
            refreshVerify();
        });
        emit changed();
    });
}

void EngineDesk::setTab(EditorTab *tab)
{
    m_tab = tab;
    if (tab && !tab->file().isTextOnly())
        buildOf(tab->file());
    m_foreign.reset();
    m_foreignFiles.reset();
    stopVerifying();
    refreshBuild();
    refreshSize();
    refreshVerify();
    emit changed();
}

void EngineDesk::adoptViews(EditorTab &tab)
{
    if (tab.file().isTextOnly() || !tab.graphPane())
        return;
    FileBuild &build = buildOf(tab.file());
    ui::BuildMarks &marks = build.marks();
    tab.graphPane()->setMarks(&marks);
    const auto showNotes = [&marks, &tab] {
        if (ui::TextView *text = tab.textView())
            text->setLineNotes(ui::lineNotes(*marks.marks(), tab.file().document().analysis()));
    };
    connect(&marks, &ui::BuildMarks::changed, &tab, showNotes);
    showNotes();
    connect(&tab.file().document(), &Document::changed, &build, [this, &build] {
        if (&build == current() && m_size) {
            m_size->setAnalysis(m_tab->file().document().snapshot());
            m_size->setStale(build.isStale());
            m_estimating.start();
        }
        if (&build == current() && m_build)
            m_build->setTarget(build.targetName());
    });
    connect(&tab, &EditorTab::caretMoved, &build, [this, &tab] {
        if (m_size && &tab == m_tab) {
            const Syntax &syntax = tab.file().document().analysis().syntax;
            m_size->setCurrentInstruction(
                syntax.instructionAt(std::min(tab.file().selection().range().begin, syntax.text.size())));
        }
    });
}

void EngineDesk::forget(const OpenFile &file)
{
    if (m_tab && &m_tab->file() == &file)
        setTab(nullptr);
    m_builds.erase(&file);
}

void EngineDesk::setTheme(ui::ThemeKind kind)
{
    m_theme = kind;
    if (m_size)
        m_size->setTheme(kind);
    if (m_build)
        m_build->setTheme(kind);
    if (m_verify)
        m_verify->setTheme(kind);
}

void EngineDesk::onRoomChanged()
{
    m_status.engine().setStatus(m_room.status());
    if (m_tab)
        m_room.askEngine(m_tab->file().document().analysis());
    refreshSize();
    emit changed();
}

// What the reader asks for

void EngineDesk::build()
{
    FileBuild *build = current();
    if (!build || build->isRunning())
        return;
    if (m_tab->file().isUntitled()) {
        emit statusText(tr("Save the file first: the folder that it lies in is what the build is given."));
        return;
    }
    emit panelWanted(QStringLiteral("build"));
    m_room.open();
    build->build();
}

void EngineDesk::buildProposal(const std::string &text, const ContextFiles &files, const QString &name)
{
    FileBuild *build = current();
    if (!build || build->isRunning() || m_tab->file().isUntitled())
        return;
    emit panelWanted(QStringLiteral("build"));
    m_room.open();
    build->buildProposal(text, files, name);
}

void EngineDesk::cancel()
{
    if (FileBuild *build = current())
        build->cancel();
}

void EngineDesk::chooseOptions(QWidget *parent)
{
    FileBuild *build = current();
    if (!build)
        return;
    const QPointer<EditorTab> tab = m_tab;
    Document &document = m_tab->file().document();
    BuildOptionsDialog dialog(document.analysis(), build->extras(), parent);
    if (dialog.exec() != QDialog::Accepted || !tab || tab != m_tab)
        return;
    build->setExtras(dialog.extras());
    document.setOptions(dialog.options());
}

void EngineDesk::pin()
{
    FileBuild *build = current();
    if (!build || !build->measured())
        return;
    build->pin();
    emit statusText(tr("Pinned: what is built from now on is compared with this."));
}

bool EngineDesk::isBuilding() const
{
    const FileBuild *build = current();
    return build && build->isRunning();
}

bool EngineDesk::canCompare() const
{
    const FileBuild *build = current();
    return build && build->measured();
}

} // namespace drydock::app
