// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/about.h"
#include "app/commands.h"
#include "app/editor_tab.h"
#include "app/icons.h"
#include "app/main_window.h"
#include "app/palette_button.h"
#include "app/start_page.h"
#include "app/target_box.h"
#include "app/words.h"
#include "ui/graph/graph_pane.h"
#include "ui/text/text_view.h"

#include <QActionGroup>
#include <QApplication>
#include <QFileInfo>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QToolBar>
#include <QWhatsThis>

// The window's menus and tool bar. Only what works is in them.

namespace drydock::app {

QAction *MainWindow::addAction(QMenu *menu, const char *id, const QString &text, const QString &icon,
                               const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, this); // Owned by the window.
    action->setObjectName(QLatin1String(id));
    if (!icon.isEmpty())
        action->setIcon(symbolicIcon(icon));
    action->setIconVisibleInMenu(false);
    action->setShortcuts(keys);
    menu->addAction(action);
    return action;
}

QAction *MainWindow::addTabAction(QMenu *menu, const char *id, const QString &text, const QString &icon,
                                  const QList<QKeySequence> &keys)
{
    QAction *action = addAction(menu, id, text, icon, keys);
    m_tabActions.push_back(action);
    return action;
}

void MainWindow::makeMenus()
{
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makeRefactorMenu();
    m_stageMenu = menuBar()->addMenu(tr("&Stage"));
    m_boxMenu = new QMenu(tr("With the &Keyboard"), m_stageMenu);
    makeBuildMenu();
    makeSettingsMenu();
    makeHelpMenu();
}

void MainWindow::makeFileMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&File"));
    connect(addAction(menu, "file.new", tr("&New"), QStringLiteral("new"), {QKeySequence::New}),
            &QAction::triggered, &m_files, &FileController::newFile);
    QAction *open = addAction(menu, "file.open", tr("&Open…"), QStringLiteral("open"), {QKeySequence::Open});
    connect(open, &QAction::triggered, this, &MainWindow::showOpenDialog);
    m_recentMenu = menu->addMenu(tr("Open &Recent"));
    QMenu *sampleMenu = menu->addMenu(tr("Open Sa&mple"));
    // Read when first looked at.
    connect(sampleMenu, &QMenu::aboutToShow, this, [this, sampleMenu] {
        if (!sampleMenu->isEmpty())
            return;
        for (const Sample &sample : samples()) {
            QAction *action = sampleMenu->addAction(sample.title);
            connect(action, &QAction::triggered, this, [this, sample] { m_files.openSample(sample); });
        }
    });
    menu->addSeparator();
    QAction *save
        = addTabAction(menu, "file.save", tr("&Save"), QStringLiteral("save"), {QKeySequence::Save});
    connect(save, &QAction::triggered, this, [this] { m_files.save(currentTab()->file()); });
    connect(addTabAction(menu, "file.saveAs", tr("Save &As…"), {},
                         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)}),
            &QAction::triggered, this, [this] { m_files.saveAs(currentTab()->file()); });
    connect(addTabAction(menu, "file.saveAll", tr("Save A&ll"), {}, {}), &QAction::triggered, &m_files,
            &FileController::saveAll);
    connect(addTabAction(menu, "file.reload", tr("Re&load from Disk"), {}, {QKeySequence(Qt::Key_F5)}),
            &QAction::triggered, this, [this] { currentTab()->file().reload(); });
    menu->addSeparator();
    makeExportActions(menu);
    menu->addSeparator();
    connect(addTabAction(menu, "file.close", tr("&Close"), {}, {QKeySequence(Qt::CTRL | Qt::Key_W)}),
            &QAction::triggered, this, [this] { m_files.close(currentTab()->file()); });
    QAction *quit = addAction(menu, "file.quit", tr("&Quit"), {}, {QKeySequence(Qt::CTRL | Qt::Key_Q)});
    connect(quit, &QAction::triggered, this, &MainWindow::close);
}

void MainWindow::makeEditMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Edit"));
    m_editMenu = menu;
    m_undo = m_undoGroup.createUndoAction(this, tr("Undo"));
    m_redo = m_undoGroup.createRedoAction(this, tr("Redo"));
    m_undo->setObjectName(QStringLiteral("edit.undo"));
    m_undo->setProperty(reasonProperty, tr("There is nothing to undo."));
    m_redo->setObjectName(QStringLiteral("edit.redo"));
    m_redo->setProperty(reasonProperty, tr("There is nothing to redo."));
    m_undo->setIcon(symbolicIcon(QStringLiteral("undo")));
    m_redo->setIcon(symbolicIcon(QStringLiteral("redo")));
    m_undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    m_redo->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    for (QAction *action : {m_undo, m_redo}) {
        action->setIconVisibleInMenu(false);
        menu->addAction(action);
    }
    m_editEnd = menu->addSeparator(); // The actions of the text in front come before it.
    connect(addTabAction(menu, "problems.next", tr("Next Proble&m"), {}, {QKeySequence(Qt::Key_F8)}),
            &QAction::triggered, this, [this] { goToProblem(1); });
    connect(addTabAction(menu, "problems.previous", tr("Previous Pro&blem"), {},
                         {QKeySequence(Qt::SHIFT | Qt::Key_F8)}),
            &QAction::triggered, this, [this] { goToProblem(-1); });
    makeProblemsPanel();
    connect(addTabAction(menu, "problems.fix", tr("&Quick Fix…"), {},
                         {QKeySequence(Qt::CTRL | Qt::Key_Period), QKeySequence(Qt::ALT | Qt::Key_Return)}),
            &QAction::triggered, this, &MainWindow::showFixes);
    menu->addSeparator();
    connect(addTabAction(menu, "edit.definition", tr("Go to &Definition"), {}, {QKeySequence(Qt::Key_F12)}),
            &QAction::triggered, this, &MainWindow::goToDefinition);
    connect(addTabAction(menu, "edit.references", tr("Show &References…"), {},
                         {QKeySequence(Qt::SHIFT | Qt::Key_F12)}),
            &QAction::triggered, this, &MainWindow::showReferences);
}

void MainWindow::updateEditMenu()
{
    for (QAction *action : std::exchange(m_textActions, {}))
        m_editMenu->removeAction(action);
    EditorTab *tab = currentTab();
    if (!tab)
        return;
    const ui::TextActions &actions = tab->textView()->actions();
    m_editSeparators = std::make_unique<QObject>();
    const auto separator = [this] {
        auto *action = new QAction(m_editSeparators.get());
        action->setSeparator(true);
        return action;
    };
    m_textActions = {separator(),
                     actions.cut,
                     actions.copy,
                     actions.paste,
                     actions.remove,
                     actions.selectAll,
                     separator(),
                     actions.find,
                     actions.findNext,
                     actions.findPrevious,
                     actions.replace,
                     actions.goTo,
                     separator(),
                     actions.complete,
                     actions.showParameters,
                     actions.rename,
                     actions.format,
                     separator(),
                     actions.toggleComment,
                     actions.expandSelection,
                     actions.shrinkSelection,
                     separator(),
                     actions.foldAll,
                     actions.unfoldAll,
                     actions.wordWrap};
    m_editMenu->insertActions(m_editEnd, m_textActions);
}

void MainWindow::makeViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    connect(addTabAction(menu, "view.nextPane", tr("&Next Pane"), {}, {QKeySequence(Qt::Key_F6)}),
            &QAction::triggered, this, [this] { movePane(1); });
    connect(addTabAction(menu, "view.previousPane", tr("&Previous Pane"), {},
                         {QKeySequence(Qt::SHIFT | Qt::Key_F6)}),
            &QAction::triggered, this, [this] { movePane(-1); });
    m_stacked = addAction(menu, "view.stacked", tr("Graph &Above the Text"), QStringLiteral("stacked"),
                          {QKeySequence(Qt::Key_F7)});
    m_stacked->setCheckable(true);
    m_stacked->setChecked(m_settings.isStacked);
    connect(m_stacked, &QAction::toggled, this, &MainWindow::setStacked);
    m_maximise = addTabAction(menu, "view.maximise", tr("&Maximise Pane"), {},
                              {QKeySequence(Qt::SHIFT | Qt::Key_F7)});
    m_maximise->setCheckable(true);
    connect(m_maximise, &QAction::triggered, this, [this](bool on) { currentTab()->setMaximised(on); });
    menu->addSeparator();
    connect(addTabAction(menu, "view.zoomIn", tr("Zoom &In"), QStringLiteral("zoom-in"),
                         {QKeySequence::ZoomIn, QKeySequence(Qt::CTRL | Qt::Key_Equal)}),
            &QAction::triggered, this, [this] { currentTab()->zoomIn(); });
    connect(addTabAction(menu, "view.zoomOut", tr("Zoom &Out"), QStringLiteral("zoom-out"),
                         {QKeySequence::ZoomOut}),
            &QAction::triggered, this, [this] { currentTab()->zoomOut(); });
    connect(addTabAction(menu, "view.zoomReset", tr("&100 %"), {}, {QKeySequence(Qt::CTRL | Qt::Key_0)}),
            &QAction::triggered, this, [this] { currentTab()->zoomReset(); });
    connect(addTabAction(menu, "view.fit", tr("&Fit the Whole Graph"), QStringLiteral("fit"),
                         {QKeySequence(Qt::CTRL | Qt::Key_9)}),
            &QAction::triggered, this, [this] {
                if (ui::GraphPane *graph = currentTab()->graphPane())
                    graph->fitAll();
            });
    makeGraphMenus(menu);
    menu->addSeparator();
    makeThemeMenu(menu);
    m_paletteAction = addAction(menu, "view.palette", tr("&Commands, Stages and Lines…"), {},
                                {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_I)});
    connect(m_paletteAction, &QAction::triggered, this, &MainWindow::openPalette);
    menu->addSeparator();
    makePanels(menu);
    m_fullScreen = addAction(menu, "view.fullScreen", tr("F&ull Screen"), {}, {QKeySequence(Qt::Key_F11)});
    m_fullScreen->setCheckable(true);
    connect(m_fullScreen, &QAction::triggered, this,
            [this](bool on) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, on)); });
    m_presentation = addAction(menu, "view.presentation", tr("P&resentation"), {},
                               {QKeySequence(Qt::SHIFT | Qt::Key_F11)});
    m_presentation->setCheckable(true);
    connect(m_presentation, &QAction::triggered, this, &MainWindow::setPresenting);
}

void MainWindow::makeThemeMenu(QMenu *view)
{
    QMenu *menu = view->addMenu(tr("&Theme"));
    auto *group = new QActionGroup(this);
    struct Entry {
        const char *id;
        QString text;
        ThemeChoice choice;
    };
    const Entry entries[] {{"view.theme.auto", tr("&As the Desktop"), ThemeChoice::Auto},
                           {"view.theme.light", tr("&Light"), ThemeChoice::Light},
                           {"view.theme.dark", tr("&Dark"), ThemeChoice::Dark},
                           {"view.theme.highContrast", tr("&High Contrast"), ThemeChoice::HighContrast}};
    for (const auto &[id, text, choice] : entries) {
        QAction *action = addAction(menu, id, text, {}, {});
        action->setCheckable(true);
        action->setChecked(choice == m_appearance.choice());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice = choice] { setTheme(choice); });
    }
}

void MainWindow::makeSettingsMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("Se&ttings"));
    QAction *restore = addAction(menu, "settings.restore", tr("Restore Files at S&tart"), {}, {});
    restore->setCheckable(true);
    restore->setChecked(m_settings.restoresSession);
    connect(restore, &QAction::toggled, this, [this](bool on) { m_settings.restoresSession = on; });
    menu->addSeparator();
    connect(addAction(menu, "settings.shortcuts", tr("Configure &Shortcuts…"), {}, {}), &QAction::triggered,
            this, &MainWindow::configureShortcuts);
    connect(addAction(menu, "settings.checks", tr("Configure &Checks…"), {}, {}), &QAction::triggered, this,
            [this] { configureChecks({}); });
}

void MainWindow::makeHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Help"));
    menu->addAction(m_helpAction);
    QAction *what = addAction(menu, "help.whatsThis", tr("&What’s This?"), {}, {QKeySequence::WhatsThis});
    connect(what, &QAction::triggered, this, [] { QWhatsThis::enterWhatsThisMode(); });
    menu->addSeparator();
    connect(addAction(menu, "help.about", tr("&About Drydock"), {}, {}), &QAction::triggered, this,
            [this] { showAbout(this); });
    connect(addAction(menu, "help.aboutQt", tr("About &Qt"), {}, {}), &QAction::triggered, qApp,
            &QApplication::aboutQt);
}

void MainWindow::makeToolBar()
{
    QToolBar *bar = addToolBar(tr("Tool Bar"));
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setMovable(false);
    bar->setContentsMargins(0, 1, 8, 3);
    bar->setIconSize({16, 16});
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *indent = new QWidget(bar); // In line with the menus above.
    indent->setFixedWidth(7);
    bar->addWidget(indent);
    bar->addAction(findChild<QAction *>(QStringLiteral("file.open")));
    bar->addAction(findChild<QAction *>(QStringLiteral("file.save")));
    bar->addSeparator();
    for (QAction *action : {m_undo, m_redo}) {
        action->setPriority(QAction::LowPriority); // No text: it would change width with each step.
        bar->addAction(action);
    }
    bar->addSeparator();
    auto *label = new QLabel(tr("Target"), bar);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setContentsMargins(6, 0, 6, 0);
    bar->addWidget(label);
    m_target = new TargetBox(bar);
    m_target->setEnabled(false);
    connect(m_target, &TargetBox::targetChosen, this, &MainWindow::setTarget);
    bar->addWidget(m_target);
    addBuildTools(bar);
    auto *space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    for (QAction *action : {m_stacked, m_helpAction}) {
        action->setPriority(QAction::LowPriority);
        bar->addAction(action);
    }
    auto *gap = new QWidget(bar);
    gap->setFixedWidth(6);
    bar->addWidget(gap);
    bar->addWidget(new PaletteButton(*m_paletteAction, bar));
}

void MainWindow::updateRecentMenu()
{
    if (m_startPage)
        m_startPage->setRecent(m_settings.recent);
    m_recentMenu->clear();
    for (const QString &path : m_settings.recent) {
        QString text = path;
        QAction *action = m_recentMenu->addAction(text.replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, path] { m_files.open(path); });
    }
    m_recentMenu->setEnabled(!m_settings.recent.isEmpty());
}

void MainWindow::updateActions()
{
    const EditorTab *tab = currentTab();
    for (QAction *action : m_tabActions)
        action->setEnabled(tab != nullptr);
    m_target->setEnabled(tab != nullptr && m_target->count() > 1);
    m_maximise->setChecked(tab && tab->isMaximised());
}

} // namespace drydock::app
