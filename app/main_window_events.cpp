// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What happens to the window from outside: it is shown, left, closed, something is dropped on it.
#include "app/editor_tab.h"
#include "app/main_window.h"

#include <QCloseEvent>
#include <QMimeData>
#include <QTabWidget>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace drydock::app {

void MainWindow::rememberState()
{
    if (const EditorTab *tab = currentTab())
        m_settings.splitter = tab->splitterState();
    m_settings.panels = m_panels.open();
    setPresenting(false); // What is remembered is the window behind it.
    m_settings.geometry = saveGeometry();
    m_settings.windowState = saveState();
    rememberSession();
}

void MainWindow::rememberSession()
{
    if (m_isClosed)
        return;
    EditorTab *tab = currentTab();
    m_files.rememberSession(tab ? &tab->file() : nullptr);
}

bool MainWindow::event(QEvent *event)
{
    // The whole picture is painted in one go, before the event loop looks at timers again.
    if (event->type() == QEvent::Paint && !std::exchange(m_isPainted, true))
        QTimer::singleShot(0, this, &MainWindow::firstPainted);
    return QMainWindow::event(event);
}

void MainWindow::showEvent(QShowEvent *event)
{
    if (m_tabs->count() == 0)
        showStartPage();
    QMainWindow::showEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    rememberState();
    m_isClosed = m_files.closeAll();
    event->setAccepted(m_isClosed);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ActivationChange && isActiveWindow()) {
        m_files.checkDisk();
        if (EditorTab *tab = currentTab())
            tab->file().lookAround();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (std::any_of(urls.begin(), urls.end(), [](const QUrl &url) { return url.isLocalFile(); }))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            m_files.open(url.toLocalFile());
    }
    event->acceptProposedAction();
}

} // namespace drydock::app
