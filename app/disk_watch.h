// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace drydock::app {

/// Notices that something may have happened to files: written in place, renamed over, deleted, made again.
/// Only says where to look; a hundred changes a second become a few signals.
class DiskWatch final : public QObject {
    Q_OBJECT

public:
    explicit DiskWatch(QObject *parent = nullptr);

    void watch(const QString &path);
    void unwatch(const QString &path);

signals:
    void touched(const QString &path);

private:
    void note(const QString &path);
    void tell();

    QFileSystemWatcher m_watcher;
    QSet<QString> m_paths;
    QHash<QString, int>
        m_folders; ///< Folder → watched files in it. The folder tells of a file that comes back.
    QSet<QString> m_pending;
    QTimer m_timer;
};

} // namespace drydock::app
