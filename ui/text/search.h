// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/text/edit_set.h"
#include "model/text/source_text.h"

#include <QString>

#include <vector>

namespace drydock::ui {

/// What the find bar asks for.
struct SearchQuery {
    QString pattern;
    bool isCaseSensitive = false;
    bool isWholeWord = false;
    bool isRegularExpression = false; ///< Perl's, as QRegularExpression has them; ^ and $ stand at lines.

    bool operator==(const SearchQuery &) const = default;
};

struct SearchResult {
    std::vector<TextRange> matches; ///< In file order; may be empty ranges (`^`).
    QString problem; ///< Why the pattern cannot be used, or why the search stopped; else empty.
};

/// Finds in bytes, so that a text with invalid UTF-8 can be searched and is not harmed: such a byte matches `.`
/// and nothing else. Always ends: a pattern that takes too long is given up and said to be too complex.
SearchResult search(const SourceText &text, const SearchQuery &query);

/// The edit that replaces the matches inside `within`. With a regular expression `\1` … `\9` stand for what its
/// groups matched, `\0` for all of it, `\n` for the text's line end, `\t` for a tab.
EditSet replacing(const SourceText &text, const SearchQuery &query, const QString &replacement,
                  TextRange within);

} // namespace drydock::ui
