// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace drydock::ui {

/// `plain` as the text of a tool tip: Qt takes what looks like HTML for HTML, so it is HTML in which nothing is, with line
/// ends kept. Empty for an empty text, which shows no tool tip.
QString asToolTip(const QString &plain);

} // namespace drydock::ui
