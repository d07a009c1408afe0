// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include "model/exporting/findings.h"

#include <QSettings>

namespace drydock::app {
namespace {

constexpr qsizetype mostRecent = 10;

} // namespace

Settings Settings::load()
{
    QSettings stored;
    Settings settings;
    readThemeChoice(stored.value(QStringLiteral("theme")).toString(), settings.theme);
    settings.restoresSession = stored.value(QStringLiteral("restoreSession"), true).toBool();
    settings.isStacked = stored.value(QStringLiteral("window/stacked"), false).toBool();
    settings.geometry = stored.value(QStringLiteral("window/geometry")).toByteArray();
    settings.windowState = stored.value(QStringLiteral("window/state")).toByteArray();
    settings.panels = stored.value(QStringLiteral("window/panels")).toStringList();
    settings.splitter = stored.value(QStringLiteral("window/splitter")).toByteArray();
    settings.recent = stored.value(QStringLiteral("files/recent")).toStringList().mid(0, mostRecent);
    settings.session = stored.value(QStringLiteral("files/session")).toStringList();
    settings.activeFile = stored.value(QStringLiteral("files/active"), 0).toInt();
    stored.beginGroup(QStringLiteral("shortcuts"));
    for (const QString &id : stored.childKeys())
        settings.keys.insert(id, stored.value(id).toStringList());
    stored.endGroup();
    stored.beginGroup(QStringLiteral("checks"));
    for (const QString &id : stored.childKeys()) {
        const std::string word = stored.value(id).toString().toStdString();
        if (const auto severity = severityCalled(word); severity || word == "off")
            settings.checks.emplace(id.toStdString(), severity);
    }
    return settings;
}

void Settings::save() const
{
    if (!isPersistent)
        return;
    QSettings stored;
    stored.setValue(QStringLiteral("theme"), QLatin1String(nameOf(theme)));
    stored.setValue(QStringLiteral("restoreSession"), restoresSession);
    stored.setValue(QStringLiteral("window/stacked"), isStacked);
    stored.setValue(QStringLiteral("window/geometry"), geometry);
    stored.setValue(QStringLiteral("window/state"), windowState);
    stored.setValue(QStringLiteral("window/panels"), panels);
    stored.setValue(QStringLiteral("window/splitter"), splitter);
    stored.setValue(QStringLiteral("files/recent"), recent);
    stored.setValue(QStringLiteral("files/session"), session);
    stored.setValue(QStringLiteral("files/active"), activeFile);
    stored.remove(QStringLiteral("shortcuts"));
    stored.beginGroup(QStringLiteral("shortcuts"));
    for (auto key = keys.cbegin(); key != keys.cend(); ++key)
        stored.setValue(key.key(), *key);
    stored.endGroup();
    stored.remove(QStringLiteral("checks"));
    stored.beginGroup(QStringLiteral("checks"));
    for (const auto &[id, severity] : checks) {
        const std::string_view word = severity ? nameOf(*severity) : "off";
        stored.setValue(QString::fromStdString(id), QString::fromLatin1(word.data(), qsizetype(word.size())));
    }
}

void Settings::addRecent(const QString &path)
{
    recent.removeAll(path);
    recent.prepend(path);
    while (recent.size() > mostRecent)
        recent.removeLast();
}

} // namespace drydock::app
