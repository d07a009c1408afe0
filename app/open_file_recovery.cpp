// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open_file.h"
#include "model/text/diff.h"

#include <QDateTime>
#include <QLocale>

// What OpenFile does with texts that an earlier run has left behind.

namespace drydock::app {

void OpenFile::findRecoveries()
{
    if (!m_services.recovery)
        return;
    for (FoundRecovery &found : m_services.recovery->orphansOf(m_path)) {
        // Already what the reader sees: nothing to offer and nothing to lose.
        if (found.record && found.record->isWhole && found.record->text == m_document.text().bytes())
            RecoveryStore::remove(found.file);
        else
            m_recoveries.push_back(std::move(found));
    }
    offerRecovery();
}

void OpenFile::offerRecovery()
{
    if (m_recoveries.empty()) {
        clear(NoticeKind::Recovery);
        return;
    }
    const FoundRecovery &next = m_recoveries.front();
    if (!next.record) {
        raise(
            {NoticeKind::Recovery,
             NoticeLevel::Warning,
             tr("Unsaved changes of an earlier run were kept, but the copy is damaged: “%1”.").arg(next.file),
             {NoticeAction::Discard}});
        return;
    }
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(next.record->savedAt);
    const QString when = time.date() == QDate::currentDate()
        ? QLocale().toString(time.time(), QStringLiteral("HH:mm"))
        : QLocale().toString(time, QLocale::ShortFormat);
    QString text = tr("Recover unsaved changes from %1?").arg(when);
    if (!next.record->isWhole)
        text = tr("Recover unsaved changes from %1? The copy is damaged; only a part of the text is left.")
                   .arg(when);
    else if (next.record->diskHash != contentHash(m_document.savedText().bytes()))
        text
            = tr("Recover unsaved changes from %1? The file was changed by another program since.").arg(when);
    raise({NoticeKind::Recovery,
           NoticeLevel::Warning,
           text,
           {NoticeAction::Recover, NoticeAction::Compare, NoticeAction::Discard}});
}

void OpenFile::answerRecovery(NoticeAction action)
{
    if (m_recoveries.empty())
        return;
    const FoundRecovery found = m_recoveries.front();
    if (action == NoticeAction::Compare && found.record) {
        emit compareRequested(tr("now"), std::string(m_document.text().bytes()), tr("unsaved changes"),
                              found.record->text);
        return;
    }
    if (action == NoticeAction::Recover && found.record) {
        m_document.apply(diffLines(m_document.text().bytes(), found.record->text), Origin::Disk,
                         tr("Recover unsaved changes"));
        // The old copy goes only when a new one is safe.
        if (m_document.isModified() && !keepForRecovery())
            return;
    }
    RecoveryStore::remove(found.file);
    m_recoveries.erase(m_recoveries.begin());
    offerRecovery();
}

void OpenFile::adopt(const FoundRecovery &found)
{
    if (!found.record)
        return;
    m_document.apply(diffLines(m_document.text().bytes(), found.record->text), Origin::Disk,
                     tr("Recover unsaved changes"));
    if (!m_document.isModified() || keepForRecovery())
        RecoveryStore::remove(found.file);
    say(NoticeLevel::Info,
        found.record->isWhole
            ? tr("This text was never saved. It was recovered from an earlier run.")
            : tr("This text was never saved. A part of it was recovered from an earlier run."));
}

bool OpenFile::keepForRecovery()
{
    return !m_journal || !m_document.isModified() || m_journal->writeNow();
}

void OpenFile::abandonChanges()
{
    if (m_journal)
        m_journal->discard();
}

} // namespace drydock::app
