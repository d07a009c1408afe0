// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace drydock::app {

/// The symbolic icon `:/icons/<name>.svg` in the colour of the application's text, whatever the theme is at the
/// moment of painting; dimmed when disabled. Sharp at every size.
QIcon symbolicIcon(const QString &name);

/// One picture of it in one colour, `size` in device-independent pixels.
QPixmap symbolicPixmap(const QString &name, const QColor &color, int size, qreal devicePixelRatio);

} // namespace drydock::app
