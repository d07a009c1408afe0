// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/split/recipes/run_notes.h"

#include <optional>
#include <string_view>

namespace drydock {

/// A target of a redirection that is no file.
bool isStream(std::string_view target);

/// What a command does that is there to fetch, unpack, move, make or change files; nothing for others.
std::optional<StepNote> noteOfFiles(const SplitStage &stage, const BuildStep &step);

} // namespace drydock
