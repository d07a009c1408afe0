// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace drydock::app {

/// Where boxes of a file's graph were put by hand. Kept beside the program's other data and never in the Dockerfile
/// or its folder; the same file by another road has the same pins.
class PinStore {
public:
    /// \param folder made when something is first kept.
    explicit PinStore(QString folder = defaultFolder());

    static QString defaultFolder();

    /// Empty if nothing was kept. \param path of the Dockerfile; empty for a file that has no place yet.
    QByteArray pinsOf(const QString &path) const;
    /// \param pins empty forgets them. A folder that cannot be written to is no misfortune: nothing is kept.
    void keep(const QString &path, const QByteArray &pins) const;

private:
    QString fileOf(const QString &path) const;

    QString m_folder;
};

} // namespace drydock::app
