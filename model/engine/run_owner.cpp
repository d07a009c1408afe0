// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/run_owner.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QList>
#include <QSysInfo>

namespace drydock {

namespace {

/// Ids of a machine are nobody's business at an engine.
QByteArray shortHash(const QByteArray &bytes)
{
    return QCryptographicHash::hash("drydock" + bytes, QCryptographicHash::Sha256).toHex().left(16);
}

QByteArray processNamespace()
{
    return shortHash(QFile::symLinkTarget("/proc/self/ns/pid").toUtf8());
}

/// When a process started, in ticks since the machine did (proc(5), field 22 of stat); empty if there is none.
QByteArray startOf(const QByteArray &process)
{
    QFile file("/proc/" + QString::fromLatin1(process) + "/stat");
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    // The name of the program stands in parentheses and may hold anything.
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype start = 22 - 3;
    return fields.size() > start ? fields[start] : QByteArray();
}

QList<QByteArray> partsOfOwner()
{
    const QByteArray process = QByteArray::number(QCoreApplication::applicationPid());
    return {shortHash(QSysInfo::machineUniqueId()), shortHash(QSysInfo::bootUniqueId()), processNamespace(),
            process, startOf(process)};
}

} // namespace

const std::string &runOwner()
{
    static const std::string owner = partsOfOwner().join('.').toStdString();
    return owner;
}

bool isOwnerGone(std::string_view owner)
{
    const QList<QByteArray> parts = QByteArray(owner.data(), static_cast<qsizetype>(owner.size())).split('.');
    const QList<QByteArray> mine = QByteArray::fromStdString(runOwner()).split('.');
    if (parts.size() != mine.size() || parts[0] != mine[0])
        return false;
    if (parts[1] != mine[1])
        return true;
    bool isNumber = false;
    if (parts[2] != mine[2] || parts[3].toLongLong(&isNumber) <= 0 || !isNumber)
        return false;
    return startOf(parts[3]) != parts[4];
}

} // namespace drydock
