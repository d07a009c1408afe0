// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QString>

namespace drydock::app {

/// The sentence of `error` in the reader's language, with the system's own words in brackets if there are any.
/// Plain text: show it with Qt::PlainText only.
QString sentence(const Error &error);

/// "Dockerfile" for a path; what a tab or a message calls the file.
QString shortName(const QString &path);

/// `text` as a tool tip that is never taken for markup, whatever it contains.
QString plainToolTip(const QString &text);

} // namespace drydock::app
