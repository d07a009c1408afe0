// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/registry_cache.h"

#include "model/image/json_fields.h"

#include <nlohmann/json.hpp>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <utility>

namespace drydock {
namespace {

constexpr qint64 mostBytesOfFile = qint64 {8} * 1024 * 1024;

std::optional<std::string> read(const std::string &path)
{
    const QFileInfo found(QString::fromStdString(path));
    if (!found.isFile() || found.size() > mostBytesOfFile)
        return std::nullopt;
    QFile file(found.filePath());
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.read(mostBytesOfFile).toStdString();
}

} // namespace

RegistryCache::RegistryCache(std::string folder, std::uint64_t mostBytes)
    : m_folder(std::move(folder))
    , m_mostBytes(mostBytes)
{ }

std::optional<std::string> RegistryCache::bytesOf(const std::string &digest) const
{
    if (m_folder.empty())
        return std::nullopt;
    auto bytes = read(pathOf("blob", digest));
    return bytes && digestOf(*bytes) == digest ? std::move(bytes) : std::nullopt;
}

void RegistryCache::keepBytes(const std::string &digest, const std::string &bytes) const
{
    write(pathOf("blob", digest), bytes);
}

std::optional<std::string> RegistryCache::answer(const std::string &name, std::int64_t now,
                                                 std::int64_t age) const
{
    if (m_folder.empty())
        return std::nullopt;
    const auto bytes = read(pathOf("answer", name));
    const Json json = bytes ? Json::parse(*bytes, nullptr, false) : Json();
    if (!json.is_object() || textIn(json, "name") != name)
        return std::nullopt;
    const std::int64_t time = numberIn(json, "time");
    if (time > now || time < now - age)
        return std::nullopt;
    return textIn(json, "text");
}

void RegistryCache::keepAnswer(const std::string &name, const std::string &text, std::int64_t now) const
{
    const Json json = {{"name", name}, {"time", now}, {"text", text}};
    write(pathOf("answer", name), json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::string RegistryCache::pathOf(std::string_view kind, const std::string &name) const
{
    // Names are hashed: whatever a registry or a file calls something, it is no path.
    return m_folder + '/' + std::string(kind) + '-' + digestOf(name).substr(7) + ".json";
}

void RegistryCache::write(const std::string &path, const std::string &bytes) const
{
    if (m_folder.empty() || bytes.size() > static_cast<std::size_t>(mostBytesOfFile))
        return;
    const QString folder = QString::fromStdString(m_folder);
    if (!QDir(folder).exists()) {
        if (!QDir().mkpath(folder))
            return;
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QSaveFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(bytes.data(), static_cast<qint64>(bytes.size()));
    if (file.commit())
        makeRoom();
}

void RegistryCache::makeRoom() const
{
    const QFileInfoList files = QDir(QString::fromStdString(m_folder))
                                    .entryInfoList({"blob-*.json", "answer-*.json"}, QDir::Files, QDir::Time);
    std::uint64_t sum = 0;
    for (const QFileInfo &each : files) {
        sum += static_cast<std::uint64_t>(each.size());
        if (sum > m_mostBytes)
            QFile::remove(each.filePath());
    }
}

std::string digestOf(std::string_view bytes)
{
    const QByteArray hash = QCryptographicHash::hash(
        QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())),
        QCryptographicHash::Sha256);
    return "sha256:" + hash.toHex().toStdString();
}

} // namespace drydock
