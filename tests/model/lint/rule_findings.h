// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"
#include "model/context/folder_facts.h"
#include "model/exporting/findings.h"

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <memory>
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

/// The text after the first fix of the first finding of `rule`; empty if there is none.
inline QByteArray mendedBy(const std::string &rule, const QByteArray &text, const LintSettings &settings = {})
{
    const auto analysis = analyse(SourceText(text.toStdString()), {}, settings);
    const auto found = std::ranges::find(analysis->diagnostics, rule, &Diagnostic::rule);
    if (found == analysis->diagnostics.end())
        return "the rule is silent";
    return found->fixes.empty()
        ? QByteArray()
        : QByteArray::fromStdString(found->fixes.front().edits.applyTo(text.toStdString()));
}

/// A folder with these files and folders ("name/"), separated by blanks, and this .dockerignore.
inline std::shared_ptr<const BuildContext> folderOf(const QByteArray &names, const QByteArray &ignored = {})
{
    IgnoreFile ignore;
    ignore.path = ".dockerignore";
    ignore.rules = *DockerIgnore::parse(ignored.toStdString());
    std::vector<ContextEntry> entries;
    for (const QByteArray &name : names.split(' ')) {
        ContextEntry entry;
        entry.kind = name.endsWith('/') ? EntryKind::Folder : EntryKind::File;
        entry.path = (name.endsWith('/') ? name.chopped(1) : name).toStdString();
        if (!entry.path.empty())
            entries.push_back(std::move(entry));
    }
    return std::make_shared<BuildContext>(std::move(entries), std::move(ignore));
}

} // namespace drydock
