// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/edit_set.h"

#include <algorithm>

namespace drydock {
namespace {

/// An insertion stands before a replacement that begins at the same place.
bool standsBefore(const TextEdit &a, const TextEdit &b)
{
    if (a.range.begin != b.range.begin)
        return a.range.begin < b.range.begin;
    return a.range.isEmpty() && !b.range.isEmpty();
}

/// \pre `first` stands before `second` or at the same place.
bool collide(const TextEdit &first, const TextEdit &second)
{
    if (first.range.begin == second.range.begin)
        return !first.range.isEmpty() || second.range.isEmpty();
    return first.range.end > second.range.begin;
}

} // namespace

Result<void> EditSet::add(TextEdit edit)
{
    const auto place = std::upper_bound(m_edits.begin(), m_edits.end(), edit, standsBefore);
    const bool hitsNext = place != m_edits.end() && collide(edit, *place);
    const bool hitsPrevious = place != m_edits.begin() && collide(*std::prev(place), edit);
    if (hitsNext || hitsPrevious)
        return tl::unexpected(
            Error {{QT_TRANSLATE_NOOP("text", "Two changes touch the same place."), {}}, {}});
    m_edits.insert(place, std::move(edit));
    return {};
}

EditSet EditSet::replacing(TextRange range, std::string replacement)
{
    EditSet set;
    set.m_edits.push_back({range, std::move(replacement)});
    return set;
}

std::string EditSet::applyTo(std::string_view text) const
{
    std::size_t size = text.size();
    for (const TextEdit &edit : m_edits)
        size = size + edit.replacement.size() - edit.range.size();
    std::string result;
    result.reserve(size);
    std::size_t copied = 0;
    for (const TextEdit &edit : m_edits) {
        result.append(text.substr(copied, edit.range.begin - copied));
        result.append(edit.replacement);
        copied = edit.range.end;
    }
    result.append(text.substr(copied));
    return result;
}

EditSet EditSet::inverse(std::string_view text) const
{
    EditSet set;
    set.m_edits.reserve(m_edits.size());
    std::size_t added = 0;
    std::size_t removed = 0;
    for (const TextEdit &edit : m_edits) {
        const std::size_t begin = edit.range.begin + added - removed;
        TextEdit undo {{begin, begin + edit.replacement.size()},
                       std::string(text.substr(edit.range.begin, edit.range.size()))};
        added += edit.replacement.size();
        removed += edit.range.size();
        // Two edits that touch may come out as a replacement followed by one at its very end with nothing
        // to remove; joined, they cannot collide.
        if (!set.m_edits.empty() && set.m_edits.back().range.end == undo.range.begin) {
            set.m_edits.back().range.end = undo.range.end;
            set.m_edits.back().replacement += undo.replacement;
        } else {
            set.m_edits.push_back(std::move(undo));
        }
    }
    return set;
}

std::size_t EditSet::mapOffset(std::size_t offset) const
{
    std::size_t added = 0;
    std::size_t removed = 0;
    for (const TextEdit &edit : m_edits) {
        if (edit.range.begin > offset)
            break;
        if (!edit.range.isEmpty() && offset < edit.range.end)
            return edit.range.begin + added - removed;
        added += edit.replacement.size();
        removed += edit.range.size();
    }
    return offset + added - removed;
}

} // namespace drydock
