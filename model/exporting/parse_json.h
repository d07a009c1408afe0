// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"

#include <string>
#include <string_view>

namespace drydock {

/// What BuildKit makes of a file, as one line of JSON without a line end.
///
/// Fields, those without content left out: `file`, `bytes`, `lines`, `parseOk`, `parseErr`, `parseErrLoc`
/// ([[first, last]…], lines from 1), `escape`, `directives` ([name, value, line]), `warnings` ({short, line}),
/// `instructions` ({cmd, start, end, flags, args, json, heredocs, prevComment}), `instrOk`, `instrErr`, `instrErrLoc`,
/// `metaArgs` ({key, value, line}), `stages` ({name, base, platform, doc, start, end, fromEnd, commands, edges}),
/// `buildErr`, `buildErrLoc`. Bytes that are not UTF-8 come out as U+FFFD.
std::string parseJson(const Analysis &analysis, std::string_view fileName);

} // namespace drydock
