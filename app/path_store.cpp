// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/path_store.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace drydock::app {
namespace {

constexpr qint64 mostBytes = 20'000'000;

} // namespace

PathStore::PathStore(QString folder)
    : m_folder(std::move(folder))
{ }

QString PathStore::folderOf(const QString &kind)
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u'/' + kind;
}

QString PathStore::fileOf(const QString &path) const
{
    const QFileInfo info(path);
    const QString real = info.canonicalFilePath();
    const QByteArray name = QFile::encodeName(real.isEmpty() ? info.absoluteFilePath() : real);
    const QByteArray hash = QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().left(32);
    return m_folder + u'/' + QString::fromLatin1(hash) + QStringLiteral(".json");
}

QByteArray PathStore::bytesOf(const QString &path) const
{
    QFile file(fileOf(path));
    return !path.isEmpty() && file.open(QIODevice::ReadOnly) ? file.read(mostBytes) : QByteArray();
}

void PathStore::keep(const QString &path, const QByteArray &bytes) const
{
    if (path.isEmpty() || bytes.size() > mostBytes)
        return;
    if (bytes.isEmpty()) {
        QFile::remove(fileOf(path));
        return;
    }
    QDir().mkpath(m_folder);
    QSaveFile file(fileOf(path));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(bytes);
        file.commit();
    }
}

} // namespace drydock::app
