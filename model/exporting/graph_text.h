// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"

#include <string>
#include <string_view>

namespace drydock {

/// The stage graph for a terminal, at most 79 columns wide (longer names are cut in the middle), ending in a line end:
///
///     Dockerfile
///     2 stages, 2 images, builds final
///
///     ╭─● build                                              lines 1–7, 6 instructions
///     │   FROM  golang:1.21                                                        tag
///     │
///     │ ◉ final                                              lines 9–11, target
///     │   FROM  debian:12-slim                                                     tag
///     ╰─▶ COPY  build  /out/app → /usr/bin/app
///
///     ✔ BuildKit accepts this file.
///
/// ● a stage that is needed, ○ one that is not, ◉ what the build makes. Names from the file cannot control the terminal.
/// \param fileName as a person calls it; empty leaves the first line out.
std::string graphText(const Analysis &analysis, std::string_view fileName);

} // namespace drydock
