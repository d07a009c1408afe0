// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/inspector.h"

#include "model/refactor/gestures/insert_between.h"
#include "ui/common/translated.h"
#include "ui/inspector/field_row.h"
#include "ui/inspector/place_list.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int margin = 14;
constexpr int between = 10;

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

Inspector::Inspector(QWidget *parent)
    : QScrollArea(parent)
    , m_theme(Theme::kindFor(palette()))
    , m_page(new QWidget(this))
    , m_title(plainLabel(m_page))
    , m_detail(plainLabel(m_page))
    , m_empty(plainLabel(m_page))
    , m_fields(new QVBoxLayout)
    , m_lists(new QVBoxLayout)
    , m_insert(new QPushButton(tr("&Insert Stage Between"), m_page))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Inspector"));
    setWhatsThis(
        tr("What is selected in the graph or in the text, as a form. Enter writes a field into the text."));
    setMinimumWidth(fontMetrics().averageCharWidth() * 34);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setBold(true);
    m_title->setFont(large);
    m_detail->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setText(
        tr("Nothing is selected. Click a stage or an arrow of the graph, or put the cursor on an "
           "instruction."));
    for (QVBoxLayout *part : {m_fields, m_lists})
        part->setSpacing(between);
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(2);
    column->addWidget(m_empty);
    column->addWidget(m_title);
    column->addWidget(m_detail);
    column->addSpacing(between);
    column->addLayout(m_fields);
    column->addSpacing(between);
    column->addWidget(m_insert, 0, Qt::AlignLeft);
    column->addSpacing(between);
    column->addLayout(m_lists);
    column->addStretch(1);
    m_page->setAutoFillBackground(true);
    m_page->setBackgroundRole(QPalette::Base);
    setWidget(m_page);
    connect(m_insert, &QPushButton::clicked, this, &Inspector::insertBetween);
    refresh();
}

void Inspector::setDocument(Document *document, Selection *selection)
{
    if (document == m_document && selection == m_selection)
        return;
    if (m_document)
        m_document->disconnect(this);
    if (m_selection)
        m_selection->disconnect(this);
    m_document = document;
    m_selection = selection;
    m_subject = {};
    if (document && selection) {
        connect(document, &Document::changed, this, [this](const Change &change) {
            if (m_isApplying)
                return;
            // Whoever moves the selection along may hear of the change later than we do.
            m_range = {change.edits.mapOffset(m_range.begin), change.edits.mapOffset(m_range.end)};
            // Indexes belong to one text: what an arrow was is found again by its place.
            const TextRange before = rangeOf(*change.before, m_subject);
            const std::size_t place = change.edits.mapOffset(before.begin);
            m_subject = m_subject.kind == SubjectKind::Edge
                ? subjectOf(*change.after, {place, place}, m_subject)
                : Subject {};
            refresh();
        });
        connect(selection, &Selection::changed, this, [this](TextRange range) {
            m_range = range;
            if (!m_isApplying)
                refresh();
        });
        m_range = selection->range();
    }
    refresh();
}

void Inspector::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    refresh();
}

FieldRow *Inspector::field(const QString &id) const
{
    const auto found
        = std::find_if(m_rows.begin(), m_rows.end(), [&id](const FieldRow *row) { return row->id() == id; });
    return found == m_rows.end() ? nullptr : *found;
}

void Inspector::refresh()
{
    if (!isVisible())
        return;
    m_form = {};
    if (m_document && m_selection) {
        const Analysis &analysis = m_document->analysis();
        const bool isInside = m_range.end <= analysis.text().size();
        m_subject = isInside ? subjectOf(analysis, m_range, m_subject) : Subject {};
        m_form = formFor(m_document->snapshot(), m_subject);
    } else {
        m_subject = {};
    }
    rebuild();
}

/// Fields that are still the same stay, with the keyboard in them; others are made anew.
void Inspector::rebuild()
{
    const bool isSame = std::equal(m_rows.begin(), m_rows.end(), m_form.fields.begin(), m_form.fields.end(),
                                   [](const FieldRow *row, const FormField &field) {
                                       return row->id() == field.id && row->shape() == field.shape;
                                   });
    QString focused;
    if (!isSame) {
        for (FieldRow *row : std::exchange(m_rows, {})) {
            if (row->editor()->hasFocus())
                focused = row->id();
            row->disconnect(this);
            row->hide();
            m_fields->removeWidget(row);
            row->deleteLater(); // It may be what told us of the change.
        }
        for (const FormField &field : m_form.fields) {
            auto *row = new FieldRow(field, m_page);
            connect(row, &FieldRow::committed, this,
                    [this, row](const QString &text) { commit(*row, text); });
            m_fields->addWidget(row);
            row->show(); // At once: the keyboard may go there.
            m_rows.push_back(row);
        }
        if (FieldRow *row = field(focused))
            row->editor()->setFocus();
    } else {
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            m_rows[i]->update(m_form.fields[i]);
    }
    while (m_places.size() < m_form.places.size()) {
        m_places.push_back(new PlaceList(m_page));
        m_lists->addWidget(m_places.back());
        connect(m_places.back(), &PlaceList::chosen, this, &Inspector::goTo);
    }
    for (std::size_t i = 0; i < m_places.size(); ++i)
        m_places[i]->show(i < m_form.places.size() ? m_form.places[i] : FormPlaces {});
    const bool isEmpty = m_subject.kind == SubjectKind::None;
    m_empty->setVisible(isEmpty);
    m_title->setVisible(!isEmpty);
    m_detail->setVisible(!isEmpty);
    m_title->setText(m_form.title);
    m_detail->setText(m_form.detail);
    m_insert->setVisible(m_form.canInsertBetween);
}

QString Inspector::sentence(const Error &error) const
{
    const QString text = translated("refactor", error.text);
    return error.detail.empty() ? text : tr("%1 It says: %2").arg(text, QString::fromStdString(error.detail));
}

void Inspector::commit(FieldRow &row, const QString &text)
{
    const auto found = std::find_if(m_form.fields.begin(), m_form.fields.end(),
                                    [&row](const FormField &field) { return field.id == row.id(); });
    if (!m_document || found == m_form.fields.end())
        return;
    const Result<FieldChange> change = found->change(text);
    if (!change) {
        const QString reason = sentence(change.error());
        row.refuse(reason, Theme::of(m_theme).color(Role::Error));
        emit statusText(reason);
        return;
    }
    row.accept();
    apply(*change);
}

/// By value: the form that the change came from is made anew meanwhile.
void Inspector::apply(FieldChange accepted) // NOLINT(performance-unnecessary-value-param)
{
    const TextRange before = rangeOf(m_document->analysis(), m_subject);
    const Subject subject = m_subject;
    {
        const QScopedValueRollback applying(m_isApplying, true);
        m_document->apply(accepted.edits, Origin::Graph, accepted.name);
        const Analysis &analysis = m_document->analysis();
        const std::size_t place = accepted.edits.mapOffset(before.begin);
        m_subject = subjectOf(analysis, {place, place}, subject);
        // What the form is about stays selected, however its text has changed.
        m_range = rangeOf(analysis, m_subject);
        m_selection->set(m_range, this);
    }
    refresh();
    if (!accepted.edits.isEmpty())
        emit statusText(accepted.notice.isEmpty() ? accepted.name : accepted.notice);
}

void Inspector::insertBetween()
{
    if (!m_document || m_subject.kind != SubjectKind::Edge)
        return;
    const Analysis &analysis = m_document->analysis();
    const Result<Plan> plan
        = drydock::insertBetween({analysis.syntax, analysis.graph, analysis.options}, m_subject.edge);
    if (!plan) {
        emit statusText(sentence(plan.error()));
        return;
    }
    const Plan &accepted = *plan;
    m_document->apply(accepted.edits, Origin::Graph, translated("refactor", accepted.name));
    goTo(accepted.focus);
    emit statusText(translated("refactor", accepted.notice.source.empty() ? accepted.name : accepted.notice));
}

void Inspector::goTo(TextRange range)
{
    if (!m_selection)
        return;
    m_subject = {};
    m_range = range;
    m_selection->set(range, this);
    refresh();
}

} // namespace drydock::ui
