// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "model/exporting/findings.h"

#include <QByteArray>

#include <string>

namespace drydock {

/// What `rule` says about a file, as "S01@2: the marked words error; …".
inline QByteArray findingsOf(const std::string &rule, const QByteArray &text,
                             const LintSettings &settings = {})
{
    const auto analysis = analyse(SourceText(text.toStdString()), {}, settings);
    std::string found;
    for (const Diagnostic &finding : analysis->diagnostics) {
        if (finding.rule == rule)
            found += (found.empty() ? "" : "; ") + rule + "@"
                + std::to_string(analysis->text().lineAt(finding.range.begin) + 1) + ": "
                + std::string(analysis->syntax.textOf(finding.range)) + " "
                + std::string(nameOf(finding.severity));
    }
    return QByteArray::fromStdString(found);
}

} // namespace drydock
