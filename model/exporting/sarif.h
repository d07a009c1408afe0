// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"

#include <string>
#include <string_view>

// SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"), as code hosts read it: one run, results of all files.
// The whole is sarifHead(), the results of each file parted by commas, sarifTail.

namespace drydock {

/// \param version of Drydock.
std::string sarifHead(std::string_view version);
/// The results of one file, parted by commas; empty if there are none. \param name a path, relative if the report is to
/// be read elsewhere.
std::string sarifResults(const Analysis &analysis, std::string_view name, Severity least);
extern const std::string_view sarifTail;

} // namespace drydock
