// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/document/document.h"
#include "ui/common/selection.h"
#include "ui/common/theme.h"

#include <QPointer>
#include <QSortFilterProxyModel>
#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;
class QTreeView;

namespace drydock::ui {

class FixPane;
class ProblemsModel;

/// Lets through what holds all words of the filter, in its sentence or its rule, and has a severity that is shown.
class ProblemsFilter final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QString &words);
    void setShown(Severity severity, bool isShown);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
    std::array<bool, 3> m_isShown {true, true, true};
};

/// The findings of the file in front: to filter, sort, go to, mend and copy. Follows the document while it is visible.
class ProblemsPanel final : public QWidget {
    Q_OBJECT

public:
    explicit ProblemsPanel(QWidget *parent = nullptr);

    /// \param document, selection borrowed until the next call; both null: nothing is open.
    void setDocument(Document *document, Selection *selection);
    void setTheme(ThemeKind kind);

    /// Mends everything of one rule that can be mended safely; of all rules if `rule` is empty. One undo step.
    void fixAll(const QString &rule);
    /// What is shown, one finding a line, to the clipboard.
    void copyShown() const;

signals:
    /// A finding was chosen: its place is to be shown.
    void chosen(drydock::TextRange range);
    void explainRequested(const QString &rule);
    /// How severe a rule is, is to be changed.
    void configureRequested(const QString &rule);
    void statusText(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QToolButton *makeSeverityButton(Severity severity);
    void makeMenu();
    void refresh();
    void updateCounts();
    void showCurrent();
    void goToCurrent();
    int currentRow() const;
    QString ruleOfCurrent() const;

    QPointer<Document> m_document;
    QPointer<Selection> m_selection;
    bool m_isStale = true; ///< The document changed while nobody looked.
    ProblemsModel *m_model; ///< This and the following are owned by the panel.
    ProblemsFilter *m_filter;
    QLineEdit *m_words;
    std::array<QToolButton *, 3> m_severities {};
    QToolButton *m_fixMenu;
    QTreeView *m_table;
    QLabel *m_empty;
    FixPane *m_fixes;
};

} // namespace drydock::ui
