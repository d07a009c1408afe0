// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/edit_recorder.h"

namespace drydock::ui {

EditRecorder::EditRecorder(std::size_t size)
    : m_oldSize(size)
{
    if (size > 0)
        m_pieces.push_back({{0, size}, {}, true});
}

void EditRecorder::insert(std::size_t offset, std::string_view bytes)
{
    ++m_steps;
    const std::size_t index = splitAt(offset);
    if (index > 0 && !m_pieces[index - 1].isOld) {
        m_pieces[index - 1].added += bytes;
        return;
    }
    m_pieces.insert(m_pieces.begin() + static_cast<std::ptrdiff_t>(index), {{}, std::string(bytes), false});
}

void EditRecorder::remove(TextRange range)
{
    ++m_steps;
    const auto first = static_cast<std::ptrdiff_t>(splitAt(range.begin));
    const auto last = static_cast<std::ptrdiff_t>(splitAt(range.end));
    m_pieces.erase(m_pieces.begin() + first, m_pieces.begin() + last);
}

EditSet EditRecorder::edits() const
{
    EditSet edits;
    std::size_t reached = 0; // in the old text
    std::string added;
    const auto close = [&](std::size_t next) {
        if (next > reached || !added.empty())
            (void)edits.add({{reached, next}, std::move(added)}); // Gaps lie apart: they cannot collide.
        added.clear();
    };
    for (const Piece &piece : m_pieces) {
        if (piece.isOld) {
            close(piece.old.begin);
            reached = piece.old.end;
        } else {
            added += piece.added;
        }
    }
    close(m_oldSize);
    return edits;
}

std::size_t EditRecorder::splitAt(std::size_t offset)
{
    std::size_t begin = 0;
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        Piece &piece = m_pieces[i];
        const std::size_t inside = offset - begin;
        if (inside == 0)
            return i;
        if (inside < piece.size()) {
            Piece rest = piece;
            if (piece.isOld) {
                piece.old.end = piece.old.begin + inside;
                rest.old.begin = piece.old.end;
            } else {
                rest.added.erase(0, inside);
                piece.added.resize(inside);
            }
            m_pieces.insert(m_pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(rest));
            return i + 1;
        }
        begin += piece.size();
    }
    return m_pieces.size();
}

} // namespace drydock::ui
