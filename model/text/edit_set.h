// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/text/text_range.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// Replace the bytes in `range` by `replacement`. An empty range inserts; an empty replacement deletes.
struct TextEdit {
    TextRange range;
    std::string replacement;

    bool operator==(const TextEdit &) const = default;
};

/// Edits that all refer to the same, unedited text and can be applied in any order.
///
/// Invariant: sorted by range; no two ranges overlap; no two edits begin at the same offset unless the
/// first is an insertion and the second is not. Every change in Drydock, typed, dragged or refactored,
/// is one EditSet.
class EditSet {
public:
    EditSet() = default;

    /// Adds one edit.
    /// \returns an Error, and changes nothing, if `edit` collides with an edit already in the set.
    Result<void> add(TextEdit edit);

    /// The one edit that replaces `range` by `replacement`.
    static EditSet replacing(TextRange range, std::string replacement);

    /// \pre the set was made for `text`. \returns the edited text.
    std::string applyTo(std::string_view text) const;

    /// The set that undoes this one.
    /// \pre the set was made for `text`. \post inverse(t).applyTo(applyTo(t)) == t
    EditSet inverse(std::string_view text) const;

    /// Where the byte at `offset` in the old text lives in the new text. Offsets inside a replaced
    /// range move to the start of its replacement; an insertion at `offset` moves it to behind the inserted text.
    std::size_t mapOffset(std::size_t offset) const;

    bool isEmpty() const { return m_edits.empty(); }
    std::size_t size() const { return m_edits.size(); }
    auto begin() const { return m_edits.begin(); }
    auto end() const { return m_edits.end(); }

    bool operator==(const EditSet &) const = default;

private:
    std::vector<TextEdit> m_edits;
};

} // namespace drydock
