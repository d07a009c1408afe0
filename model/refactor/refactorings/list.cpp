// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What there is, in the order of menus: what is worth most comes first.
#include "model/refactor/refactor_registry.h"
#include "model/refactor/refactorings/refactorings.h"

namespace drydock {

std::span<const Refactoring> refactorings()
{
    using enum RefactoringGroup;
    static const std::vector<Refactoring> all {
        // id, title, group, function, whether it works on what stands at the caret
    };
    return all;
}

} // namespace drydock
