// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <string_view>

namespace drydock {

/// Whether a text can stand behind FROM: one word, an image name or one with variables. \returns the reason why not.
Result<void> checkImageWord(std::string_view image);

} // namespace drydock
