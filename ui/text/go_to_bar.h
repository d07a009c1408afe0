// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/edit_bar.h"

namespace drydock::ui {

/// Asks for a line number or the name of a stage and goes there.
class GoToBar final : public EditBar {
    Q_OBJECT

public:
    GoToBar(CodeEdit &editor, QWidget *parent);

    void open() override;
    /// \param place "12", or a stage's name or number as `--from=` takes it. \returns false, and says why, if
    /// there is no such place.
    bool goTo(const QString &place);
    QString message() const { return note(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *m_place; // Owned by this.
};

} // namespace drydock::ui
