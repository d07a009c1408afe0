// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/disk_watch.h"

#include <QFileInfo>

#include <chrono>

namespace drydock::app {

using namespace std::chrono_literals;

DiskWatch::DiskWatch(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(80ms); // Long enough for a program that writes in several steps.
    connect(&m_timer, &QTimer::timeout, this, &DiskWatch::tell);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &DiskWatch::note);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this](const QString &folder) {
        for (const QString &path : qAsConst(m_paths)) {
            if (QFileInfo(path).absolutePath() == folder)
                note(path);
        }
    });
}

void DiskWatch::watch(const QString &path)
{
    if (m_paths.contains(path))
        return;
    m_paths.insert(path);
    m_watcher.addPath(path);
    const QString folder = QFileInfo(path).absolutePath();
    if (++m_folders[folder] == 1)
        m_watcher.addPath(folder);
}

void DiskWatch::unwatch(const QString &path)
{
    if (!m_paths.remove(path))
        return;
    m_watcher.removePath(path);
    m_pending.remove(path);
    const QString folder = QFileInfo(path).absolutePath();
    if (--m_folders[folder] == 0) {
        m_folders.remove(folder);
        m_watcher.removePath(folder);
    }
}

void DiskWatch::note(const QString &path)
{
    m_pending.insert(path);
    if (!m_timer.isActive())
        m_timer.start();
}

void DiskWatch::tell()
{
    const QSet<QString> pending = std::exchange(m_pending, {});
    for (const QString &path : pending) {
        // After a rename the watcher has lost the path, and tells nobody.
        if (QFileInfo::exists(path)) {
            m_watcher.removePath(path);
            m_watcher.addPath(path);
        }
        emit touched(path);
    }
}

} // namespace drydock::app
