// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What there is, in the order of menus: what is worth most comes first.
#include "model/refactor/refactor_registry.h"
#include "model/refactor/refactorings/cache_refactorings.h"
#include "model/refactor/refactorings/refactorings.h"

namespace drydock {

std::span<const Refactoring> refactorings()
{
    using enum RefactoringGroup;
    static const std::vector<Refactoring> all {
        {"split", {QT_TRANSLATE_NOOP("refactor", "Split into build and runtime"), {}}, Image, proposeSplit},
        // id, title, group, function, whether it works on what stands at the caret
        {"cache-mounts", {QT_TRANSLATE_NOOP("refactor", "Add cache mounts"), {}}, Cache, proposeCacheMounts},
        {"manifests-first",
         {QT_TRANSLATE_NOOP("refactor", "Copy manifests before sources"), {}},
         Cache,
         proposeManifestsFirst},
        {"copy-link", {QT_TRANSLATE_NOOP("refactor", "Link copied layers"), {}}, Cache, proposeCopyLink},
    };
    return all;
}

} // namespace drydock
