// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// A word that opens a here-document.
struct HeredocMark {
    std::size_t begin = 0; ///< In the line it was found in.
    std::size_t end = 0;
    std::string name;
    std::uint32_t fd = 0;
    bool expand = true;
    bool chomp = false;
};

/// The here-documents that a RUN, COPY or ADD opens, in order. \param line the whole logical line.
/// Nothing if its quotes are unbalanced, as in BuildKit (`parser.go`: heredocsFromLine drops lexing errors).
std::vector<HeredocMark> heredocsIn(std::string_view line);

/// \returns what `word` opens if it is as a whole a here-document mark (`parser.go`: ParseHeredoc).
std::optional<HeredocMark> heredocOf(std::string_view word);

} // namespace drydock
