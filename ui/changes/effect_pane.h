// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/changes/change_draft.h"
#include "ui/common/theme.h"

#include <QWidget>

class QLabel;

namespace drydock::ui {

class MiniGraphs;

/// What a change leads to: the graph before and after, the size, what whoever runs the image notices.
class EffectPane final : public QWidget {
    Q_OBJECT

public:
    explicit EffectPane(QWidget *parent = nullptr);

    void setTheme(ThemeKind kind);
    void show(const ChangeDraft &draft);

private:
    MiniGraphs *m_graphs; ///< This and the following are owned by the pane.
    QLabel *m_sizeTitle;
    QLabel *m_size;
    QLabel *m_contractTitle;
    QLabel *m_contract;
};

/// A small heading above a group of rows.
QLabel *makeHeading(const QString &text, QWidget *parent);
/// A label for a sentence from anywhere: plain, wrapped, to be selected.
QLabel *makeSentence(QWidget *parent);

} // namespace drydock::ui
