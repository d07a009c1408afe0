// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/user_text.h"
#include "model/refactor/references.h"

#include <string>
#include <vector>

namespace drydock {

/// A path in a stage that another stage may want, and what makes one think so.
struct Product {
    std::string path; ///< From the root; may hold wildcards.
    UserText why; ///< One sentence with the line it comes from.
};

/// What a stage produces as far as its text says so, the surest first: what commands name as their output
/// (`go build -o`, `--prefix`, `DESTDIR=` …, the last command first), where known commands are used to write, what
/// the stage copies in, its working directory. Each path once. What hangs on an unknown variable is left out.
std::vector<Product> productsOf(const GestureContext &context, const References &references,
                                StageIndex stage);

} // namespace drydock
