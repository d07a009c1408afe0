// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/changes/change_draft.h"

#include <QString>
#include <QStringList>

namespace drydock::ui {

/// "≈ 826 MB", "≈ 9 MB to 14 MB", "more than ≈ 80 MB".
QString sizeText(const SizeEstimate &size);
/// Where such a figure comes from: "by the table of 2026-03-01".
QString basisText(const SizeEstimate &size);
/// "≈ 826 MB → ≈ 9 MB (−99 %)", what they rest on below; empty if neither is known.
QString sizeChange(const Proposal &proposal);
/// What whoever runs the image will notice, a sentence each, and what is not known of it. Never empty.
QStringList contractChange(const Refactored &result);
/// Why it cannot be applied now; empty if it can.
QString whyNot(const ChangeDraft &draft);
/// "Line 3"
QString lineWords(const Analysis &analysis, TextRange range);

} // namespace drydock::ui
