// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// The words that a shell would start `script` with, if starting one program with them is all that it does: no variables,
/// wildcards, redirections, several commands, assignments or words of the shell itself. A leading `exec` is dropped. Nothing if a
/// shell is needed, or if that cannot be told.
std::optional<std::vector<std::string>> plainWords(std::string_view script);

/// A JSON array of strings as Dockerfiles write it: `["/app", "-v"]`.
std::string jsonArrayOf(const std::vector<std::string> &words);

} // namespace drydock
