// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/text/text_range.h"

#include <QObject>

namespace drydock::ui {

/// The one thing that is selected, as a range of the document's text. Both views set it and watch it; neither
/// knows the other. Whoever sets it names itself, so that it can ignore its own echo.
class Selection final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    TextRange range() const { return m_range; }
    /// Does nothing if `range` is already selected. \param by the view that was used; may be null.
    void set(TextRange range, const QObject *by);

signals:
    void changed(drydock::TextRange range, const QObject *by);

private:
    TextRange m_range;
};

} // namespace drydock::ui

Q_DECLARE_METATYPE(drydock::TextRange)
