// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor_tab.h"
#include "app/engine_button.h"
#include "app/engine_desk.h"
#include "app/engine_room.h"
#include "app/icons.h"
#include "app/main_window.h"
#include "app/open_file.h"
#include "app/status_line.h"
#include "ui/changes/changes_panel.h"
#include "ui/common/translated.h"

#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

// Building, measuring and running: the menu, the docks, the tool bar's button. What they do is the desk's.

namespace drydock::app {
namespace {

constexpr int sizeHeight = 320;
constexpr int buildHeight = 300;
constexpr int sentenceTime = 8000; ///< Milliseconds.

} // namespace

void MainWindow::makeEngine()
{
    m_room = new EngineRoom(this); // Owned by the window, as is the desk.
    m_desk = new EngineDesk(*m_room, *m_status, this);
    connect(m_desk, &EngineDesk::statusText, this,
            [this](const QString &text) { m_status->showMessage(text, sentenceTime); });
    connect(m_desk, &EngineDesk::revealed, this, [this](TextRange range) {
        if (EditorTab *tab = currentTab())
            tab->goTo(range);
    });
    connect(m_desk, &EngineDesk::changed, this, &MainWindow::updateBuildActions);
    connect(m_desk, &EngineDesk::savedImageWanted, this, &MainWindow::openSavedImage);
    connect(m_desk, &EngineDesk::engineChoiceWanted, this, &MainWindow::chooseEngine);
    connect(m_desk, &EngineDesk::refactoringWanted, this, [this](const QString &id, std::size_t caret) {
        if (const Refactoring *refactoring = refactoringCalled(id.toStdString())) {
            if (EditorTab *tab = currentTab())
                tab->goTo({caret, caret});
            openRefactoring(*refactoring);
        }
    });
    connect(m_desk, &EngineDesk::panelWanted, this, [this](const QString &id) {
        QAction *action = id == QLatin1String("size") ? m_sizeAction
            : id == QLatin1String("verify")           ? m_verifyAction
                                                      : m_buildPanelAction;
        if (!action->isChecked())
            action->trigger();
        else if (auto *dock = findChild<QDockWidget *>(id))
            dock->raise();
    });
    connect(m_room, &EngineRoom::imagesChanged, this, &MainWindow::updateChanges);
}

void MainWindow::makeBuildMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Build"));
    m_buildAction = addTabAction(menu, "build.build", tr("&Build and Measure"), QStringLiteral("build"),
                                 {QKeySequence(Qt::CTRL | Qt::Key_B)});
    m_buildAction->setIconText(tr("Build"));
    m_buildAction->setToolTip(tr("Builds every stage and asks the engine what each weighs"));
    connect(m_buildAction, &QAction::triggered, m_desk, &EngineDesk::build);
    connect(addTabAction(menu, "build.buildTo", tr("Build &to the Selected Stage"), {},
                         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B)}),
            &QAction::triggered, this, &MainWindow::buildToSelected);
    m_cancelBuild = addTabAction(menu, "build.cancel", tr("&Cancel the Build"), {},
                                 {QKeySequence(Qt::CTRL | Qt::Key_Pause)});
    connect(m_cancelBuild, &QAction::triggered, m_desk, &EngineDesk::cancel);
    connect(addTabAction(menu, "build.options", tr("Build &Options…"), {}, {}), &QAction::triggered, this,
            [this] { m_desk->chooseOptions(this); });
    menu->addSeparator();
    m_pinAction
        = addTabAction(menu, "build.pin", tr("&Pin as Before"), {}, {QKeySequence(Qt::CTRL | Qt::Key_M)});
    connect(m_pinAction, &QAction::triggered, m_desk, &EngineDesk::pin);
    m_scanAction = addTabAction(menu, "build.scan", tr("&Search for Known Weaknesses…"), {}, {});
    connect(m_scanAction, &QAction::triggered, this, [this] { m_desk->scan(this); });
    connect(addAction(menu, "build.savedImage", tr("Sizes of a Saved &Image…"), {}, {}), &QAction::triggered,
            this, &MainWindow::openSavedImage);
    connect(addAction(menu, "build.image", tr("Sizes of an Image of the Engine…"), {}, {}),
            &QAction::triggered, m_desk, &EngineDesk::openImage);
    menu->addSeparator();
    connect(addTabAction(menu, "build.askRegistries", tr("Ask &Registries about the Images"), {}, {}),
            &QAction::triggered, this, [this] {
                m_status->showMessage(tr("Asking the registries…"), sentenceTime);
                m_room->askRegistries(currentTab()->file().document().analysis());
            });
    connect(addAction(menu, "build.engine", tr("Choose the &Engine…"), {}, {}), &QAction::triggered, this,
            &MainWindow::chooseEngine);
}

void MainWindow::chooseEngine()
{
    m_room->open();
    m_status->engine().showMenu();
}

QAction *MainWindow::addEnginePanel(QMenu *menu, const QString &id, const QString &title,
                                    const QKeySequence &key, int height,
                                    std::function<QWidget *(QWidget *)> make)
{
    QAction *toggle = addAction(menu, qPrintable(QStringLiteral("panel.") + id), title, {}, {key});
    m_panels.add({id, toggle, Qt::BottomDockWidgetArea, height, [this, title, make = std::move(make)] {
                      auto *dock = new QDockWidget(QString(title).remove(u'&'), this);
                      dock->setWidget(make(dock));
                      return dock;
                  }});
    return toggle;
}

void MainWindow::makeEnginePanels(QMenu *menu)
{
    m_sizeAction
        = addEnginePanel(menu, QStringLiteral("size"), tr("&Size"), QKeySequence(Qt::CTRL | Qt::Key_1),
                         sizeHeight, [this](QWidget *dock) { return m_desk->makeSizePanel(dock); });
    m_buildPanelAction
        = addEnginePanel(menu, QStringLiteral("build"), tr("&Build"), QKeySequence(Qt::CTRL | Qt::Key_3),
                         buildHeight, [this](QWidget *dock) { return m_desk->makeBuildPanel(dock); });
    m_verifyAction = addEnginePanel(menu, QStringLiteral("verify"), tr("&Run and Verify"),
                                    QKeySequence(Qt::CTRL | Qt::Key_6), buildHeight,
                                    [this](QWidget *dock) { return m_desk->makeVerifyPane(dock); });
}

void MainWindow::addBuildTools(QToolBar *bar)
{
    auto *label = new QLabel(tr("Platform"), bar);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setContentsMargins(10, 0, 6, 0);
    bar->addWidget(label);
    m_platform = new QComboBox(bar);
    m_platform->setAccessibleName(tr("Platform"));
    m_platform->setToolTip(tr("What machine the image is built for"));
    m_platform->addItem(tr("native"), QString());
    for (const char *platform : {"linux/amd64", "linux/arm64", "linux/arm/v7"})
        m_platform->addItem(QLatin1String(platform), QLatin1String(platform));
    connect(m_platform, qOverload<int>(&QComboBox::activated), this, [this](int index) {
        const std::string platform = m_platform->itemData(index).toString().toStdString();
        m_room->setPlatform(platform);
        if (EditorTab *tab = currentTab()) {
            BuildOptions options = tab->file().document().analysis().options;
            options.platform = platform.empty() ? BuildOptions().platform : platform;
            tab->file().document().setOptions(options);
        }
    });
    bar->addWidget(m_platform);
    auto *gap = new QWidget(bar);
    gap->setFixedWidth(6);
    bar->addWidget(gap);
    bar->addAction(m_buildAction);
}

void MainWindow::updateBuildActions()
{
    const bool hasFile = currentTab() != nullptr;
    m_buildAction->setEnabled(hasFile && !m_desk->isBuilding());
    m_cancelBuild->setEnabled(hasFile && m_desk->isBuilding());
    m_pinAction->setEnabled(hasFile && m_desk->canCompare());
    m_scanAction->setEnabled(hasFile && m_desk->canCompare());
    const QString unmeasured = tr("Nothing has been built and measured yet.");
    m_cancelBuild->setProperty("drydockReason", tr("No build is running."));
    m_buildAction->setProperty("drydockReason", tr("A build is running."));
    m_pinAction->setProperty("drydockReason", unmeasured);
    m_scanAction->setProperty("drydockReason", unmeasured);
}

void MainWindow::buildToSelected()
{
    EditorTab *tab = currentTab();
    if (!tab)
        return;
    const Analysis &analysis = tab->file().document().analysis();
    const StageIndex stage
        = analysis.syntax.stageAt(std::min(tab->file().selection().range().begin, analysis.text().size()));
    if (stage) {
        const std::string &name = analysis.graph.nodes[stage.value].name;
        setTarget(name.empty() ? std::to_string(stage.value) : name);
    }
    m_desk->build();
}

void MainWindow::openSavedImage()
{
    const QString path
        = QFileDialog::getOpenFileName(this, tr("Open a Saved Image"), {},
                                       tr("Archives of docker save (*.tar *.tar.gz *.tgz);;All files (*)"));
    if (!path.isEmpty())
        m_desk->openSavedImage(path);
}

void MainWindow::tryProposal()
{
    const ui::ChangeDraft *draft = m_changes ? m_changes->draft() : nullptr;
    if (!draft || !draft->result() || !*draft->result())
        return;
    const auto files = draft->files();
    m_desk->buildProposal((*draft->result())->text, ContextFiles(files.begin(), files.end()),
                          ui::translated("refactor", draft->proposal().name));
}

} // namespace drydock::app
