// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <string>
#include <string_view>

namespace drydock::cli {

/// Puts `bytes` in the place of the file at `path`, whole or not at all: a new file beside it takes its name. Permissions
/// stay; a symbolic link stays one and what it leads to is replaced.
/// \returns an Error, a sentence with the path in it.
Result<void> replaceFile(const std::string &path, std::string_view bytes);

/// The same, but the file need not exist; nor need the folder it is to lie in.
Result<void> writeFile(const std::string &path, std::string_view bytes);

} // namespace drydock::cli
