// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/language/hover.h"

#include <optional>

namespace drydock {

/// What a source of COPY or ADD takes from the folder beside the file. Nothing for any other place, or if the folder is
/// not known.
std::optional<Hover> hoverOfContextSource(const Analysis &analysis, const Instruction &instruction,
                                          std::size_t offset);

} // namespace drydock
