// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"

#include <string>
#include <string_view>

namespace drydock {

/// The stage graph as one JSON object on one line, without a line end.
///
/// Always valid UTF-8: bytes that are not become U+FFFD. Ranges are `[begin, end)` in bytes, lines count from 1.
/// Fields that would be empty or false are left out, but for those marked * which are always there.
///
///     file*        the name as given
///     accepted*    BuildKit would take the file
///     stages*      how many of the nodes are stages; node i is stage i below that
///     target*      index of the stage that a build makes, or null
///     nodes*       [{
///       kind*      stage, image, context, remote (what ADD fetches), missing (a --from that names nothing)
///       label*     what a person calls it: "build", "stage 2", "golang:1.21"
///       name       stages: behind AS
///       base       stages: the image or stage behind FROM, as written
///       reference  the image after ARGs are filled in
///       platform   stages: --platform as written
///       pin        images and stages that stand on one: digest, tag, latest, none, variable, scratch
///       instructions  stages: how many behind FROM
///       target     it is what the build makes
///       unused     the target does not need it
///       unknowable  parts of it hang on something that is not in the file
///       suggestion  missing: the stage that was probably meant
///       line* range*  stages: FROM; others: the first word that names it
///       mentions*  [[begin, end], …] every word that names it
///     }]
///     edges*       [{
///       kind*      from, copy (--from), mount (--mount=from), add (a URL)
///       source* target*  node indexes; the target needs the source
///       line* range*  the word that causes it
///       from to    paths of a copy or mount
///       forward    names a stage that comes later in the file
///       inCycle    part of a circle
///       inherited  comes from ONBUILD of the parent stage
///     }]
///     problems*    [{ phase* (parse, instruction, build), message*, range*, lines* [[first, last], …] }]
///                  what BuildKit refuses; it reports only the first
std::string graphJson(const Analysis &analysis, std::string_view fileName);

} // namespace drydock
