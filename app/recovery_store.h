// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/recovery_record.h"

#include <QLockFile>
#include <QString>

#include <memory>
#include <vector>

namespace drydock::app {

/// A file of the recovery folder.
struct FoundRecovery {
    QString file;
    std::optional<RecoveryRecord> record; ///< None if it is damaged beyond reading.
};

/// The folder with unsaved texts: `$XDG_STATE_HOME/drydock/recovery`, for its owner's eyes only. Each text has a
/// file of its own, named after the edited file's path, so that an unanswered offer is never written over.
/// Functions are const and may be called from any thread.
class RecoveryStore {
public:
    explicit RecoveryStore(QString folder = defaultFolder());
    static QString defaultFolder();

    const QString &folder() const { return m_folder; }

    /// A new name for the texts of `path` (empty: an untitled file). Makes nothing.
    QString newFileFor(const QString &path) const;
    /// Replaces `file` durably. \returns false, and leaves the old one whole, if that is not possible.
    bool write(const QString &file, const RecoveryRecord &record) const;
    static void remove(const QString &file);

    /// What programs that are gone have left behind, newest first.
    std::vector<FoundRecovery> orphans() const;
    /// The same for one file.
    std::vector<FoundRecovery> orphansOf(const QString &path) const;

    /// Says to other Drydocks that this file is open here; ends when the lock is destroyed.
    /// \returns null, and the other's number in `otherPid`, if another one has it open. Never waits.
    std::unique_ptr<QLockFile> lock(const QString &path, qint64 *otherPid) const;

private:
    bool makeFolder() const;
    std::vector<FoundRecovery> find(const QString &nameFilter) const;

    QString m_folder;
};

} // namespace drydock::app
