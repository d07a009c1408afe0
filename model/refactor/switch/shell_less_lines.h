// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/switch/changes.h"
#include "model/refactor/switch/new_base.h"

namespace drydock {

/// What packages that are no longer installed have brought.
struct LostData {
    bool hadCertificates = false;
    bool hadTimeZones = false;
};

/// RUN, USER and owners of a stage for a base without a shell: what the base has anyway goes, names become numbers, the rest is
/// refused.
LostData moveLines(const LintContext &context, StageIndex stage, BaseKind kind, const NewBase &base,
                   Changes &changes);

} // namespace drydock
