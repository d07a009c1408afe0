// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/file_controller.h"

#include "app/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <chrono>

namespace drydock::app {
namespace {

constexpr qsizetype mostFilesOfFolder = 20;
constexpr std::chrono::milliseconds savePause(500);

bool isSameFile(const QString &a, const QString &b)
{
    if (a == b)
        return true;
    const QString canonical = QFileInfo(a).canonicalFilePath();
    return !canonical.isEmpty() && canonical == QFileInfo(b).canonicalFilePath();
}

} // namespace

QStringList dockerfilesIn(const QString &folder)
{
    const QStringList patterns {QStringLiteral("Dockerfile"),    QStringLiteral("Dockerfile.*"),
                                QStringLiteral("*.Dockerfile"),  QStringLiteral("*.dockerfile"),
                                QStringLiteral("Containerfile"), QStringLiteral("Containerfile.*")};
    QStringList found;
    for (const QString &pattern : patterns) {
        const QDir dir(folder);
        for (const QString &name :
             dir.entryList({pattern}, QDir::Files | QDir::CaseSensitive | QDir::Hidden, QDir::Name)) {
            // Ignore lists live beside their Dockerfile under its name.
            const bool isOther = name.endsWith(QLatin1String(".dockerignore")) || name.endsWith(u'~')
                || name.endsWith(QLatin1String(".orig")) || name.endsWith(QLatin1String(".swp"));
            const QString path = dir.absoluteFilePath(name);
            if (!isOther && !found.contains(path))
                found.append(path);
        }
    }
    return found;
}

FileController::FileController(Settings &settings, const FileServices &services, BuildOptions options,
                               QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_services(services)
    , m_options(std::move(options))
{
    m_saveSettings.setSingleShot(true);
    m_saveSettings.setInterval(savePause);
    connect(&m_saveSettings, &QTimer::timeout, this, [this] { m_settings.save(); });
}

FileController::~FileController() = default;

OpenFile *FileController::adopt(std::unique_ptr<OpenFile> file)
{
    OpenFile *raw = file.get();
    raw->document().setOptions(m_options);
    raw->surroundings().setOwnChoices(m_settings.checks);
    m_files.push_back(std::move(file));
    emit opened(raw);
    return raw;
}

OpenFile *FileController::find(const QString &path) const
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    for (const auto &file : m_files) {
        if (!file->isUntitled() && isSameFile(file->path(), absolute))
            return file.get();
    }
    return nullptr;
}

OpenFile *FileController::openFile(const QString &path)
{
    if (OpenFile *already = find(path)) {
        emit activated(already);
        return already;
    }
    auto file = OpenFile::open(path, m_services);
    if (!file) {
        emit problem(sentence(file.error()));
        return nullptr;
    }
    return adopt(std::move(*file));
}

bool FileController::open(const QString &path)
{
    if (!QFileInfo(path).isDir()) {
        OpenFile *file = openFile(path);
        if (!file)
            return false;
        noteRecent(file->path());
        emit activated(file);
        return true;
    }
    const QStringList found = dockerfilesIn(path);
    if (found.isEmpty()) {
        emit problem(tr("There is no Dockerfile in the folder “%1”.").arg(path));
        return false;
    }
    if (found.size() > mostFilesOfFolder)
        emit problem(tr("The folder “%1” holds %2 Dockerfiles; the first %3 are open.")
                         .arg(path)
                         .arg(found.size())
                         .arg(mostFilesOfFolder));
    OpenFile *first = nullptr;
    for (const QString &each : found.mid(0, mostFilesOfFolder)) {
        OpenFile *file = openFile(each);
        if (file)
            noteRecent(file->path());
        first = first ? first : file;
    }
    if (first)
        emit activated(first);
    return first != nullptr;
}

bool FileController::openAll(const QStringList &paths)
{
    const std::size_t before = m_files.size();
    bool ok = true;
    for (const QString &path : paths)
        ok = open(path) && ok;
    if (paths.size() > 1 && m_files.size() > before)
        emit activated(m_files[before].get());
    return ok;
}

OpenFile *FileController::newFile()
{
    ++m_untitledCount;
    const QString title = m_untitledCount == 1 ? tr("Untitled") : tr("Untitled %1").arg(m_untitledCount);
    OpenFile *file = adopt(OpenFile::untitled(title, {}, m_services));
    emit activated(file);
    return file;
}

OpenFile *FileController::openSample(const Sample &sample)
{
    OpenFile *file = adopt(OpenFile::untitled(sample.title, sample.bytes(), m_services));
    file->say(NoticeLevel::Info,
              tr("This is a copy of a sample. Change it as you like; save it to keep it."));
    emit activated(file);
    return file;
}

void FileController::noteRecent(const QString &path)
{
    m_settings.addRecent(path);
    emit recentChanged();
}

// Session

void FileController::restoreSession()
{
    const QStringList paths = m_settings.session;
    const int active = m_settings.activeFile;
    OpenFile *activeFile = nullptr;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        if (!QFileInfo::exists(paths[i]))
            continue;
        OpenFile *file = openFile(paths[i]);
        if (i == active)
            activeFile = file;
    }
    if (activeFile)
        emit activated(activeFile);
}

void FileController::offerOrphans()
{
    if (!m_services.recovery)
        return;
    for (const FoundRecovery &found : m_services.recovery->orphans()) {
        if (!found.record)
            continue; // It is offered when its file is opened; its name tells which that is.
        if (found.record->path.empty()) {
            newFile()->adopt(found);
            continue;
        }
        const QString path = QFile::decodeName(QByteArray::fromStdString(found.record->path));
        if (find(path))
            continue;
        if (QFileInfo::exists(path)) {
            openFile(path);
        } else {
            OpenFile *file = newFile();
            file->adopt(found);
            file->say(
                NoticeLevel::Warning,
                tr("“%1” is gone. Its unsaved text was recovered; save it where you want it.").arg(path));
        }
    }
}

void FileController::rememberSession(const OpenFile *active)
{
    if (m_isClosing)
        return;
    m_settings.session.clear();
    m_settings.activeFile = 0;
    for (const auto &file : m_files) {
        if (file->isUntitled())
            continue;
        if (file.get() == active)
            m_settings.activeFile = int(m_settings.session.size());
        m_settings.session.append(file->path());
    }
    m_saveSettings.start();
}

bool FileController::keepAllForRecovery()
{
    bool ok = true;
    for (const auto &file : m_files)
        ok = file->keepForRecovery() && ok;
    return ok;
}

void FileController::chooseChecks(const SeverityChoices &choices)
{
    m_settings.checks = choices;
    for (const auto &file : m_files)
        file->surroundings().setOwnChoices(choices);
    m_saveSettings.start();
}

void FileController::checkDisk()
{
    for (const auto &file : m_files)
        file->checkDisk();
}

// Saving and closing

bool FileController::save(OpenFile &file)
{
    switch (file.save()) {
    case OpenFile::SaveResult::Saved:
        return true;
    case OpenFile::SaveResult::NeedsPath:
        return saveAs(file);
    case OpenFile::SaveResult::Refused:
        break;
    }
    emit activated(&file);
    return false;
}

bool FileController::saveAs(OpenFile &file)
{
    const QString path = m_questions.savePath ? m_questions.savePath(file) : QString();
    if (path.isEmpty())
        return false;
    const OpenFile *other = find(path);
    if (other && other != &file) {
        file.say(NoticeLevel::Error, tr("Not saved: “%1” is open in another tab.").arg(path));
        return false;
    }
    if (file.saveAs(path) != OpenFile::SaveResult::Saved)
        return false;
    noteRecent(file.path());
    return true;
}

bool FileController::saveAll()
{
    bool ok = true;
    for (const auto &file : m_files) {
        if (file->needsSaving())
            ok = save(*file) && ok;
    }
    return ok;
}

bool FileController::mayClose(const std::vector<OpenFile *> &files)
{
    std::vector<OpenFile *> unsaved;
    std::copy_if(files.begin(), files.end(), std::back_inserter(unsaved),
                 [](const OpenFile *file) { return file->needsSaving(); });
    if (unsaved.empty())
        return true;
    switch (m_questions.unsaved ? m_questions.unsaved(unsaved) : UnsavedChoice::Cancel) {
    case UnsavedChoice::Save:
        return std::all_of(unsaved.begin(), unsaved.end(), [this](OpenFile *file) { return save(*file); });
    case UnsavedChoice::Discard:
        for (OpenFile *file : unsaved)
            file->abandonChanges();
        return true;
    case UnsavedChoice::Cancel:
        break;
    }
    return false;
}

bool FileController::close(OpenFile &file)
{
    if (!mayClose({&file}))
        return false;
    remove(file);
    return true;
}

bool FileController::closeAll()
{
    std::vector<OpenFile *> all;
    for (const auto &file : m_files)
        all.push_back(file.get());
    if (!mayClose(all))
        return false;
    m_isClosing = true;
    for (OpenFile *file : all)
        remove(*file);
    m_isClosing = false;
    return true;
}

void FileController::remove(OpenFile &file)
{
    emit closing(&file);
    std::erase_if(m_files, [&file](const auto &each) { return each.get() == &file; });
}

} // namespace drydock::app
