// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>
#include <vector>

namespace drydock::ui {

/// How well a text answers to what somebody typed.
struct FuzzyMatch {
    int score = 0; ///< Larger is better; comparable between texts for one query only.
    std::vector<qsizetype> marks; ///< Offsets of the characters that answered, ascending, each once.
};

/// Looks for every word of `query` in `text`, in any order and case. A word is found if its letters appear in
/// order, each at the beginning of a word of the text or behind another found letter of that word ("sas" in
/// "Save As", "scren" in "Full Screen"), or side by side in the midst of one ("lock" in "Unlock").
/// \returns none if a word is not found. A query without words fits everything with score 0.
std::optional<FuzzyMatch> fuzzyMatch(QStringView query, QStringView text);

} // namespace drydock::ui
