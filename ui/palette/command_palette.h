// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/palette_model.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace drydock::ui {

/// A field over the window: what is typed finds commands, stages and lines; Enter does it or goes there.
///
/// Works with the keyboard alone. Closes with Escape and when the keyboard goes elsewhere, and gives the keyboard
/// back to where it was.
class CommandPalette final : public QFrame {
    Q_OBJECT

public:
    /// \param window over whose upper half it appears. Owns it.
    explicit CommandPalette(QWidget *window);

    /// Shows it with everything and an empty field.
    void open(PaletteContent content);
    PaletteModel &model() { return *m_model; }
    QLineEdit &field() { return *m_field; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void search(const QString &query);
    void step(int rows);
    void runCurrent();
    void closePalette();
    void place();

    PaletteModel *m_model; ///< This and the following are owned by the palette.
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_note;
    QPointer<QWidget> m_focusBefore;
};

} // namespace drydock::ui
