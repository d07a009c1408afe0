// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace drydock::app {

/// What the program keeps of files, such as where boxes of their graph were put by hand. It lies beside the program's other
/// data and never in the file or its folder; the same file by another road has the same.
class PathStore {
public:
    /// \param folder made when something is first kept.
    explicit PathStore(QString folder);

    /// \param kind what is kept: "pins". Each has a folder of its own.
    static QString folderOf(const QString &kind);

    /// Empty if nothing was kept. \param path of the file; empty for one that has no place yet.
    QByteArray bytesOf(const QString &path) const;
    /// \param bytes empty forgets them; at most 20 MB. A folder that cannot be written to is no misfortune: nothing is kept.
    void keep(const QString &path, const QByteArray &bytes) const;

private:
    QString fileOf(const QString &path) const;

    QString m_folder;
};

} // namespace drydock::app
