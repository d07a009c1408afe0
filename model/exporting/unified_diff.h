// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace drydock {

/// What leads from one text to another, in the form that `diff -u` writes and `patch` reads, with three lines around
/// each change. Every byte is kept, CR and what is no UTF-8 too. Empty if nothing differs.
/// \param name of the file in both lines of the head; quoted as `patch` wants it if it has to be.
/// \param before nothing: the file is new.
std::string unifiedDiff(std::string_view name, const std::optional<std::string_view> &before,
                        std::string_view after);

} // namespace drydock
