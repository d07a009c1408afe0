// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/verify_plan.h"
#include "ui/build/verify_view.h"

namespace drydock::app {

/// What is asked of the engine for what was filled in.
RunPlan runPlanOf(const ui::VerifyWish &wish);

/// What the pane shows of a report. \param wish of the run.
ui::VerifyReport verifyViewOf(const VerifyReport &report, const ui::VerifyWish &wish);

/// "✓ answers 200 on /", for the head of the size panel; empty if it says nothing. \param isGood may be null.
QString verificationBadge(const VerifyReport &report, const ui::VerifyWish &wish, bool *isGood);

} // namespace drydock::app
