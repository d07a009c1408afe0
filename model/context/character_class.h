// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace drydock {

/// Some characters, as `[a-z]` or `\d` names them in a regular expression of Go.
class CharacterClass {
public:
    void add(char32_t first, char32_t last) { m_ranges.push_back({first, last}); }
    void add(const CharacterClass &other);
    void negate() { m_isNegated = !m_isNegated; }

    bool contains(char32_t character) const;

    /// `\d`, `\D`, `\s`, `\S`, `\w`, `\W` by their letter.
    static std::optional<CharacterClass> byLetter(char letter);
    /// `[:alpha:]` by what stands between the colons, `^` in front for its opposite.
    static std::optional<CharacterClass> byName(std::string_view name);

private:
    struct Range {
        char32_t first;
        char32_t last;
    };
    std::vector<Range> m_ranges;
    std::vector<CharacterClass> m_others; ///< Negated ones that were added.
    bool m_isNegated = false;
};

} // namespace drydock
