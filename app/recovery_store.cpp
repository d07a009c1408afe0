// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recovery_store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>

namespace drydock::app {
namespace {

constexpr int mostRecoveryBytes = 220'000'000;

QString keyOf(const QString &path)
{
    if (path.isEmpty())
        return QStringLiteral("untitled");
    const QFileInfo info(path);
    // The same file by another road, a symbolic link for example, is the same file.
    const QString real = info.canonicalFilePath();
    const QByteArray name = QFile::encodeName(real.isEmpty() ? info.absoluteFilePath() : real);
    return QString::fromStdString(contentHash({name.constData(), std::size_t(name.size())})).left(32);
}

void syncFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

} // namespace

RecoveryStore::RecoveryStore(QString folder)
    : m_folder(std::move(folder))
{ }

QString RecoveryStore::defaultFolder()
{
    // QStandardPaths knows no state folder before Qt 6.7. A relative value counts as unset (XDG).
    QString state = qEnvironmentVariable("XDG_STATE_HOME");
    if (!QDir::isAbsolutePath(state))
        state = QDir::homePath() + QStringLiteral("/.local/state");
    return state + QStringLiteral("/drydock/recovery");
}

bool RecoveryStore::makeFolder() const
{
    if (!QDir().mkpath(m_folder))
        return false;
    return ::chmod(QFile::encodeName(m_folder).constData(), S_IRWXU) == 0;
}

QString RecoveryStore::newFileFor(const QString &path) const
{
    return QStringLiteral("%1/%2-%3.recovery")
        .arg(m_folder, keyOf(path), QUuid::createUuid().toString(QUuid::Id128).left(12));
}

bool RecoveryStore::write(const QString &file, const RecoveryRecord &record) const
{
    if (!makeFolder())
        return false;
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return false;
    const std::string bytes = record.encoded();
    const auto size = qint64(bytes.size());
    // QSaveFile takes a short write for success, so count the bytes.
    if (::fchmod(out.handle(), S_IRUSR | S_IWUSR) != 0 || out.write(bytes.data(), size) != size
        || !out.flush()) {
        out.cancelWriting();
        return false;
    }
    if (!out.commit())
        return false;
    syncFolder(m_folder);
    return true;
}

void RecoveryStore::remove(const QString &file)
{
    QFile::remove(file);
}

std::vector<FoundRecovery> RecoveryStore::find(const QString &nameFilter) const
{
    std::vector<FoundRecovery> found;
    const QFileInfoList files
        = QDir(m_folder).entryInfoList({nameFilter}, QDir::Files | QDir::NoSymLinks, QDir::Time);
    for (const QFileInfo &info : files) {
        QFile file(info.absoluteFilePath());
        if (info.size() > mostRecoveryBytes || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        auto record = RecoveryRecord::decoded({bytes.constData(), std::size_t(bytes.size())});
        if (!record || !record->owner.isAlive())
            found.push_back({info.absoluteFilePath(), std::move(record)});
    }
    return found;
}

std::vector<FoundRecovery> RecoveryStore::orphans() const
{
    return find(QStringLiteral("*.recovery"));
}

std::vector<FoundRecovery> RecoveryStore::orphansOf(const QString &path) const
{
    return find(keyOf(path) + QStringLiteral("-*.recovery"));
}

std::unique_ptr<QLockFile> RecoveryStore::lock(const QString &path, qint64 *otherPid) const
{
    *otherPid = 0;
    if (!makeFolder())
        return nullptr;
    auto lock = std::make_unique<QLockFile>(QStringLiteral("%1/%2.lock").arg(m_folder, keyOf(path)));
    lock->setStaleLockTime(0); // A lock of a program that is gone is stale at any age, one of a living never.
    if (lock->tryLock(0))
        return lock;
    QString host;
    QString program;
    if (lock->error() == QLockFile::LockFailedError)
        lock->getLockInfo(otherPid, &host, &program);
    return nullptr;
}

} // namespace drydock::app
