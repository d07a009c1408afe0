// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/user_text.h"
#include "model/refactor/split/recipes/go_output.h"

#include <optional>
#include <string>
#include <vector>

namespace drydock {

/// Which files a program in Go is, and how it is started.
struct GoProgram {
    std::vector<GoOutput> outputs; ///< At least one unless it is refused.
    std::string path; ///< Of these, the one that the container starts; empty if a script does.
    std::optional<std::vector<std::string>> words; ///< Other words to start it with; nothing: as they are.
    std::string buildLine; ///< A RUN to add that builds it; empty if the file does.
    UserText refusal; ///< Why it cannot be told, and the way out. Source empty if it can.
    TextRange where;
};

/// From what `go build`, `go install` and `go run` say and from CMD; the setting “artifact” goes before both.
GoProgram goProgramOf(const SplitStage &stage, const RefactorWish &wish);

} // namespace drydock
