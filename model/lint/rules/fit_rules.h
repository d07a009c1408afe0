// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/rule.h"

// Whether what stands in a file fits its bases: their age, their platform, what they hold and what they lack.

namespace drydock {

// age_rules.cpp
void checkDigestWithoutTag(const LintContext &context, const Report &report);
void checkEndOfLife(const LintContext &context, const Report &report);

// platform_rules.cpp
void checkHardCodedPlatform(const LintContext &context, const Report &report);

// dotnet_rules.cpp
void checkDotnetDefaults(const LintContext &context, const Report &report);

// user_rules.cpp
void checkUnknownUser(const LintContext &context, const Report &report);

// health_rules.cpp
void checkHealthTool(const LintContext &context, const Report &report);

// library_rules.cpp
void checkOtherLibrary(const LintContext &context, const Report &report);
void checkOlderLibrary(const LintContext &context, const Report &report);

// python_rules.cpp
void checkOtherPython(const LintContext &context, const Report &report);

// developer_package_rules.cpp
void checkDeveloperPackages(const LintContext &context, const Report &report);

} // namespace drydock
