// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/size/compared_size.h"
#include "ui/size/segments.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QTreeView;

namespace drydock::ui {

class CompareBars;
class CompareModel;
class SizeDelegate;
class SizeLegend;

/// What there was and what there is: bars on one scale, what is gone in words, and a table.
class ComparePane final : public QWidget {
    Q_OBJECT

public:
    explicit ComparePane(QWidget *parent = nullptr);

    /// \param choices what may stand as "before", the best first; the first is chosen unless a person chose another that
    /// is still there.
    void setSizes(std::vector<ComparedSize> choices, ComparedSize after, WasteByLayer waste);
    void setTheme(ThemeKind kind);

signals:
    /// Another image is to be measured for "before".
    void otherImageRequested();

private:
    void choose(int entry);
    void refresh();
    void openMenu(QPoint place);

    std::vector<ComparedSize> m_choices;
    ComparedSize m_after;
    WasteByLayer m_waste;
    int m_chosen = -1; ///< Into m_choices; -1: compared with nothing.
    QString m_wanted; ///< Name of what a person chose; empty: the first.
    CompareBars *m_bars; ///< This and the following are owned by the pane.
    SizeLegend *m_legend;
    QLabel *m_withWord;
    QComboBox *m_with;
    CompareModel *m_model;
    QTreeView *m_table;
    SizeDelegate *m_delegate;
};

} // namespace drydock::ui
