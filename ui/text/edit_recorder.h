// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/text/edit_set.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock::ui {

/// Adds up what one action of the hand does to a text. Each step refers to the text as the step before left
/// it, as an editor widget reports them; edits() refers to the text at the start.
class EditRecorder {
public:
    /// \param size bytes of the text before the first step.
    explicit EditRecorder(std::size_t size);

    /// \pre `offset` lies in the text as it is now.
    void insert(std::size_t offset, std::string_view bytes);
    /// \pre `range` lies in the text as it is now.
    void remove(TextRange range);

    bool isEmpty() const { return m_steps == 0; }
    /// All steps as one set made for the text at the start. Insertions that were taken back leave nothing.
    EditSet edits() const;

private:
    /// A run of bytes of the old text, or new bytes.
    struct Piece {
        TextRange old;
        std::string added;
        bool isOld = true;

        std::size_t size() const { return isOld ? old.size() : added.size(); }
    };

    /// Makes a piece begin at `offset`. \returns its index.
    std::size_t splitAt(std::size_t offset);

    std::size_t m_oldSize;
    std::size_t m_steps = 0;
    std::vector<Piece> m_pieces; ///< Joined, they are the text as it is now; old ones in their old order.
};

} // namespace drydock::ui
