// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/model/refactor/refactoring_promises.h"

#include <QTest>

#include <memory>

namespace drydock {

/// A row of a table: what becomes of `before`, or "no: " and how the reason begins.
struct RefactoringRow {
    const char *name;
    std::string before;
    std::string after;
    LintSettings settings = {}; ///< What lies beside it.
    RefactorWish wish = {};
};

/// What lies beside a file. \param ignored the text of a .dockerignore; empty: there is none.
inline LintSettings besides(const std::vector<std::string> &paths, const std::string &ignored = {})
{
    std::vector<ContextEntry> entries;
    for (const std::string &path : paths)
        entries.push_back({path, EntryKind::File, 1});
    IgnoreFile ignore;
    if (!ignored.empty()) {
        ignore.path = ".dockerignore";
        ignore.text = ignored;
        ignore.rules = *DockerIgnore::parse(ignored);
    }
    LintSettings settings;
    settings.folder = std::make_shared<BuildContext>(std::move(entries), std::move(ignore));
    return settings;
}

/// The text afterwards, "no: " and the reason, or "broken: " and the promise.
inline std::string afterRefactoring(std::string_view id, const std::string &text,
                                    const RefactorWish &wish = {}, const LintSettings &settings = {},
                                    const Manifests *manifests = nullptr)
{
    const Refactoring *refactoring = refactoringCalled(id);
    if (!refactoring)
        return "broken: there is no such refactoring";
    const TriedRefactoring tried
        = tryRefactoring(*refactoring, PreparedFile(text, settings, manifests), wish);
    if (!tried.broken.empty())
        return "broken: " + tried.broken + (tried.result ? "\n" + tried.result->text : std::string());
    return tried.result ? tried.result->text : "no: " + inEnglish(tried.proposal.reason);
}

/// "safe", "assumes" or "blocked".
inline std::string verdictOf(std::string_view id, const std::string &text, const RefactorWish &wish = {},
                             const LintSettings &settings = {})
{
    switch (tryRefactoring(*refactoringCalled(id), PreparedFile(text, settings), wish).proposal.verdict()) {
    case Verdict::Safe:
        return "safe";
    case Verdict::Assumes:
        return "assumes";
    case Verdict::Blocked:
        return "blocked";
    }
    return {};
}

inline void checkRow(std::string_view id, const RefactoringRow &row)
{
    const std::string got = afterRefactoring(id, row.before, row.wish, row.settings);
    const bool isRefusal = row.after.starts_with("no: ");
    if (isRefusal ? !got.starts_with(row.after) : got != row.after)
        QFAIL(qPrintable(QString::fromStdString(std::string(row.name) + "\n--- expected\n" + row.after
                                                + "\n--- got\n" + got)));
}

inline void checkRows(std::string_view id, const std::vector<RefactoringRow> &rows)
{
    for (const RefactoringRow &row : rows)
        checkRow(id, row);
}

} // namespace drydock
