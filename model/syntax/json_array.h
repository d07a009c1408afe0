// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock {

/// What an argument that begins with `[` turns out to be.
enum class JsonArrayKind { NotJson, Strings, OtherElements };

/// Takes a JSON array of strings apart, as strictly as Go's encoding/json. \param text the whole argument.
/// \param elements receives the range of each string, quotes included; only complete for Strings.
/// \param separators receives the offsets of `[`, `,` and `]`.
JsonArrayKind readJsonArray(std::string_view text, std::vector<std::pair<std::size_t, std::size_t>> &elements,
                            std::vector<std::size_t> &separators);

/// The value of a valid JSON string literal. \param literal with its quotes. Invalid UTF-8 and lone surrogates
/// become U+FFFD, as in Go.
std::string jsonStringValue(std::string_view literal);

} // namespace drydock
