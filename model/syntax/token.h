// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/text/text_range.h"

#include <cstdint>

namespace drydock {

/// What a run of bytes is, at the level of the Dockerfile language. Shell text inside RUN and the bodies of
/// heredocs are one token each: their inside belongs to another language.
enum class TokenKind : std::uint8_t {
    ByteOrderMark,
    Space, ///< Blanks, and line ends inside heredoc-free trivia.
    NewLine, ///< LF or CR LF (and stray CRs before it).
    Comment, ///< From '#' to before the line end.
    Directive, ///< A parser directive: `# syntax=…`, `# escape=…`, `# check=…`.
    Continuation, ///< The escape character at a line's end with the blanks behind it.
    Keyword, ///< `FROM`
    FlagName, ///< `--from`
    FlagEquals, ///< The `=` behind it.
    FlagValue, ///< `build`, `type=cache,target=/x`
    FlagEnd, ///< A bare `--`.
    Word, ///< A word: a path, a port, an image.
    As, ///< `AS` in FROM.
    StageName, ///< The name behind AS.
    Key, ///< Name in ENV, LABEL, ARG.
    Equals, ///< `=` between key and value.
    Value, ///< Value in ENV, LABEL, ARG.
    Punctuation, ///< `[`, `,`, `]` of a JSON array.
    String, ///< A JSON string with its quotes.
    Text, ///< Raw rest of an instruction: shell command, WORKDIR path, …
    HeredocBody, ///< The lines between.
    HeredocEnd, ///< The terminator, without its line end.
};

/// Tokens tile the file: each begins where the one before it ended, the first at 0, the last ends at the
/// file's size. Joined, they are the file.
struct Token {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    TokenKind kind = TokenKind::Space;

    TextRange range() const { return {begin, end}; }
    bool operator==(const Token &) const = default;
};

} // namespace drydock
