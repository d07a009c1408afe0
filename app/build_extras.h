// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace drydock::app {

/// What a person adds to the builds of one file, besides what changes the meaning of its text (BuildOptions). Forgotten when the
/// file is closed: nothing of it is written anywhere.
struct BuildExtras {
    std::map<std::string, std::string> secrets; ///< id → "/path" or "env:NAME".
    std::vector<std::string> cacheFrom;
    std::vector<std::string> cacheTo;
    std::string builder; ///< Of buildx; empty: the default one.
    bool noCache = false;
    bool pull = false;

    bool operator==(const BuildExtras &) const = default;
};

/// "name=value" of each line; empty lines count for nothing. Nothing if a line is no pair: it stands in `badLine`, which may not
/// be null.
std::optional<std::map<std::string, std::string>> pairsIn(const QString &text, QString *badLine);
QString textOf(const std::map<std::string, std::string> &pairs);

/// The lines that are not empty.
std::vector<std::string> linesIn(const QString &text);
QString textOf(const std::vector<std::string> &lines);

} // namespace drydock::app
