// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/language/symbols.h"
#include "model/refactor/plan.h"

#include <string_view>

namespace drydock {

/// What stands at `offset` and can get another name: a stage, an ARG or ENV, a here-document.
/// \returns its occurrence there (Symbol::at), or why it cannot be renamed, one sentence.
Result<Symbol> renameable(const GestureContext &context, std::size_t offset);

/// Gives what stands at `offset` another name, everywhere it is meant; stages as renameStage() does.
///
///     before   ARG V=1                     after   ARG VERSION=1
///              FROM go:$V AS a                     FROM go:$VERSION AS a
///              ARG V                               ARG VERSION
///              RUN get ${V%.*}                     RUN get ${VERSION%.*}
///              FROM x                              FROM x
///              ARG V=other                         ARG V=other
///
/// Refused if anything would then read another variable than before. Plan::focus is the name at `offset`.
Result<Plan> renameAt(const GestureContext &context, std::size_t offset, std::string_view name);

} // namespace drydock
