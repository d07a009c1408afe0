// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/document/document.h"
#include "ui/common/selection.h"
#include "ui/common/theme.h"
#include "ui/inspector/subject_form.h"

#include <QPointer>
#include <QScrollArea>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace drydock::ui {

class FieldRow;
class PlaceList;

/// What is selected, as a form: a stage, an instruction or an arrow. Each change is one undo step of the document.
///
/// Follows document and selection while it is visible, and catches up when it becomes so.
class Inspector final : public QScrollArea {
    Q_OBJECT

public:
    explicit Inspector(QWidget *parent = nullptr);

    /// \param document, selection borrowed until the next call; both null: nothing is open.
    void setDocument(Document *document, Selection *selection);
    void setTheme(ThemeKind kind) { m_theme = kind; }
    const Subject &subject() const { return m_subject; }
    /// The field with this id, or null.
    FieldRow *field(const QString &id) const;

signals:
    /// A sentence for the status bar.
    void statusText(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void rebuild();
    void commit(FieldRow &row, const QString &text);
    void insertBetween();
    void apply(FieldChange accepted);
    void goTo(TextRange range);
    QString sentence(const Error &error) const;

    QPointer<Document> m_document;
    QPointer<Selection> m_selection;
    ThemeKind m_theme;
    TextRange m_range; ///< The selection, in the present text.
    Subject m_subject;
    SubjectForm m_form;
    bool m_isApplying = false; ///< The change is our own: the subject stays.
    QWidget *m_page; ///< This and the following are owned by the area.
    QLabel *m_title;
    QLabel *m_detail;
    QLabel *m_empty;
    QVBoxLayout *m_fields;
    QVBoxLayout *m_lists;
    QPushButton *m_insert;
    std::vector<FieldRow *> m_rows;
    std::vector<PlaceList *> m_places;
};

} // namespace drydock::ui
