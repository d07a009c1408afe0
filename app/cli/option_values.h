// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock::cli {

/// A no to the command line. \param arguments are made safe for a terminal.
tl::unexpected<Error> wrong(const char *sentence, std::vector<std::string> arguments);

/// `unknown`, a sentence with one hole, or `similar` with two if there is something like `word`.
tl::unexpected<Error> unknownWord(std::string_view word, std::span<const std::string_view> known,
                                  const char *unknown, const char *similar);

/// "NAME=VALUE" in two.
std::pair<std::string, std::optional<std::string>> splitPair(std::string_view text);

} // namespace drydock::cli
