// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace drydock {

/// The Go module binds to a library of C (resources/knowledge/go_modules.toml). False also if it is not known.
bool needsC(std::string_view module);

} // namespace drydock
