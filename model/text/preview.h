// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/text/edit_set.h"
#include "model/text/source_text.h"

#include <cstdint>
#include <string>
#include <vector>

namespace drydock {

/// A line of what an edit would do.
struct PreviewLine {
    enum class Kind : std::uint8_t { Same, Removed, Added };

    Kind kind = Kind::Same;
    std::size_t number = 0; ///< From 1: in the old text, in the new one if it is added.
    std::string text; ///< Without its line end.

    bool operator==(const PreviewLine &) const = default;
};

/// The lines that `edits` change, as they are and as they will be, with `context` lines around each place.
/// \pre the set was made for `text`.
std::vector<PreviewLine> previewOf(const SourceText &text, const EditSet &edits, std::size_t context = 1);

} // namespace drydock
