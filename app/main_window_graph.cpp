// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor_tab.h"
#include "app/graph_export.h"
#include "app/main_window.h"
#include "app/status_line.h"
#include "app/words.h"
#include "ui/graph/graph_pane.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>

// The graph as a file and as a picture.

namespace drydock::app {
namespace {

constexpr int shortly = 6000; ///< Milliseconds a sentence stays in the status bar.

} // namespace

void MainWindow::makeExportActions(QMenu *menu)
{
    connect(
        addTabAction(menu, "graph.export", tr("&Export Graph…"), {}, {QKeySequence(Qt::CTRL | Qt::Key_E)}),
        &QAction::triggered, this, &MainWindow::exportGraphAs);
    connect(addTabAction(menu, "graph.copyImage", tr("Copy Graph as &Image"), {},
                         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}),
            &QAction::triggered, this, &MainWindow::copyGraph);
}

void MainWindow::exportGraphAs()
{
    EditorTab *tab = currentTab();
    if (!tab || !tab->graphPane() || tab->graphPane()->scene().picture().nodes.empty()) {
        m_status->showMessage(tr("There is no graph to export."), shortly);
        return;
    }
    const QFileInfo file(tab->file().path());
    QString path = file.absoluteDir().filePath(
        (file.fileName().isEmpty() ? tab->file().title() : file.fileName()) + QStringLiteral(".svg"));
    QString filter;
    path = QFileDialog::getSaveFileName(this, tr("Export Graph"), path,
                                        graphFilters().join(QStringLiteral(";;")), &filter);
    if (path.isEmpty())
        return;
    Result<GraphFormat> format = graphFormatOf(path);
    if (!format && QFileInfo(path).suffix().isEmpty()) {
        // A name without an ending: what was chosen in the dialog.
        const qsizetype chosen = graphFilters().indexOf(filter);
        format = chosen >= 0 ? GraphFormat(chosen) : GraphFormat::Svg;
        path += u'.' + endingOf(*format);
    }
    if (!format)
        return say(NoticeLevel::Error, sentence(format.error()));
    const Result<void> written
        = exportGraph(*tab->graphPane(), tab->file().document().analysis(), *format, path);
    if (!written)
        return say(NoticeLevel::Error, sentence(written.error()));
    m_status->showMessage(tr("The graph is in “%1”.").arg(shortName(path)), shortly);
}

void MainWindow::copyGraph()
{
    EditorTab *tab = currentTab();
    const QImage image = tab && tab->graphPane() ? tab->graphPane()->image(2) : QImage();
    if (image.isNull()) {
        m_status->showMessage(tr("There is no graph to copy."), shortly);
        return;
    }
    QApplication::clipboard()->setImage(image);
    m_status->showMessage(tr("The graph is on the clipboard."), shortly);
}

} // namespace drydock::app
