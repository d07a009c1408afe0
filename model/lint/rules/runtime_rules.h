// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/rule.h"

// Whether what is built will run, and what it drags along.

namespace drydock {

// go_rules.cpp
void checkStaticBaseDynamicGo(const LintContext &context, const Report &report);

// base_rules.cpp
void checkSdkAsRuntime(const LintContext &context, const Report &report);
void checkInterpreterTwice(const LintContext &context, const Report &report);
void checkShellMissing(const LintContext &context, const Report &report);
void checkOutdatedBase(const LintContext &context, const Report &report);

// runtime_rules.cpp
void checkPortMissing(const LintContext &context, const Report &report);
void checkRunsAsRoot(const LintContext &context, const Report &report);
void checkDevelopmentServer(const LintContext &context, const Report &report);
void checkProductionTooEarly(const LintContext &context, const Report &report);

// use_rules.cpp
void checkBuildDirectoryCopied(const LintContext &context, const Report &report);
void checkUnknownSource(const LintContext &context, const Report &report);
void checkDeadStage(const LintContext &context, const Report &report);
void checkShadowedImage(const LintContext &context, const Report &report);
void checkStageNumber(const LintContext &context, const Report &report);
void checkSecretFile(const LintContext &context, const Report &report);

} // namespace drydock
