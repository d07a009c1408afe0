// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main_window.h"

#include "app/editor_tab.h"
#include "app/engine_desk.h"
#include "app/engine_room.h"
#include "app/help_panel.h"
#include "app/message_bar.h"
#include "app/start_page.h"
#include "app/status_line.h"
#include "app/target_box.h"
#include "app/words.h"
#include "ui/text/text_view.h"

#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace drydock::app {
namespace {

constexpr QSize defaultSize(1280, 800);

} // namespace

MainWindow::MainWindow(Settings &settings, Appearance &appearance, FileController &files)
    : m_settings(settings)
    , m_appearance(appearance)
    , m_files(files)
    , m_shortcuts(settings.keys)
    , m_panels(*this)
    , m_messages(new MessageStack(this))
    , m_pages(new QStackedWidget(this))
    , m_tabs(new QTabWidget(this))
    , m_status(new StatusLine(this))
{
    setAcceptDrops(true);
    setContextMenuPolicy(Qt::NoContextMenu); // The tool bar is not there to be lost.
    m_tabs->setDocumentMode(true);
    m_tabs->setTabsClosable(true);
    m_tabs->setTabBarAutoHide(true);
    m_tabs->setElideMode(Qt::ElideMiddle);
    m_pages->addWidget(m_tabs);
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);
    setStatusBar(m_status);
    makeEngine();
    makeMenus();
    m_shortcuts.adopt(*menuBar());
    makeToolBar();

    connect(m_status, &StatusLine::problemsRequested, this, &MainWindow::showProblems);
    connect(m_messages, &MessageStack::answered, this, [this] {
        m_notices.clear();
        showWindowNotices();
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, &MainWindow::currentTabChanged);
    connect(m_tabs, &QTabWidget::tabCloseRequested, this, [this](int index) {
        if (auto *tab = qobject_cast<EditorTab *>(m_tabs->widget(index)))
            m_files.close(tab->file());
    });
    connect(&m_files, &FileController::opened, this, &MainWindow::addTab);
    connect(&m_files, &FileController::closing, this, &MainWindow::removeTab);
    connect(&m_files, &FileController::activated, this, &MainWindow::activate);
    connect(&m_files, &FileController::problem, this,
            [this](const QString &text) { say(NoticeLevel::Error, text); });
    connect(&m_files, &FileController::recentChanged, this, &MainWindow::updateRecentMenu);
    connect(&m_appearance, &Appearance::kindChanged, this, [this](ui::ThemeKind kind) {
        for (int i = 0; i < m_tabs->count(); ++i)
            qobject_cast<EditorTab *>(m_tabs->widget(i))->setTheme(kind);
        updateAnalysis();
        updateInspector();
        updateProblems();
        updateChanges();
        m_desk->setTheme(kind);
    });
    m_desk->setTheme(m_appearance.kind());
    m_files.setQuestions({[this](const OpenFile &file) { return askSavePath(file); },
                          [this](const std::vector<OpenFile *> &unsaved) { return askUnsaved(unsaved); }});

    resize(defaultSize);
    if (!m_settings.geometry.isEmpty())
        restoreGeometry(m_settings.geometry);
    if (!m_settings.windowState.isEmpty())
        restoreState(m_settings.windowState);
    m_panels.restore(m_settings.panels);
    for (const auto &file : m_files.files())
        addTab(file.get());
    updateRecentMenu();
    currentTabChanged();
}

MainWindow::~MainWindow()
{
    m_files.setQuestions({});
    // The views must go while this is still a whole window.
    m_tabs->disconnect(this);
    delete m_tabs;
    // What is under way ends, and says so, while there is somebody to hear it.
    m_desk->disconnect(this);
    m_room->disconnect(this);
    delete m_desk;
    delete m_room;
}

void MainWindow::say(NoticeLevel level, const QString &text)
{
    const bool isSaid = std::any_of(m_notices.begin(), m_notices.end(),
                                    [&text](const Notice &notice) { return notice.text == text; });
    if (isSaid)
        return;
    constexpr std::size_t mostNotices = 5;
    if (m_notices.size() == mostNotices)
        m_notices.erase(m_notices.begin());
    m_notices.push_back({NoticeKind::Plain, level, text, {NoticeAction::Dismiss}});
    showWindowNotices();
}

void MainWindow::showWindowNotices()
{
    m_messages->setNotices(m_notices);
}

void MainWindow::showStartPage()
{
    if (!m_startPage) {
        m_startPage = new StartPage(m_pages); // Owned by the window.
        m_startPage->setRecent(m_settings.recent);
        m_pages->addWidget(m_startPage);
        connect(m_startPage, &StartPage::openRequested, this, &MainWindow::showOpenDialog);
        connect(m_startPage, &StartPage::newRequested, &m_files, &FileController::newFile);
        connect(m_startPage, &StartPage::recentRequested, &m_files, &FileController::open);
        connect(m_startPage, &StartPage::sampleRequested, &m_files, &FileController::openSample);
    }
    m_pages->setCurrentWidget(m_startPage);
}

// Tabs

EditorTab *MainWindow::currentTab() const
{
    return qobject_cast<EditorTab *>(m_tabs->currentWidget());
}

EditorTab *MainWindow::tabOf(const OpenFile *file) const
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        auto *tab = qobject_cast<EditorTab *>(m_tabs->widget(i));
        if (&tab->file() == file)
            return tab;
    }
    return nullptr;
}

void MainWindow::addTab(OpenFile *file)
{
    auto *tab = new EditorTab(*file, m_tabs); // Owned by the tab widget.
    tab->setTheme(m_appearance.kind());
    tab->setStacked(m_settings.isStacked);
    tab->restoreSplitter(m_settings.splitter);
    m_undoGroup.addStack(&file->document().undoStack());
    connect(&file->document(), &Document::changed, tab, [this, tab] {
        if (tab == currentTab())
            updateAnalysis();
    });
    connect(&file->document(), &Document::modifiedChanged, tab, [this, tab] { updateTabText(tab); });
    connect(file, &OpenFile::pathChanged, tab, [this, tab] {
        updateTabText(tab);
        updateChanges();
    });
    connect(&file->surroundings(), &FileSurroundings::looked, tab, [this] { updateChanges(); });
    connect(tab, &EditorTab::saveAsRequested, this, [this, file] { m_files.saveAs(*file); });
    connect(tab, &EditorTab::statusText, this,
            [this](const QString &text) { m_status->showMessage(text, 6000); });
    connect(tab, &EditorTab::stageMenuRequested, m_stageMenu,
            [this](const QPoint &place) { m_stageMenu->popup(place); });
    connect(tab, &EditorTab::paneLayoutChanged, this, &MainWindow::updateActions);
    connect(tab, &EditorTab::caretMoved, this, [this, tab] {
        if (tab != currentTab())
            return;
        m_status->setCaretText(tab->textView()->caretText());
        updateHelp();
    });
    m_tabs->addTab(tab, QString());
    updateTabText(tab);
    m_pages->setCurrentWidget(m_tabs);
    rememberSession();
}

void MainWindow::removeTab(OpenFile *file)
{
    EditorTab *tab = tabOf(file);
    if (!tab)
        return;
    m_settings.splitter = tab->splitterState();
    m_undoGroup.removeStack(&file->document().undoStack());
    for (QAction *action : std::exchange(m_textActions, {}))
        m_editMenu->removeAction(action);
    m_stageActions.clear(); // They go with their view.
    m_desk->forget(*file);
    m_tabs->removeTab(m_tabs->indexOf(tab));
    delete tab; // Now: its views must not outlive the document.
    if (m_tabs->count() == 0)
        showStartPage();
    // The file is still in the list while this signal is being delivered.
    QTimer::singleShot(0, this, &MainWindow::rememberSession);
}

void MainWindow::activate(OpenFile *file)
{
    EditorTab *tab = tabOf(file);
    if (!tab)
        return;
    m_tabs->setCurrentWidget(tab);
    m_pages->setCurrentWidget(m_tabs);
    currentTabChanged();
    tab->focusPane(tab->currentPane());
}

void MainWindow::currentTabChanged()
{
    EditorTab *tab = currentTab();
    if (tab) {
        if (tab->ensureViews()) {
            adoptTab(*tab);
            m_desk->adoptViews(*tab);
        }
        m_undoGroup.setActiveStack(&tab->file().document().undoStack());
        tab->file().checkDisk();
        tab->file().lookAround();
        m_status->setCaretText(tab->textView()->caretText());
    } else {
        m_undoGroup.setActiveStack(nullptr);
        m_status->clearAll();
    }
    rememberSession();
    updateAnalysis();
    updateTitle();
    updateEditMenu();
    updateStageMenu();
    updateActions();
    updateHelp();
    updateInspector();
    updateProblems();
    updateChanges();
    m_desk->setTab(tab);
}

void MainWindow::updateTabText(EditorTab *tab)
{
    const OpenFile &file = tab->file();
    QString text = file.folderName().isEmpty()
        ? file.title()
        : QStringLiteral("%1 — %2").arg(file.title(), file.folderName());
    if (file.document().isModified())
        text.append(QStringLiteral(" ●"));
    const int index = m_tabs->indexOf(tab);
    m_tabs->setTabText(index, text.replace(u'&', QStringLiteral("&&")));
    m_tabs->setTabToolTip(index, plainToolTip(file.path()));
    if (tab == currentTab())
        updateTitle();
}

void MainWindow::updateTitle()
{
    EditorTab *tab = currentTab();
    if (!tab) {
        setWindowTitle(QStringLiteral("Drydock"));
        setWindowModified(false);
        return;
    }
    const OpenFile &file = tab->file();
    // A "[*]" in a name would be taken for the placeholder.
    const auto escaped
        = [](QString name) { return name.replace(QStringLiteral("[*]"), QStringLiteral("[*][*]")); };
    QString title = QStringLiteral("[*]") + escaped(file.title());
    if (!file.folderName().isEmpty())
        title += QStringLiteral(" — ") + escaped(file.folderName());
    setWindowTitle(title + QStringLiteral(" — Drydock"));
    setWindowModified(file.document().isModified());
}

void MainWindow::updateAnalysis()
{
    EditorTab *tab = currentTab();
    if (!tab)
        return;
    const Analysis &analysis = tab->file().document().analysis();
    m_status->setAnalysis(analysis);
    m_target->setAnalysis(analysis);
}

void MainWindow::setTarget(const std::string &target)
{
    EditorTab *tab = currentTab();
    if (!tab)
        return;
    BuildOptions options = tab->file().document().analysis().options;
    options.target = target;
    tab->file().document().setOptions(options);
}

void MainWindow::setStacked(bool isStacked)
{
    m_settings.isStacked = isStacked;
    for (int i = 0; i < m_tabs->count(); ++i)
        qobject_cast<EditorTab *>(m_tabs->widget(i))->setStacked(isStacked);
}

void MainWindow::setTheme(ThemeChoice choice)
{
    m_settings.theme = choice;
    m_appearance.choose(choice);
}

void MainWindow::updateHelp()
{
    EditorTab *tab = currentTab();
    if (!m_help || !m_help->isVisible() || !tab)
        return;
    const Syntax &syntax = tab->file().document().analysis().syntax;
    const std::size_t caret = std::min(tab->file().selection().range().begin, syntax.text.size());
    const InstructionIndex at = syntax.instructionAt(caret);
    m_help->showPage(at ? syntax.at(at).keyword : Keyword::Unknown);
}

} // namespace drydock::app
