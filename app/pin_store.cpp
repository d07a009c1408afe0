// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pin_store.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace drydock::app {
namespace {

constexpr qint64 mostBytes = 1'000'000;

} // namespace

PinStore::PinStore(QString folder)
    : m_folder(std::move(folder))
{ }

QString PinStore::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/pins");
}

QString PinStore::fileOf(const QString &path) const
{
    const QFileInfo info(path);
    const QString real = info.canonicalFilePath();
    const QByteArray name = QFile::encodeName(real.isEmpty() ? info.absoluteFilePath() : real);
    const QByteArray hash = QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().left(32);
    return m_folder + u'/' + QString::fromLatin1(hash) + QStringLiteral(".json");
}

QByteArray PinStore::pinsOf(const QString &path) const
{
    QFile file(fileOf(path));
    return !path.isEmpty() && file.open(QIODevice::ReadOnly) ? file.read(mostBytes) : QByteArray();
}

void PinStore::keep(const QString &path, const QByteArray &pins) const
{
    if (path.isEmpty())
        return;
    if (pins.isEmpty()) {
        QFile::remove(fileOf(path));
        return;
    }
    QDir().mkpath(m_folder);
    QSaveFile file(fileOf(path));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(pins);
        file.commit();
    }
}

} // namespace drydock::app
