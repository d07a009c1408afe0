// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/edit_bar.h"

namespace drydock::ui {

/// Asks for the new name of the stage, variable or here-document at the caret, and says at once why a name will not do.
class RenameBar final : public EditBar {
    Q_OBJECT

public:
    RenameBar(CodeEdit &editor, QWidget *parent);

    /// Says why not if nothing at the caret has a name.
    void open() override;
    /// Renames to `name`. \returns false, and says why, if that is not safe.
    bool rename(const QString &name);
    QString message() const { return note(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void check(const QString &name);

    QLineEdit *m_name; // Owned by this.
    std::size_t m_place = 0; ///< Of the occurrence that is renamed.
};

} // namespace drydock::ui
