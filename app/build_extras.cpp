// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/build_extras.h"

#include <QStringList>

namespace drydock::app {

std::optional<std::map<std::string, std::string>> pairsIn(const QString &text, QString *badLine)
{
    std::map<std::string, std::string> pairs;
    for (const std::string &line : linesIn(text)) {
        const std::size_t sign = line.find('=');
        if (sign == 0 || sign == std::string::npos) {
            *badLine = QString::fromStdString(line);
            return std::nullopt;
        }
        pairs[line.substr(0, sign)] = line.substr(sign + 1);
    }
    return pairs;
}

QString textOf(const std::map<std::string, std::string> &pairs)
{
    QStringList lines;
    for (const auto &[name, value] : pairs)
        lines.append(
            QStringLiteral("%1=%2").arg(QString::fromStdString(name), QString::fromStdString(value)));
    return lines.join(u'\n');
}

std::vector<std::string> linesIn(const QString &text)
{
    std::vector<std::string> lines;
    for (const QString &line : text.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines.push_back(line.trimmed().toStdString());
    }
    return lines;
}

QString textOf(const std::vector<std::string> &lines)
{
    QStringList all;
    for (const std::string &line : lines)
        all.append(QString::fromStdString(line));
    return all.join(u'\n');
}

} // namespace drydock::app
