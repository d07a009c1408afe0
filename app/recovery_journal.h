// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/recovery_store.h"
#include "model/document/document.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace drydock::app {

/// Keeps a copy of one document's unsaved text in the recovery folder: at most a second old while somebody types,
/// gone as soon as nothing is unsaved. Writing happens beside the GUI thread.
class RecoveryJournal final : public QObject {
    Q_OBJECT

public:
    /// Both are borrowed and must outlive the journal.
    RecoveryJournal(const Document &document, const RecoveryStore &store, QObject *parent = nullptr);
    /// Leaves the copy where it is.
    ~RecoveryJournal() override;

    /// The file the text belongs to; empty while it has no name. A copy under the old name goes.
    void setPath(const QString &path);

    /// The current text is on the disk when this returns true.
    bool writeNow();
    /// Nobody needs the copy any more: saved, undone, or thrown away by its owner's word.
    void discard();

signals:
    /// The copy could not be written. Once per run of failures.
    void failed();
    void worked();

private:
    void schedule();
    RecoveryRecord record() const;
    void startWriting();
    void report(bool ok);

    const Document &m_document;
    const RecoveryStore &m_store;
    QString m_path;
    QString m_file;
    QTimer m_timer;
    QThreadPool m_writer;
    bool m_hasFailed = false;
};

} // namespace drydock::app
