// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recovery_journal.h"

#include <QDateTime>
#include <QFile>

#include <algorithm>
#include <chrono>

namespace drydock::app {
namespace {

/// A copy of a huge text takes a while itself: leave room between two.
std::chrono::milliseconds intervalFor(std::size_t size)
{
    return std::chrono::milliseconds(700 + size / 10'000);
}

} // namespace

RecoveryJournal::RecoveryJournal(const Document &document, const RecoveryStore &store, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_store(store)
{
    m_writer.setMaxThreadCount(1); // In order: an older text must not land on a newer one.
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RecoveryJournal::startWriting);
    connect(&document, &Document::changed, this, &RecoveryJournal::schedule);
    connect(&document, &Document::modifiedChanged, this, &RecoveryJournal::schedule);
}

RecoveryJournal::~RecoveryJournal()
{
    m_writer.waitForDone();
}

void RecoveryJournal::setPath(const QString &path)
{
    discard();
    m_path = path;
    schedule();
}

void RecoveryJournal::schedule()
{
    if (!m_document.isModified())
        discard();
    else if (!m_timer.isActive())
        m_timer.start(intervalFor(m_document.text().size()));
}

RecoveryRecord RecoveryJournal::record() const
{
    RecoveryRecord record;
    record.path = QFile::encodeName(m_path).toStdString();
    record.diskHash = contentHash(m_document.savedText().bytes());
    record.savedAt = QDateTime::currentMSecsSinceEpoch();
    record.owner = ProcessIdentity::ofThisProcess();
    return record;
}

void RecoveryJournal::startWriting()
{
    if (!m_document.isModified())
        return;
    if (m_file.isEmpty())
        m_file = m_store.newFileFor(m_path);
    m_writer.start([this, file = m_file, text = m_document.text(), record = record()]() mutable {
        record.text = text.bytes();
        const bool ok = m_store.write(file, record);
        QMetaObject::invokeMethod(this, [this, ok] { report(ok); });
    });
}

bool RecoveryJournal::writeNow()
{
    m_timer.stop();
    m_writer.waitForDone();
    if (m_file.isEmpty())
        m_file = m_store.newFileFor(m_path);
    RecoveryRecord now = record();
    now.text = m_document.text().bytes();
    const bool ok = m_store.write(m_file, now);
    report(ok);
    return ok;
}

void RecoveryJournal::discard()
{
    m_timer.stop();
    m_writer.waitForDone();
    if (!m_file.isEmpty())
        RecoveryStore::remove(m_file);
    m_file.clear();
}

void RecoveryJournal::report(bool ok)
{
    if (ok == !m_hasFailed)
        return;
    m_hasFailed = !ok;
    if (ok)
        emit worked();
    else
        emit failed();
}

} // namespace drydock::app
