// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/rule.h"

// hadolint's rules about ADD, COPY, FROM, USER and LABEL.

namespace drydock {

void checkAddForFiles(const LintContext &context, const Report &report);
void checkArchiveCopied(const LintContext &context, const Report &report);
void checkSeveralSources(const LintContext &context, const Report &report);
void checkRelativeDestination(const LintContext &context, const Report &report);
void checkUntaggedBase(const LintContext &context, const Report &report);
void checkMovingTag(const LintContext &context, const Report &report);
void checkRegistry(const LintContext &context, const Report &report);
void checkUserByName(const LintContext &context, const Report &report);
void checkHealthcheckMissing(const LintContext &context, const Report &report);
void checkIgnoreComments(const LintContext &context, const Report &report);

// label_rules.cpp
void checkLabelKey(const LintContext &context, const Report &report);

// label_schema_rules.cpp
void checkLabelMissing(const LintContext &context, const Report &report);
void checkLabelSuperfluous(const LintContext &context, const Report &report);
void checkLabelEmpty(const LintContext &context, const Report &report);
void checkLabelUrl(const LintContext &context, const Report &report);
void checkLabelTime(const LintContext &context, const Report &report);
void checkLabelLicense(const LintContext &context, const Report &report);
void checkLabelHash(const LintContext &context, const Report &report);
void checkLabelVersion(const LintContext &context, const Report &report);
void checkLabelEmail(const LintContext &context, const Report &report);

} // namespace drydock
