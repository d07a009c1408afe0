// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor_tab.h"
#include "app/main_window.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

// What the window asks its reader.

namespace drydock::app {

void MainWindow::showOpenDialog()
{
    QString folder;
    if (EditorTab *tab = currentTab(); tab && !tab->file().isUntitled())
        folder = QFileInfo(tab->file().path()).absolutePath();
    else if (!m_settings.recent.isEmpty())
        folder = QFileInfo(m_settings.recent.front()).absolutePath();
    const QStringList paths
        = QFileDialog::getOpenFileNames(this, tr("Open"), folder,
                                        tr("Dockerfiles (Dockerfile Dockerfile.* *.Dockerfile *.dockerfile "
                                           "Containerfile Containerfile.*);;All files (*)"));
    for (const QString &path : paths)
        m_files.open(path);
}

QString MainWindow::askSavePath(const OpenFile &file)
{
    QString suggestion = file.path();
    if (suggestion.isEmpty()) {
        const QString folder = m_settings.recent.isEmpty()
            ? QDir::homePath()
            : QFileInfo(m_settings.recent.front()).absolutePath();
        suggestion = QDir(folder).filePath(QStringLiteral("Dockerfile"));
    }
    return QFileDialog::getSaveFileName(this, tr("Save As"), suggestion);
}

FileController::UnsavedChoice MainWindow::askUnsaved(const std::vector<OpenFile *> &files)
{
    QMessageBox box(this);
    box.setTextFormat(Qt::PlainText);
    box.setIcon(QMessageBox::NoIcon);
    box.setWindowTitle(QStringLiteral("Drydock"));
    if (files.size() == 1) {
        box.setText(tr("Save the changes to “%1”?").arg(files.front()->title()));
        if (!files.front()->isUntitled())
            box.setInformativeText(files.front()->path());
    } else {
        QStringList names;
        for (const OpenFile *file : files)
            names.append(file->isUntitled() ? file->title() : file->path());
        box.setText(tr("Save the changes to %1 files?").arg(files.size()));
        box.setInformativeText(names.join(u'\n'));
    }
    box.setStandardButtons(QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save:
        return FileController::UnsavedChoice::Save;
    case QMessageBox::Discard:
        return FileController::UnsavedChoice::Discard;
    default:
        return FileController::UnsavedChoice::Cancel;
    }
}

} // namespace drydock::app
