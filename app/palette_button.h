// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

class QAction;

namespace drydock::app {

/// Looks like a field to search in, and opens the palette where one does.
class PaletteButton final : public QAbstractButton {
    Q_OBJECT

public:
    /// \param action borrowed; a click triggers it, and its keys stand in the field.
    PaletteButton(QAction &action, QWidget *parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString keys() const;
    QAction &m_action;
};

} // namespace drydock::app
