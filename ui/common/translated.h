// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/user_text.h"

#include <QString>

namespace drydock::ui {

/// A sentence of the model in the reader's language, its holes filled. The only bridge from UserText to the screen.
/// \param context what the literal was marked with: QT_TRANSLATE_NOOP("refactor", …).
QString translated(const char *context, const UserText &text);

} // namespace drydock::ui
