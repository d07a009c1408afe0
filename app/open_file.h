// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/file_reader.h"
#include "app/file_surroundings.h"
#include "app/notice.h"
#include "app/recovery_journal.h"
#include "model/document/document.h"
#include "ui/common/selection.h"

#include <QObject>

#include <memory>
#include <vector>

namespace drydock::app {

class DiskWatch;

/// What open files share. Borrowed; either may be null: then files are not watched, or nothing is kept for recovery.
struct FileServices {
    DiskWatch *watch = nullptr;
    const RecoveryStore *recovery = nullptr;
    bool looksAround = false; ///< Reads the folder beside a file, and the project's settings for the rules.
};

/// One file that is open: its document, where it lives, and what is to be said about it. No widgets, no dialogs.
///
/// Never loses bytes: what it writes is what the document holds, and what somebody else has written is not
/// overwritten before the reader has said so.
class OpenFile final : public QObject {
    Q_OBJECT

public:
    enum class SaveResult : std::uint8_t {
        Saved,
        NeedsPath, ///< It has no name yet.
        Refused, ///< A notice says why.
    };

    /// \returns an Error if the file cannot be read; nothing is left behind then.
    static Result<std::unique_ptr<OpenFile>> open(const QString &path, const FileServices &services);
    /// A text without a file. \param title what to call it. Counts as unmodified until it is edited.
    static std::unique_ptr<OpenFile> untitled(const QString &title, std::string bytes,
                                              const FileServices &services);
    /// Releases the lock. An unanswered offer of recovery stays for the next time.
    ~OpenFile() override;

    Document &document() { return m_document; }
    const Document &document() const { return m_document; }
    ui::Selection &selection() { return m_selection; }
    FileSurroundings &surroundings() { return m_surroundings; }

    const QString &path() const { return m_path; } ///< Absolute; empty if untitled.
    bool isUntitled() const { return m_path.isEmpty(); }
    QString title() const; ///< "Dockerfile"; for an untitled one what it was called.
    QString folderName() const; ///< "go-webapp"; empty if untitled.
    /// Too large for the graph: text only.
    bool isTextOnly() const { return m_isTextOnly; }
    /// Closing now would lose something.
    bool needsSaving() const;

    SaveResult save();
    /// As save(), over whatever stands on the disk now.
    SaveResult overwrite();
    /// From now on the text lives at `path`. Nothing changes if that fails.
    SaveResult saveAs(const QString &path);
    /// Takes what is on the disk, unsaved changes or not; one undo step.
    void reload();

    /// Looks whether somebody else has changed the file. Cheap if nobody has.
    void checkDisk();
    /// Looks at what lies beside the file; the document learns of it later.
    void lookAround();

    const std::vector<Notice> &notices() const { return m_notices; }
    /// The reader's answer. Compare and SaveAs are passed on as signals.
    void answer(NoticeKind kind, NoticeAction action);
    /// Adds a sentence with nothing to decide.
    void say(NoticeLevel level, const QString &text);

    /// An orphaned text becomes this untitled file's unsaved text.
    void adopt(const FoundRecovery &found);
    /// Copies unsaved text to the recovery folder at once. \returns false if that failed.
    bool keepForRecovery();
    /// The reader has said that the unsaved text may go.
    void abandonChanges();

signals:
    void noticesChanged();
    void pathChanged();
    /// Show how two texts differ. The labels say what they are.
    void compareRequested(const QString &beforeLabel, const std::string &before, const QString &afterLabel,
                          const std::string &after);
    void saveAsRequested();

private:
    explicit OpenFile(const FileServices &services);

    void bind(const QString &path);
    void startKeeping();
    void takeContent(FileContent content);
    void raise(Notice notice);
    void clear(NoticeKind kind);
    void noteLoaded(const FileContent &content);
    void lockFile();
    void findRecoveries();
    void offerRecovery();
    void answerRecovery(NoticeAction action);
    bool isChangedOnDisk() const;
    void raiseChangedOnDisk(bool isSaving);
    SaveResult write(const QString &path, std::optional<FileStamp> expected);

    FileServices m_services;
    Document m_document;
    ui::Selection m_selection;
    FileSurroundings m_surroundings;
    QString m_path;
    QString m_untitledTitle;
    FileStamp m_stamp; ///< Of the file when it was last read or written.
    std::string m_diskBytes; ///< What somebody else has written, while the reader is being asked.
    std::vector<Notice> m_notices;
    std::vector<FoundRecovery> m_recoveries; ///< Still to be offered, the next one first.
    std::unique_ptr<RecoveryJournal> m_journal;
    std::unique_ptr<QLockFile> m_lock;
    bool m_isTextOnly = false;
    bool m_isMissing = false; ///< The file was deleted.
};

} // namespace drydock::app
