// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

enum class JsonPieceKind : std::uint8_t {
    Object, ///< From its "{" to its "}"; braces and quotes are balanced, the rest is for the parser to judge.
    Text, ///< A line that is no JSON, without its end. Never blank.
    TooLong, ///< The beginning of an object or line that is longer than allowed; the rest of it is dropped.
    Unfinished, ///< An object that the stream broke off in.
};

/// A part of a stream of JSON objects. Bytes as they came: UTF-8 only if the sender is kind.
struct JsonPiece {
    JsonPieceKind kind = JsonPieceKind::Object;
    std::string text;

    bool operator==(const JsonPiece &) const = default;
};

/// Takes a stream of JSON objects apart, as engines and buildx send them: one per line, several per line, or one spread over
/// many lines (buildx 0.13), with lines of plain text between. Any bytes, cut anywhere; pieces do not depend on the cuts.
///
/// An object begins where a line does, or right after another one, with "{" and then a quote or "}": a text that has braces
/// stays text. A line end inside a string, which JSON forbids, shows that it was no object: it becomes text as well.
class JsonLines {
public:
    /// \param mostBytes of one object or line that are kept; what is longer is reported once, as TooLong.
    explicit JsonLines(std::size_t mostBytes = std::size_t {16} * 1024 * 1024)
        : m_mostBytes(mostBytes)
    { }

    /// \returns what has become whole, in order.
    std::vector<JsonPiece> add(std::string_view bytes);
    /// The stream has ended. \returns what it ended in: Text or Unfinished; nothing if it ended well.
    std::optional<JsonPiece> finish();

private:
    enum class Place : std::uint8_t {
        LineBegin, ///< Only blanks so far.
        Text,
        AfterBrace, ///< "{" and blanks.
        Object,
        String,
        Escape, ///< Behind a backslash.
    };

    void keep(char c, std::vector<JsonPiece> &pieces);
    void take(char c, std::vector<JsonPiece> &pieces);
    void takeInObject(char c, std::vector<JsonPiece> &pieces);
    void takeInString(char c, std::vector<JsonPiece> &pieces);
    void end(JsonPieceKind kind, std::vector<JsonPiece> &pieces);

    std::size_t m_mostBytes;
    std::string m_kept;
    std::size_t m_depth = 0;
    Place m_place = Place::LineBegin;
    bool m_isTooLong = false;
};

} // namespace drydock
