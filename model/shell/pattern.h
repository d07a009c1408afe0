// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// A shell pattern with `*` and `?` only, as in `${name#pattern}` (BuildKit `lex.go`:
/// convertShellPatternToRegex). Matching takes pattern × text steps at most; it never backtracks.
class ShellPattern {
public:
    /// \returns nothing for an escape that BuildKit refuses; `badEscape` then holds the character.
    static std::optional<ShellPattern> compile(std::string_view pattern, std::string &badEscape);

    /// Length in bytes of the match that begins at the start of `text`; nothing if there is none.
    std::optional<std::size_t> matchAtStart(std::string_view text, bool isLongest) const;
    /// Length in bytes of the match that ends at the end of `text`.
    std::optional<std::size_t> matchAtEnd(std::string_view text, bool isLongest) const;

private:
    enum class Kind { Literal, Any, Many };
    struct Element {
        Kind kind;
        std::string literal; ///< One character.
    };
    std::vector<Element> m_elements;
};

} // namespace drydock
