// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/edit_bar.h"
#include "ui/text/search.h"

#include <QTimer>

class QToolButton;
class QPushButton;

namespace drydock::ui {

/// Finds and replaces in the text, marks all matches, counts them, says when it went round.
class FindBar final : public EditBar {
    Q_OBJECT

public:
    FindBar(CodeEdit &editor, QWidget *parent);

    /// Shows the bar; a selection within one line becomes the pattern.
    void open() override;
    void openReplace();

    void findNext();
    void findPrevious();
    /// Replaces the match that is selected, else goes to the next.
    void replaceOne();
    /// One undo step. \returns the number of places changed.
    int replaceAll();

    SearchQuery query() const;
    void setQuery(const SearchQuery &query);
    void setReplacement(const QString &replacement);
    const SearchResult &result() const { return m_result; }
    /// "3 of 12", "No matches" or what is wrong with the pattern.
    QString message() const { return note(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QToolButton *makeToggle(const QString &text, const QString &toolTip);
    void onQueryChanged();
    void searchAgain();
    void markMatches();
    void go(bool forward);
    void select(std::size_t index, const QString &remark);
    void sayCount(const QString &remark = {});

    QLineEdit *m_pattern; // Owned by this, as are all widgets below.
    QLineEdit *m_replacement;
    QToolButton *m_caseSensitive;
    QToolButton *m_wholeWord;
    QToolButton *m_regularExpression;
    QWidget *m_replaceRow;
    QTimer m_later; ///< Typing in the text is not held up by a search.
    SearchResult m_result;
    std::size_t m_start = 0; ///< Where the search began; typing a longer pattern goes on from there.
};

} // namespace drydock::ui
