// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace drydock {

enum class MatchCase { Sensitive, Insensitive };

/// The option that was probably meant: the nearest by Levenshtein distance, at most 2 away, the first of equals
/// (BuildKit `util/suggest`). Empty if nothing is near or if `word` is itself an option.
std::string nearestOption(std::string_view word, std::span<const std::string_view> options,
                          MatchCase matchCase);

/// " (did you mean x?)" or nothing.
std::string didYouMean(std::string_view word, std::span<const std::string_view> options, MatchCase matchCase);

} // namespace drydock
