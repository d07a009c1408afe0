// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contract/runtime_contract.h"

#include <span>
#include <string>
#include <string_view>

namespace drydock {

/// Works out argv, form and needsShell from ENTRYPOINT, CMD and the health check.
void settleStart(RuntimeContract &contract);

/// {"/bin/sh", "-c"} of {"/bin/sh", "-c", "npm start"}: the words in front of a text for a shell. Empty if it is no such thing.
std::span<const std::string> shellOf(std::span<const std::string> words);

/// The words in one line, those with blanks in quotes.
std::string inOneLine(std::span<const std::string> words);

} // namespace drydock
