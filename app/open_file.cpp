// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open_file.h"

#include "app/disk_watch.h"
#include "app/file_writer.h"
#include "app/words.h"
#include "model/analysis/analysis.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace drydock::app {

OpenFile::OpenFile(const FileServices &services)
    : m_services(services)
    , m_surroundings(m_document)
{
    connect(&m_surroundings, &FileSurroundings::refused, this,
            [this](const std::string &config, const Error &why) {
                raise({NoticeKind::BadConfig,
                       NoticeLevel::Warning,
                       tr("The rules are as shipped: “%1” cannot be used. %2")
                           .arg(QFile::decodeName(config.c_str()), sentence(why)),
                       {NoticeAction::Dismiss}});
            });
    connect(&m_surroundings, &FileSurroundings::accepted, this, [this] { clear(NoticeKind::BadConfig); });
    if (m_services.watch) {
        connect(m_services.watch, &DiskWatch::touched, this, [this](const QString &path) {
            if (path == m_path)
                checkDisk();
        });
    }
}

OpenFile::~OpenFile()
{
    if (m_services.watch && !m_path.isEmpty())
        m_services.watch->unwatch(m_path);
}

Result<std::unique_ptr<OpenFile>> OpenFile::open(const QString &path, const FileServices &services)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    auto content = readFile(absolute);
    if (!content)
        return tl::unexpected(content.error());
    std::unique_ptr<OpenFile> file(new OpenFile(services));
    file->m_isTextOnly = content->bytes.size() > largestAnalysed;
    file->noteLoaded(*content);
    file->m_document.reset(std::move(content->bytes));
    file->bind(absolute);
    file->findRecoveries();
    file->startKeeping();
    return file;
}

std::unique_ptr<OpenFile> OpenFile::untitled(const QString &title, std::string bytes,
                                             const FileServices &services)
{
    std::unique_ptr<OpenFile> file(new OpenFile(services));
    file->m_untitledTitle = title;
    file->m_document.reset(std::move(bytes));
    file->startKeeping();
    return file;
}

QString OpenFile::title() const
{
    return isUntitled() ? m_untitledTitle : shortName(m_path);
}

QString OpenFile::folderName() const
{
    return isUntitled() ? QString() : QFileInfo(m_path).absoluteDir().dirName();
}

bool OpenFile::needsSaving() const
{
    return m_document.isModified() || m_isMissing;
}

void OpenFile::bind(const QString &path)
{
    if (m_services.watch) {
        if (!m_path.isEmpty())
            m_services.watch->unwatch(m_path);
        m_services.watch->watch(path);
    }
    m_path = path;
    lockFile();
    emit pathChanged();
}

void OpenFile::lockFile()
{
    clear(NoticeKind::OtherWindow);
    m_lock.reset();
    if (!m_services.recovery)
        return;
    qint64 otherPid = 0;
    m_lock = m_services.recovery->lock(m_path, &otherPid);
    if (!m_lock && otherPid != 0) {
        raise({NoticeKind::OtherWindow,
               NoticeLevel::Warning,
               tr("“%1” is also open in another Drydock (process %2). What is saved last wins.")
                   .arg(title())
                   .arg(otherPid),
               {NoticeAction::Dismiss}});
    }
}

void OpenFile::startKeeping()
{
    if (!m_services.recovery)
        return;
    m_journal = std::make_unique<RecoveryJournal>(m_document, *m_services.recovery);
    m_journal->setPath(m_path);
    connect(m_journal.get(), &RecoveryJournal::failed, this, [this] {
        raise({NoticeKind::NoRecovery,
               NoticeLevel::Warning,
               tr("Unsaved changes cannot be kept for recovery: “%1” cannot be written. Save often.")
                   .arg(m_services.recovery->folder()),
               {NoticeAction::Dismiss}});
    });
    connect(m_journal.get(), &RecoveryJournal::worked, this, [this] { clear(NoticeKind::NoRecovery); });
}

void OpenFile::noteLoaded(const FileContent &content)
{
    m_stamp = content.stamp;
    m_isMissing = false;
    clear(NoticeKind::DeletedOnDisk);
    clear(NoticeKind::ChangedOnDisk);
    if (content.isWritable)
        clear(NoticeKind::ReadOnly);
    else
        raise({NoticeKind::ReadOnly,
               NoticeLevel::Info,
               tr("You may not write this file. Edit as you like and save under another name."),
               {NoticeAction::SaveAs, NoticeAction::Dismiss}});
    if (looksBinary(content.bytes))
        raise({NoticeKind::Binary,
               NoticeLevel::Warning,
               tr("This file holds NUL bytes and is probably no Dockerfile. Its bytes are kept as they are."),
               {NoticeAction::Dismiss}});
    if (m_isTextOnly)
        raise({NoticeKind::Large,
               NoticeLevel::Info,
               tr("This file has %1 and is shown as text only, without a graph.")
                   .arg(QLocale().formattedDataSize(qint64(content.bytes.size()), 1,
                                                    QLocale::DataSizeSIFormat)),
               {NoticeAction::Dismiss}});
}

// Saving

OpenFile::SaveResult OpenFile::save()
{
    if (isUntitled())
        return SaveResult::NeedsPath;
    // A change that nobody has asked about yet must not be written over.
    checkDisk();
    if (isChangedOnDisk()) {
        raiseChangedOnDisk(true);
        return SaveResult::Refused;
    }
    if (!m_document.isModified() && !m_isMissing)
        return SaveResult::Saved;
    return write(m_path, m_isMissing ? std::nullopt : std::optional(m_stamp));
}

OpenFile::SaveResult OpenFile::overwrite()
{
    return isUntitled() ? SaveResult::NeedsPath : write(m_path, std::nullopt);
}

OpenFile::SaveResult OpenFile::saveAs(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (write(absolute, std::nullopt) != SaveResult::Saved)
        return SaveResult::Refused;
    if (absolute == m_path)
        return SaveResult::Saved;
    for (const NoticeKind kind : {NoticeKind::ReadOnly, NoticeKind::Recovery})
        clear(kind);
    m_recoveries.clear();
    bind(absolute);
    if (m_journal)
        m_journal->setPath(m_path);
    lookAround();
    return SaveResult::Saved;
}

OpenFile::SaveResult OpenFile::write(const QString &path, std::optional<FileStamp> expected)
{
    m_document.endTyping();
    // In place can tear: then the recovery folder must have the whole text first.
    const auto keepCopy = [this] { return !m_journal || m_journal->writeNow(); };
    const SourceText text = m_document.text();
    const WriteOutcome outcome = writeFile({path, text.bytes(), expected, keepCopy});
    switch (outcome.kind) {
    case WriteOutcome::Kind::Written:
        break;
    case WriteOutcome::Kind::ChangedMeanwhile:
        checkDisk();
        if (!isChangedOnDisk())
            return write(path, m_stamp); // Only touched.
        raiseChangedOnDisk(true);
        return SaveResult::Refused;
    case WriteOutcome::Kind::NotPermitted:
    case WriteOutcome::Kind::Failed:
        raise({NoticeKind::SaveFailed,
               NoticeLevel::Error,
               sentence(outcome.error),
               {NoticeAction::SaveAs, NoticeAction::Save, NoticeAction::Dismiss}});
        return SaveResult::Refused;
    }
    m_stamp = outcome.stamp;
    m_isMissing = false;
    m_diskBytes.clear();
    m_document.markSaved();
    for (const NoticeKind kind :
         {NoticeKind::SaveFailed, NoticeKind::ChangedOnDisk, NoticeKind::DeletedOnDisk})
        clear(kind);
    return SaveResult::Saved;
}

// Change on disk

void OpenFile::checkDisk()
{
    if (isUntitled())
        return;
    const auto stamp = FileStamp::of(m_path);
    if (stamp && *stamp == m_stamp && !m_isMissing)
        return;
    auto content = readFile(m_path);
    if (!content) {
        if (!stamp && !m_isMissing) {
            m_isMissing = true;
            clear(NoticeKind::ChangedOnDisk);
            raise({NoticeKind::DeletedOnDisk,
                   NoticeLevel::Warning,
                   tr("“%1” was deleted or moved away. The text is still here; saving makes the file again.")
                       .arg(title()),
                   {NoticeAction::Save, NoticeAction::SaveAs, NoticeAction::Dismiss}});
        }
        return;
    }
    takeContent(std::move(*content));
}

void OpenFile::lookAround()
{
    if (m_services.looksAround && !isUntitled() && !m_isTextOnly)
        m_surroundings.look(QFile::encodeName(m_path).toStdString());
}

void OpenFile::takeContent(FileContent content)
{
    noteLoaded(content);
    if (content.bytes == m_document.savedText().bytes())
        return; // Only touched.
    if (content.bytes == m_document.text().bytes()) {
        m_document.setSavedText(std::move(content.bytes)); // Somebody has written the very same.
        return;
    }
    if (!m_document.isModified()) {
        m_document.reload(std::move(content.bytes));
        return;
    }
    m_diskBytes = std::move(content.bytes);
    raiseChangedOnDisk(false);
}

bool OpenFile::isChangedOnDisk() const
{
    return std::any_of(m_notices.begin(), m_notices.end(),
                       [](const Notice &each) { return each.kind == NoticeKind::ChangedOnDisk; });
}

void OpenFile::raiseChangedOnDisk(bool isSaving)
{
    if (isSaving) {
        raise({NoticeKind::ChangedOnDisk,
               NoticeLevel::Error,
               tr("Not saved: “%1” was changed by another program meanwhile.").arg(title()),
               {NoticeAction::Compare, NoticeAction::Reload, NoticeAction::Overwrite}});
        return;
    }
    raise({NoticeKind::ChangedOnDisk,
           NoticeLevel::Warning,
           tr("“%1” was changed by another program, and you have unsaved changes.").arg(title()),
           {NoticeAction::Compare, NoticeAction::Reload, NoticeAction::KeepMine}});
}

void OpenFile::reload()
{
    if (isUntitled())
        return;
    auto content = readFile(m_path);
    if (!content) {
        say(NoticeLevel::Error, sentence(content.error()));
        return;
    }
    noteLoaded(*content);
    m_diskBytes.clear();
    m_document.reload(std::move(content->bytes));
}

// Notices

void OpenFile::answer(NoticeKind kind, NoticeAction action)
{
    if (action == NoticeAction::SaveAs) {
        emit saveAsRequested();
    } else if (action == NoticeAction::Save) {
        save();
    } else if (action == NoticeAction::Dismiss) {
        clear(kind);
    } else if (kind == NoticeKind::Recovery) {
        answerRecovery(action);
    } else if (action == NoticeAction::Compare) {
        emit compareRequested(tr("on disk"), m_diskBytes, tr("yours"),
                              std::string(m_document.text().bytes()));
    } else if (action == NoticeAction::Reload) {
        reload();
    } else if (action == NoticeAction::Overwrite) {
        overwrite();
    } else if (action == NoticeAction::KeepMine) {
        // The reader has seen it: from now on that is what a save replaces.
        m_document.setSavedText(std::exchange(m_diskBytes, {}));
        clear(kind);
    }
}

void OpenFile::say(NoticeLevel level, const QString &text)
{
    raise({NoticeKind::Plain, level, text, {NoticeAction::Dismiss}});
}

void OpenFile::raise(Notice notice)
{
    const auto at = std::find_if(m_notices.begin(), m_notices.end(),
                                 [&notice](const Notice &each) { return each.kind >= notice.kind; });
    if (at != m_notices.end() && at->kind == notice.kind)
        *at = std::move(notice);
    else
        m_notices.insert(at, std::move(notice));
    emit noticesChanged();
}

void OpenFile::clear(NoticeKind kind)
{
    if (std::erase_if(m_notices, [kind](const Notice &each) { return each.kind == kind; }) > 0)
        emit noticesChanged();
}

} // namespace drydock::app
