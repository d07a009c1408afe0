// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/selection.h"

namespace drydock::ui {

void Selection::set(TextRange range, const QObject *by)
{
    if (range == m_range)
        return;
    m_range = range;
    emit changed(range, by);
}

} // namespace drydock::ui
