// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/analysis.h"

#include <QString>

namespace drydock::ui {

/// What to say about the byte at `offset` (model/language/hover.h) as rich text: problems, what it is in bold, its
/// sentences. Everything from the file is escaped. Empty for nothing.
QString hoverHtml(const Analysis &analysis, std::size_t offset);

/// The problems that begin in the line of `offset`.
QString problemsOfLine(const Analysis &analysis, std::size_t offset);

/// The first paragraph of the teaching page of an instruction, without markup. Empty if there is none.
QString teachingSummary(Keyword keyword);

} // namespace drydock::ui
