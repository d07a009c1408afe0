// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <cstdint>
#include <string>

namespace drydock::cli {

/// Larger files are no Dockerfiles.
inline constexpr std::uint64_t maxFileSize = 200'000'000;

/// All bytes of the file at `path`, "-" being standard input. Pipes and devices are read to their end.
/// \returns an Error, a sentence with the path in it, for folders, missing, unreadable and too large files.
Result<std::string> readInput(const std::string &path);

/// Bytes that reading `path` will take, as far as can be told beforehand; 0 for pipes and files that do not exist.
std::uint64_t sizeHint(const std::string &path);

} // namespace drydock::cli
