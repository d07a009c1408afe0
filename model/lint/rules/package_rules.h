// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/rule.h"

// hadolint's rules about the package managers of distributions.

namespace drydock {

// apt_rules.cpp
void checkAptAssumesYes(const LintContext &context, const Report &report);
void checkAptLists(const LintContext &context, const Report &report);
void checkAptRecommends(const LintContext &context, const Report &report);
void checkAptForPeople(const LintContext &context, const Report &report);

// package_rules.cpp
void checkYumAssumesYes(const LintContext &context, const Report &report);
void checkDnfAssumesYes(const LintContext &context, const Report &report);
void checkZypperAssumesYes(const LintContext &context, const Report &report);
void checkYumClean(const LintContext &context, const Report &report);
void checkDnfClean(const LintContext &context, const Report &report);
void checkZypperClean(const LintContext &context, const Report &report);
void checkZypperUpgrade(const LintContext &context, const Report &report);
void checkApkCache(const LintContext &context, const Report &report);

// pin_rules.cpp
void checkAptPins(const LintContext &context, const Report &report);
void checkApkPins(const LintContext &context, const Report &report);
void checkYumPins(const LintContext &context, const Report &report);
void checkDnfPins(const LintContext &context, const Report &report);
void checkZypperPins(const LintContext &context, const Report &report);
void checkPipPins(const LintContext &context, const Report &report);
void checkNpmPins(const LintContext &context, const Report &report);
void checkGemPins(const LintContext &context, const Report &report);
void checkGoPins(const LintContext &context, const Report &report);

// language_package_rules.cpp
void checkPipCache(const LintContext &context, const Report &report);
void checkYarnCache(const LintContext &context, const Report &report);

} // namespace drydock
