// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/context/copy_source.h"
#include "model/syntax/syntax.h"

#include <optional>
#include <string>

namespace drydock {

/// What `word`, a source of the COPY or ADD `copy`, asks of the build context. Nothing for what is fetched, written in
/// place, copied from elsewhere or hangs on a variable.
std::optional<CopyRequest> copyRequestOf(const Syntax &syntax, const Instruction &copy, const Word &word);

/// The same for a source that has been worked out: variables replaced, quotes removed. Nothing for what is fetched or written
/// in place.
std::optional<CopyRequest> copyRequestFor(const Syntax &syntax, const Instruction &copy, std::string source);

/// The words of `copy` that copyRequestOf() is to be asked about: those in front of the destination. Empty for anything
/// that copies nothing from the build context.
std::span<const Word> contextSourcesOf(const Syntax &syntax, const Instruction &copy);

} // namespace drydock
