// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/appearance.h"
#include "app/file_controller.h"
#include "app/large_letters.h"
#include "app/notice.h"
#include "app/panels.h"
#include "app/shortcuts.h"

#include <QMainWindow>
#include <QUndoGroup>

#include <functional>
#include <map>
#include <utility>
#include <vector>

class QComboBox;
class QLabel;
class QMenu;
class QStackedWidget;
class QTabWidget;
class QToolBar;

namespace drydock {
struct Refactoring;
struct RefactorWish;
} // namespace drydock

namespace drydock::ui {
class ChangesPanel;
class CommandPalette;
class GraphPane;
class Inspector;
struct PaletteContent;
class ProblemsPanel;
class TextView;
} // namespace drydock::ui

namespace drydock::app {

class EditorTab;
class EngineDesk;
class EngineRoom;
class HelpPanel;
class MessageStack;
class StartPage;
class StatusLine;
class TargetBox;

/// The window: menus, tool bar, a tab for each open file, status bar. Wires; decides nothing about files.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    /// All are borrowed and must outlive the window.
    MainWindow(Settings &settings, Appearance &appearance, FileController &files);
    ~MainWindow() override;

    /// Shows a sentence in the window that concerns no open file.
    void say(NoticeLevel level, const QString &text);
    /// The tab in front, or null.
    EditorTab *currentTab() const;
    /// Writes geometry and session into the settings.
    void rememberState();

signals:
    /// The first picture of the window has been painted.
    void firstPainted();

protected:
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    // main_window_menus.cpp
    void makeMenus();
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    using GraphQuestion = std::function<bool(ui::GraphPane &)>;
    using GraphOrder = std::function<void(ui::GraphPane &, bool)>;
    void makeGraphMenus(QMenu *view);
    QAction *addGraphChoice(QMenu *menu, const char *id, const QString &text, const QList<QKeySequence> &keys,
                            const GraphQuestion &isOn, const GraphOrder &turn);
    void makeThemeMenu(QMenu *view);
    void makeSettingsMenu();
    void makeHelpMenu();
    void makeToolBar();
    /// \param id the object name: names the action in the settings and never changes.
    QAction *addAction(QMenu *menu, const char *id, const QString &text, const QString &icon,
                       const QList<QKeySequence> &keys);
    QAction *addTabAction(QMenu *menu, const char *id, const QString &text, const QString &icon,
                          const QList<QKeySequence> &keys);
    void updateRecentMenu();
    void updateEditMenu();

    void showStartPage();
    void addTab(OpenFile *file);
    void removeTab(OpenFile *file);
    void activate(OpenFile *file);
    EditorTab *tabOf(const OpenFile *file) const;
    void currentTabChanged();
    void rememberSession();
    void updateTitle();
    void updateTabText(EditorTab *tab);
    void updateAnalysis();
    void updateActions();
    void updateHelp();
    void showWindowNotices();
    // main_window_problems.cpp
    void makeProblemsPanel();
    void updateProblems();
    void showProblems();
    void explainRule(const QString &rule);
    /// \param rule to begin with; may be empty.
    void configureChecks(const QString &rule);
    void goToProblem(int direction);
    void showFixes();
    void setTarget(const std::string &target);
    void setStacked(bool isStacked);
    void setTheme(ThemeChoice choice);
    // main_window_refactor.cpp
    void makeRefactorMenu();
    void makeChangesPanel(QMenu *menu);
    void updateChanges();
    /// Disables what cannot be done to the file in front, with the reason.
    void judgeRefactorings();
    /// Enables them again: their keys are to open the panel, which says why not.
    void releaseRefactorings();
    static RefactorWish wishFor(const Refactoring &refactoring, EditorTab &tab);
    void openRefactoring(const Refactoring &refactoring);
    void showChanges();
    // main_window_engine.cpp
    void makeEngine();
    void makeBuildMenu();
    void makeEnginePanels(QMenu *menu);
    QAction *addEnginePanel(QMenu *menu, const QString &id, const QString &title, const QKeySequence &key,
                            int height, std::function<QWidget *(QWidget *)> make);
    void addBuildTools(QToolBar *bar);
    void updateBuildActions();
    void buildToSelected();
    void chooseEngine();
    void openSavedImage();
    void tryProposal();
    // main_window_commands.cpp
    void adoptTab(EditorTab &tab);
    void adoptActions(const ui::TextView &view);
    void adoptActions(const ui::GraphPane &pane);
    void updateStageMenu();
    void showPalette(ui::PaletteContent content);
    void openPalette();
    void configureShortcuts();
    void goToDefinition();
    void showReferences();
    // main_window_panels.cpp
    void makePanels(QMenu *view);
    void updateInspector();
    void movePane(int direction);
    void setPresenting(bool on);
    // main_window_graph.cpp
    void makeExportActions(QMenu *menu);
    void exportGraphAs();
    void copyGraph();
    // main_window_dialogs.cpp
    void showOpenDialog();
    QString askSavePath(const OpenFile &file);
    FileController::UnsavedChoice askUnsaved(const std::vector<OpenFile *> &files);

    Settings &m_settings;
    Appearance &m_appearance;
    FileController &m_files;
    Shortcuts m_shortcuts;
    QUndoGroup m_undoGroup;
    Panels m_panels;
    LargeLetters m_largeLetters;
    std::vector<Notice> m_notices; ///< That concern no open file.
    std::vector<QAction *> m_tabActions; ///< Enabled while a file is open. Owned by the window.
    MessageStack *m_messages; ///< This and the following are owned by the window.
    QStackedWidget *m_pages;
    StartPage *m_startPage = nullptr; ///< Made when first shown.
    QTabWidget *m_tabs;
    StatusLine *m_status;
    HelpPanel *m_help = nullptr; ///< Made when first asked for.
    ui::Inspector *m_inspector = nullptr; ///< Made when first asked for.
    ui::ProblemsPanel *m_problems = nullptr; ///< Made when first asked for.
    ui::ChangesPanel *m_changes = nullptr; ///< Made when first asked for.
    TargetBox *m_target = nullptr;
    bool m_isPainted = false; ///< firstPainted() was emitted or is on its way.
    bool m_isClosed = false; ///< The session stays as it was when the window was closed.
    QMenu *m_recentMenu = nullptr;
    QMenu *m_editMenu = nullptr;
    QAction *m_editEnd = nullptr; ///< Where the text actions end.
    QList<QAction *> m_textActions; ///< Of the tab in front, in the Edit menu; owned by it.
    std::unique_ptr<QObject> m_editSeparators; ///< Owns those among m_textActions.
    ui::CommandPalette *m_palette = nullptr; ///< Made when first asked for.
    QAction *m_paletteAction = nullptr;
    QMenu *m_stageMenu = nullptr; ///< What can be done in the graph of the tab in front.
    QMenu *m_boxMenu = nullptr; ///< In it: what only the keyboard does.
    QList<QAction *> m_stageActions; ///< In both; owned by the graph, but for separators.
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QAction *m_maximise = nullptr;
    QAction *m_stacked = nullptr;
    QAction *m_helpAction = nullptr;
    QAction *m_problemsAction = nullptr;
    QAction *m_changesAction = nullptr;
    QMenu *m_refactorMenu = nullptr;
    std::vector<std::pair<const Refactoring *, QAction *>> m_refactorings;
    EngineRoom *m_room = nullptr;
    EngineDesk *m_desk = nullptr;
    QComboBox *m_platform = nullptr;
    QAction *m_buildAction = nullptr;
    QAction *m_cancelBuild = nullptr;
    QAction *m_pinAction = nullptr;
    QAction *m_scanAction = nullptr;
    QAction *m_sizeAction = nullptr;
    QAction *m_buildPanelAction = nullptr;
    QAction *m_verifyAction = nullptr;
    QAction *m_presentation = nullptr;
    QAction *m_fullScreen = nullptr;
};

} // namespace drydock::app
