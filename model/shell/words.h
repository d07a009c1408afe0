// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// Names and values that variables are looked up in.
using Environment = std::map<std::string, std::string, std::less<>>;

/// A word with its variables replaced and its quotes removed.
struct ExpandedWord {
    std::string text;
    std::vector<std::string> words; ///< `text` split at white space that was not quoted; for EXPOSE.
    std::set<std::string> matched; ///< Variables that were found.
    std::set<std::string> unmatched; ///< Variables that were asked for and are not set.
    std::string error; ///< BuildKit's message ("failed to process …"), empty if all is well.

    bool isFine() const { return error.empty(); }
};

enum class QuoteRule : std::uint8_t {
    Process, ///< Quotes group and are removed.
    Literal, ///< Quotes are ordinary characters: unquoted heredoc bodies.
};

/// Replaces variables and removes quotes as BuildKit does (`shell/lex.go`: ProcessWord): `$x`, `${x}`, the
/// modifiers `:-` `-` `:+` `+` `:?` `?` `#` `##` `%` `%%` `/` `//`. \param escape the file's escape character.
ExpandedWord expandWord(std::string_view word, const Environment &environment, char escape,
                        QuoteRule quotes = QuoteRule::Process);

} // namespace drydock
