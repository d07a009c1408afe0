// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/samples.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// The linker drops resources of a static library that nobody asks for. Must stand outside of any namespace.
static void initSampleResources()
{
    Q_INIT_RESOURCE(samples);
}

namespace drydock::app {

std::string Sample::bytes() const
{
    QFile resource(file);
    return resource.open(QIODevice::ReadOnly) ? resource.readAll().toStdString() : std::string();
}

QList<Sample> samples()
{
    initSampleResources();
    QFile index(QStringLiteral(":/samples/index.json"));
    if (!index.open(QIODevice::ReadOnly))
        return {};
    QList<Sample> all;
    const QJsonArray entries = QJsonDocument::fromJson(index.readAll()).array();
    for (const auto &entry : entries) {
        const auto value = [&entry](const char *key) { return entry[QLatin1String(key)].toString(); };
        all.append({value("id"), value("title"), value("language"),
                    QStringLiteral(":/samples/") + value("file"), value("sentence")});
    }
    return all;
}

} // namespace drydock::app
