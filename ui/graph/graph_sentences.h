// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/document/document.h"
#include "ui/common/text_marks.h"

#include <QString>

namespace drydock::ui {

/// The graph for those who hear it: "Stage build, based on golang 1.22, floating tag, 7 instructions, copied into
/// final, 2 warnings".
/// \pre `node` is one of the graph's. \param marks what builds told of the text, as in makeStageCard().
QString sentenceOf(const Analysis &analysis, NodeIndex node, const TextMarks *marks = nullptr);

/// What a change did to the graph ("Copy from build added at line 8"), for changes that the listener did not type;
/// empty if it did nothing to it.
QString sentenceOf(const Change &change);

} // namespace drydock::ui
