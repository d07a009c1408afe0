// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/size/layers_model.h"

#include <QWidget>

class QTableView;

namespace drydock::ui {

class LayersDelegate;

/// The layers of a stage as a table that is in step with the text.
class LayersPane final : public QWidget {
    Q_OBJECT

public:
    explicit LayersPane(QWidget *parent = nullptr);

    void setSize(ComparedSize size, WasteByLayer waste);
    void setSteps(std::vector<LayerStep> steps);
    void setTheme(ThemeKind kind);
    /// Selects the row of an instruction; tells nobody.
    void setCurrent(InstructionIndex instruction);

signals:
    /// A row was chosen by a person.
    void chosen(drydock::InstructionIndex instruction);
    /// The mouse rests on a row; none: it left.
    void pointedAt(drydock::InstructionIndex instruction);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    bool onKey(int key);
    void toggle(const QModelIndex &index);
    void choose(const QModelIndex &index);
    void fitColumns();
    void copy() const;
    void openMenu(QPoint place);

    LayersModel *m_model; ///< This and the following are owned by the pane.
    QTableView *m_table;
    LayersDelegate *m_delegate;
    bool m_isFollowing = false; ///< The current row is being set from outside.
};

} // namespace drydock::ui
