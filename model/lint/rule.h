// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/diagnostic.h"
#include "model/syntax/syntax.h"

#include <functional>
#include <string>
#include <string_view>

namespace drydock {

/// Tells one finding. \param instruction what BuildKit points at. \param range the words to mark.
using Report = std::function<void(const Instruction &instruction, TextRange range, std::string message)>;

/// One check of a file, under BuildKit's name for it. Stateless.
struct Rule {
    std::string_view id;
    void (*check)(const Syntax &syntax, const Report &report);
};

} // namespace drydock
