// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/placed_text.h"

#include <algorithm>

namespace drydock {

PlacedText::PlacedText(const Syntax &syntax, const Instruction &instruction, TextRange range)
{
    const auto pieces = syntax.piecesOf(instruction);
    for (auto piece = std::ranges::upper_bound(pieces, range.begin, {}, &Piece::end);
         piece != pieces.end() && piece->begin < range.end; ++piece)
        add(syntax,
            {std::max<std::size_t>(piece->begin, range.begin), std::min<std::size_t>(piece->end, range.end)});
    if (m_parts.empty())
        m_parts.push_back({0, range.begin});
}

PlacedText::PlacedText(const Syntax &syntax, TextRange range)
{
    add(syntax, range);
    if (m_parts.empty())
        m_parts.push_back({0, range.begin});
}

void PlacedText::add(const Syntax &syntax, TextRange range)
{
    if (range.begin >= range.end)
        return;
    m_parts.push_back({m_text.size(), range.begin});
    m_text += syntax.textOf(range);
}

std::size_t PlacedText::sourceOf(std::size_t offset, bool isEnd) const
{
    // The end of a range between two lines belongs to the upper one, its beginning to the lower one.
    auto part = isEnd ? std::ranges::lower_bound(m_parts, offset, {}, &Part::begin)
                      : std::ranges::upper_bound(m_parts, offset, {}, &Part::begin);
    if (part != m_parts.begin())
        --part;
    return part->source + (offset - part->begin);
}

TextRange PlacedText::rangeOf(std::size_t begin, std::size_t end) const
{
    const std::size_t from = sourceOf(begin, begin == end);
    return {from, begin == end ? from : sourceOf(end, true)};
}

} // namespace drydock
