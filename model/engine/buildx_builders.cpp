// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/buildx_builders.h"

#include "model/build/json_parts.h"
#include "model/build/log_text.h"
#include "model/engine/docker_config.h"

#include <nlohmann/json.hpp>

#include <QDir>

#include <utility>

namespace drydock {
namespace {

constexpr qsizetype mostBuilders = 500;

} // namespace

std::vector<BuildxBuilder> buildersIn(const std::string &configFolder)
{
    const QDir folder(QString::fromStdString(configFolder + "/buildx/instances"));
    std::vector<BuildxBuilder> builders;
    if (configFolder.empty())
        return builders;
    for (const QString &file : folder.entryList(QDir::Files, QDir::Name).mid(0, mostBuilders)) {
        const Result<std::string> text = readDockerFile(folder.filePath(file).toStdString());
        if (!text)
            continue;
        const nlohmann::json json = readJson(*text);
        BuildxBuilder builder;
        builder.name = plainText(textOf(json, "Name"));
        builder.driver = plainText(textOf(json, "Driver"));
        for (const nlohmann::json &node : listOf(json, "Nodes"))
            builder.endpoints.push_back(
                plainText(textOf(node, "Endpoint"))); // NOLINT(performance-inefficient-vector-operation)
        if (!builder.name.empty())
            builders.push_back(std::move(builder));
    }
    return builders;
}

} // namespace drydock
