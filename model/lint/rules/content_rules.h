// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/copy_steps.h"
#include "model/lint/rule.h"

// Whether all is in the image that the program needs, and nothing that only the build needed.

namespace drydock {

// packed_rules.cpp
void checkPackedThenDeleted(const LintContext &context, const Report &report);

/// A COPY of archives or packages, which are of use only until they are unpacked.
bool isOfPackedFiles(const CopyStep &step);

// jar_rules.cpp
void checkSeveralJars(const LintContext &context, const Report &report);

// host_folder_rules.cpp
void checkHostFolderOverInstalled(const LintContext &context, const Report &report);

// workflow_rules.cpp
void checkCacheMountLost(const LintContext &context, const Report &report);

// web_output_rules.cpp
void checkWebOutputMissing(const LintContext &context, const Report &report);

// missing_program_rules.cpp
void checkProgramMissing(const LintContext &context, const Report &report);

// runtime_data_rules.cpp
void checkCertificatesMissing(const LintContext &context, const Report &report);
void checkTimeZonesMissing(const LintContext &context, const Report &report);

// base_platform_rules.cpp
void checkPlatformMissing(const LintContext &context, const Report &report);

// build_package_rules.cpp
void checkBuildPackagesShipped(const LintContext &context, const Report &report);

} // namespace drydock
