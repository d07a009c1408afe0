// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/open_file.h"
#include "app/samples.h"
#include "app/settings.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace drydock::app {

/// Dockerfiles of a folder by name ("Dockerfile", "Dockerfile.dev", "web.dockerfile", "Containerfile" …), the
/// plain names first. Not of the folders below. Absolute paths.
QStringList dockerfilesIn(const QString &folder);

/// All open files: opens, saves, closes, and remembers which they were. Shows nothing; whoever owns it asks the
/// reader on its behalf.
class FileController final : public QObject {
    Q_OBJECT

public:
    enum class UnsavedChoice : std::uint8_t { Save, Discard, Cancel };

    /// How the reader is asked. Must be set before anything is saved or closed.
    struct Questions {
        std::function<QString(const OpenFile &)> savePath; ///< Empty: cancelled.
        std::function<UnsavedChoice(const std::vector<OpenFile *> &)> unsaved;
    };

    /// `settings` is borrowed. \param options for every file that is opened.
    FileController(Settings &settings, const FileServices &services, BuildOptions options,
                   QObject *parent = nullptr);
    ~FileController() override;

    void setQuestions(Questions questions) { m_questions = std::move(questions); }
    const std::vector<std::unique_ptr<OpenFile>> &files() const { return m_files; }

    /// Opens a file, or the Dockerfiles of a folder; one that is open already is only activated.
    /// \returns false after problem() if nothing could be opened.
    bool open(const QString &path);
    /// All of them, the first one in front. \returns false if one could not be opened.
    bool openAll(const QStringList &paths);
    OpenFile *newFile();
    OpenFile *openSample(const Sample &sample);
    /// The files of the last run, and texts that a crash has left behind. Does not complain about vanished files.
    void restoreSession();
    /// Texts of earlier runs that nobody has been asked about yet.
    void offerOrphans();

    /// \returns false if it is not saved: cancelled, or a notice of the file says why.
    bool save(OpenFile &file);
    bool saveAs(OpenFile &file);
    bool saveAll();
    /// Asks about unsaved changes. \returns false if the reader wants to stay.
    bool close(OpenFile &file);
    bool closeAll();
    /// Copies all unsaved texts to the recovery folder: the session ends and nobody can be asked.
    bool keepAllForRecovery();
    /// What the reader has chosen for the rules: for all files, and remembered.
    void chooseChecks(const SeverityChoices &choices);
    /// Looks at all files on the disk.
    void checkDisk();

    /// Writes down which files are open: into the settings now, to the disk a moment later. Whoever ends the program
    /// sooner saves the settings, as runProgram() does.
    /// \param active may be null.
    void rememberSession(const OpenFile *active);

signals:
    void opened(drydock::app::OpenFile *file);
    /// It is destroyed after this.
    void closing(drydock::app::OpenFile *file);
    void activated(drydock::app::OpenFile *file);
    void problem(const QString &sentence);
    void recentChanged();

private:
    OpenFile *adopt(std::unique_ptr<OpenFile> file);
    OpenFile *openFile(const QString &path);
    OpenFile *find(const QString &path) const;
    void noteRecent(const QString &path);
    void remove(OpenFile &file);
    bool mayClose(const std::vector<OpenFile *> &files);

    Settings &m_settings;
    FileServices m_services;
    BuildOptions m_options;
    Questions m_questions;
    std::vector<std::unique_ptr<OpenFile>> m_files;
    QTimer m_saveSettings;
    int m_untitledCount = 0;
    bool m_isClosing = false; ///< The list of the session stays as it was when closing began.
};

} // namespace drydock::app
