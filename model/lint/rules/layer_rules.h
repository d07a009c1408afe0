// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/rule.h"

// What ends up in layers without need, and what makes builds slow.

namespace drydock {

// cache_rules.cpp
void checkSourcesBeforeManifests(const LintContext &context, const Report &report);
void checkCleaningCacheMount(const LintContext &context, const Report &report);
void checkCacheOverShipped(const LintContext &context, const Report &report);

// layer_rules.cpp
void checkDeletedLater(const LintContext &context, const Report &report);
void checkOwnerLayer(const LintContext &context, const Report &report);
void checkUpdateAlone(const LintContext &context, const Report &report);
void checkScriptGoesOn(const LintContext &context, const Report &report);

// safety_rules.cpp
void checkBrokenArray(const LintContext &context, const Report &report);
void checkUnverifiedDownload(const LintContext &context, const Report &report);
void checkPipedIntoShell(const LintContext &context, const Report &report);
void checkWritableByAll(const LintContext &context, const Report &report);
void checkRemoteShellPort(const LintContext &context, const Report &report);

// context_rules.cpp
void checkCopyIgnoredFile(const LintContext &context, const Report &report);
void checkMissingSource(const LintContext &context, const Report &report);

} // namespace drydock
