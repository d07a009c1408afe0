// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// What a JSON or TOML file says, in one form for both. Reading a manifest needs no more, and the two parsers stay in
/// one source file each.
struct DataTree {
    enum class Kind : std::uint8_t { Null, Boolean, Number, Text, List, Table };

    Kind kind = Kind::Null;
    std::string text; ///< Text; a number or a date as written; "true" or "false".
    std::vector<std::string>
        keys; ///< Table: in the order of the file (TOML: of the alphabet), as many as items.
    std::vector<DataTree> items; ///< List and Table.

    bool isText() const { return kind == Kind::Text; }
    bool isTrue() const { return kind == Kind::Boolean && text == "true"; }

    /// What stands under the keys, one inside of the other; a null if there is nothing.
    const DataTree &at(std::initializer_list<std::string_view> path) const;
    bool has(std::string_view key) const { return at({key}).kind != Kind::Null; }
    /// The text, number, or truth value under the keys; empty if there is none.
    std::string textAt(std::initializer_list<std::string_view> path) const;
    /// The texts in the list under the keys; a single text counts as a list of one.
    std::vector<std::string> textsAt(std::initializer_list<std::string_view> path) const;
};

enum class JsonStyle {
    Strict,
    Relaxed, ///< Comments and a comma behind the last item, as in tsconfig.json and deno.jsonc.
};

/// \returns an Error for what is no JSON or is nested deeper than 100; its detail is the parser's.
Result<DataTree> parseJson(std::string_view bytes, JsonStyle style);
/// \returns an Error for what is no TOML; its detail is the parser's.
Result<DataTree> parseToml(std::string_view bytes);

} // namespace drydock
