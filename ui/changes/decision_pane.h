// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/changes/change_draft.h"
#include "ui/common/selection.h"
#include "ui/common/theme.h"

#include <QWidget>

#include <functional>
#include <string>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace drydock::ui {

class ChoiceRow;
class TickRow;
class VerdictBadge;

/// What a refactoring proposes and what a person says to it: choices, parts, assumptions, files. Or why it does nothing.
class DecisionPane final : public QWidget {
    Q_OBJECT

public:
    explicit DecisionPane(QWidget *parent = nullptr);

    void setTheme(ThemeKind kind);
    /// \param filesLocked why other files cannot be written; empty: they can.
    void show(const ChangeDraft &draft, const QString &filesLocked);
    /// Nothing is proposed.
    void showNothing();
    /// Gives the keyboard to the first thing that can be answered. \returns false if there is none.
    bool focusFirst(Qt::FocusReason reason);

signals:
    void chosen(const std::string &key, const QString &value);
    void partTicked(std::size_t part, bool isTaken);
    void agreed(std::size_t assumption, bool isAgreed);
    void fileTicked(const std::string &path, bool isTaken);
    void revealed(drydock::TextRange range);

private:
    struct Group {
        QLabel *heading = nullptr;
        QVBoxLayout *rows = nullptr;
        std::vector<TickRow *> ticks;
    };
    Group addGroup(QVBoxLayout *column, const QString &heading);
    /// As many rows as there are things to tick; those that are there stay, and with them the keyboard.
    void fit(Group &group, std::size_t count, const std::function<void(std::size_t, TickRow &)> &made);
    void showChoices(const ChangeDraft &draft);
    void showParts(const ChangeDraft &draft);
    void showAssumptions(const ChangeDraft &draft);
    void showFiles(const ChangeDraft &draft, const QString &locked);
    void showReason(const ChangeDraft &draft);

    QLabel *m_title; ///< This and the following are owned by the pane.
    VerdictBadge *m_badge;
    QLabel *m_explanation;
    QLabel *m_reason;
    QPushButton *m_where;
    TextRange m_place; ///< What m_where leads to.
    QVBoxLayout *m_choices;
    std::vector<ChoiceRow *> m_choiceRows;
    Group m_parts;
    Group m_assumptions;
    Group m_files;
    std::vector<TextRange> m_assumptionPlaces;
    std::vector<std::string> m_paths;
};

} // namespace drydock::ui
