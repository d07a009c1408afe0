// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/context/character_class.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace drydock {

/// One step of a PatternProgram. After it comes the next one, unless its kind says otherwise.
struct PatternStep {
    enum class Kind : std::uint8_t {
        Class, ///< Takes one character.
        Begin, ///< Holds at the begin of the text.
        End,
        WordEdge,
        NoWordEdge,
        Split, ///< The next step and `target`, both.
        Jump, ///< `target` only.
        Accept,
    };
    static constexpr std::uint32_t anyOne = 0xFFFFFFFF; ///< As a class: just `character`.

    Kind kind = Kind::Accept;
    std::uint32_t target = 0; ///< Class: index into classes. Split, Jump: index of a step.
    char32_t character = 0;
};

/// A regular expression made ready (compilePattern()). All alternatives run at once and nothing is tried twice, so a
/// match costs steps × characters at most, whatever the expression.
struct PatternProgram {
    std::vector<PatternStep> steps; ///< Begins at the first, ends at an Accept.
    std::vector<CharacterClass> classes;
    std::size_t leastLength = 0; ///< No shorter text matches.

    /// Does it match somewhere in `text`? (An ignore pattern begins with `^` and ends with `$`.)
    /// \param work how many steps were taken is added to it.
    bool isMatch(std::string_view text, std::size_t &work) const;
};

} // namespace drydock
