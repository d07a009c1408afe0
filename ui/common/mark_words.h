// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/build/build_progress.h"
#include "model/image/size_report.h"
#include "ui/common/theme.h"

#include <QString>

#include <cstdint>

class QPainter;
class QPointF;

namespace drydock::ui {

/// "847 MB", "9.1 MB", "512 B": what fits beside a line.
QString shortSize(std::uint64_t bytes);
/// "847 megabytes", for those who hear it.
QString spokenSize(std::uint64_t bytes);
/// "0.4 s", "34 s", "2 min 5 s", "1 h 2 min".
QString shortDuration(std::int64_t milliseconds);

/// ≡ cached, ⟳ rebuilt, ▶ running, ✕ failed, ■ cancelled; nothing for what waits.
QString stateGlyph(StepState state);
/// "cached", "rebuilt" …
QString stateWord(StepState state);
Role stateRole(StepState state);
/// ✓ for what is over and was neither cached nor made anew. As below.
void paintCheck(QPainter &painter, QPointF centre, qreal radius, const QColor &color);
/// The same sign drawn: fonts do not agree on its size. \param radius of the circle that it fits into.
void paintStateSign(QPainter &painter, QPointF centre, qreal radius, StepState state, const QColor &color);

/// The sign for what is older than the text: a clock.
void paintClock(QPainter &painter, QPointF centre, qreal radius, const QColor &color);
QString clockGlyph();

/// The colour of a category in bars.
Role categoryRole(LayerCategory category);

} // namespace drydock::ui
