// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

// For manifests that are programs (build.gradle, mix.exs …): they are not run and not understood, only looked through
// for the few things that are nearly always written the same way.

/// The lines without their ends.
std::vector<std::string_view> linesOf(std::string_view text);
/// The words between white space.
std::vector<std::string_view> spacedWords(std::string_view line);
/// What stands in front of `mark`, outside of quotes; all of it if there is none.
std::string_view beforeMark(std::string_view line, std::string_view mark);
/// The first text in single or double quotes at or behind `from`, without the quotes; nothing if none begins on this
/// line and ends there.
std::optional<std::string_view> quotedText(std::string_view line, std::size_t from = 0);
/// The offset behind `word`, where it stands alone (no letter, digit or "_" beside it); nothing if it does not.
std::optional<std::size_t> behindWord(std::string_view text, std::string_view word, std::size_t from = 0);
/// Letters, digits and what stands in `others`, from `at` on.
std::string_view nameAt(std::string_view text, std::size_t at, std::string_view others);

/// Adds what is not yet in it.
void addOnce(std::vector<std::string> &list, std::string_view item);

} // namespace drydock
