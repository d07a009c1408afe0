// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QLabel>

namespace drydock::ui {

/// One line at the pointer while a hand is at work: what a drop here would do, or why it would do nothing.
class HandHint final : public QLabel {
    Q_OBJECT

public:
    enum class Tone : std::uint8_t { Plain, Refusal };

    explicit HandHint(QWidget *viewport);

    /// Shows `text` beside `pointer` (viewport coordinates), inside the viewport. Empty hides it.
    void say(const QString &text, Tone tone, QPoint pointer, const Theme &theme);
};

} // namespace drydock::ui
