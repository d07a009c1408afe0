// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/refactoring.h"

#include <span>
#include <string>

namespace drydock {

/// A refactoring for a list, with what it says to a file if one was asked about.
struct ListedRefactoring {
    const Refactoring *refactoring = nullptr; ///< Never null.
    Proposal proposal; ///< Empty if no file was asked about.
};

/// A line for each: its name and what it does; for a file also the verdict, and the reason if there is one. Safe for a terminal.
/// \param text of the file; null if there is none.
std::string refactoringsText(std::span<const ListedRefactoring> all, const SourceText *text = nullptr);

/// An array of objects: `{"name", "title", "group", "needsCaret"}`, for a file also `"verdict", "reason", "line"`.
std::string refactoringsJson(std::span<const ListedRefactoring> all, const SourceText *text = nullptr);

} // namespace drydock
