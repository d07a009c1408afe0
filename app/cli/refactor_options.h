// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"

#include <string_view>

namespace drydock::cli {

/// \returns false if `name` is none of the options of `refactor`.
Result<bool> setRefactorOption(RefactorOrder &order, std::string_view name, std::string_view value);

/// Takes the refactoring's name off the inputs and leaves the file, if there is one.
Result<void> takeRefactoring(Arguments &arguments);

} // namespace drydock::cli
