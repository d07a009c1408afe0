// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/text/text_range.h"

#include <string_view>
#include <vector>

namespace drydock::ui {

/// Whether quotes mean anything. In the body of a heredoc they are bytes like any other.
enum class Quoting : bool { Ignored, Counts };

/// Where `word` uses a variable: `$NAME`, `${NAME}`, `${NAME:-${OTHER}}` (one span). Offsets are relative to
/// `word`. A `$` behind the escape character or in single quotes is none; quotes need not be closed.
std::vector<TextRange> variableSpans(std::string_view word, char escape, Quoting quoting = Quoting::Counts);

} // namespace drydock::ui
