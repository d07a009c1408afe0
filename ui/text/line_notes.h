// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/text_marks.h"
#include "ui/text/margin_marks.h"

#include <vector>

namespace drydock::ui {

/// What builds told of each line, for TextView::setLineNotes(): its size and the sign of its state behind it, in grey with
/// a clock where the text is newer. FROM lines tell the size of their base.
/// \returns sorted by line; nothing if `marks` are of another text.
std::vector<LineNote> lineNotes(const TextMarks &marks, const Analysis &analysis);

} // namespace drydock::ui
