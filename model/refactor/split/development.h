// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/split/split_stage.h"

#include <optional>
#include <string>

namespace drydock {

/// What shows that a container of the stage is one to develop in (REFACTORINGS §3.1, S6).
struct DevelopmentSign {
    std::string words; ///< "npm run dev"
    const Instruction *instruction = nullptr; ///< That starts it. Borrowed.
};

/// A watcher, a development server, or a program that waits for a shell. Nothing if there is no sign of such.
std::optional<DevelopmentSign> developmentSignOf(const SplitStage &stage);

} // namespace drydock
