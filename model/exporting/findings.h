// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"

#include <optional>
#include <string>
#include <string_view>

// Findings for people and for other programs. Every function takes those at or above `least` and names the file `name`.
// Lines and columns count from 1, columns in bytes. Bytes that are not UTF-8 come out as U+FFFD.

namespace drydock {

/// "info", "warning", "error".
std::string_view nameOf(Severity severity);
/// The other way round; nothing for any other word.
std::optional<Severity> severityCalled(std::string_view name);

/// One line for each: `Dockerfile:12:5: warning: … [DL3006]`, with “(fixable)” if there is a safe fix. Safe for a terminal.
std::string findingsText(const Analysis &analysis, std::string_view name, Severity least);

/// One object on one line: `{"file", "findings": [{"rule", "severity", "message", "start": {"line", "column"}, "end",
/// "startByte", "endByte", "savedBytes", "fixes": [{"title", "safe", "edits": [{"startByte", "endByte", "text"}]}]}]}`.
std::string findingsJson(const Analysis &analysis, std::string_view name, Severity least);

/// Workflow commands that GitHub shows beside the lines (`::warning file=…,line=…`).
std::string findingsGithub(const Analysis &analysis, std::string_view name, Severity least);

/// A `<file>` element of a checkstyle report, with a line end; checkstyleHead and checkstyleTail go around all of them.
std::string findingsCheckstyle(const Analysis &analysis, std::string_view name, Severity least);
extern const std::string_view checkstyleHead;
extern const std::string_view checkstyleTail;

} // namespace drydock
