// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shortcut_dialog.h"

#include "app/appearance.h"
#include "app/key_field.h"
#include "app/shortcuts.h"
#include "app/word_filter.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace drydock::app {
namespace {

constexpr QSize comfortable(680, 560);

} // namespace

ShortcutDialog::ShortcutDialog(Shortcuts &shortcuts, QWidget *parent)
    : QDialog(parent)
    , m_shortcuts(shortcuts)
    , m_list(new ShortcutList(shortcuts, this))
    , m_filtered(new WordFilter(this))
    , m_filter(new QLineEdit(this))
    , m_view(new QTreeView(this))
{
    setWindowTitle(tr("Configure Shortcuts"));
    m_filter->setPlaceholderText(tr("Find a command or a key"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_filtered->setSourceModel(m_list);
    m_view->setModel(m_filtered);
    m_view->setAccessibleName(tr("Commands and their keys"));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(-1, Qt::AscendingOrder); // As in the menus, until somebody wants it otherwise.
    m_view->header()->setSectionsMovable(false);
    m_view->header()->setStretchLastSection(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *resetAll = buttons->addButton(tr("Reset &All"), QDialogButtonBox::ResetRole);
    resetAll->setObjectName(QStringLiteral("resetAll"));
    for (QAbstractButton *button : buttons->buttons())
        static_cast<QPushButton *>(button)->setAutoDefault(false); // Enter in a field is no reason to close.
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 14, 14, 14);
    column->setSpacing(10);
    column->addWidget(m_filter);
    column->addWidget(m_view, 1);
    column->addWidget(makeEditor());
    column->addWidget(buttons);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_filtered->setWords(words);
        if (!m_view->currentIndex().isValid())
            m_view->setCurrentIndex(m_filtered->index(0, 0));
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ShortcutDialog::showCurrent);
    connect(resetAll, &QPushButton::clicked, this, [this] {
        m_shortcuts.resetAll();
        showCurrent();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_view->setCurrentIndex(m_filtered->index(0, 0));
    m_view->resizeColumnToContents(ShortcutList::What);
    m_view->resizeColumnToContents(ShortcutList::Place);
    resize(comfortable);
}

QWidget *ShortcutDialog::makeEditor()
{
    auto *editor = new QWidget(this);
    m_name = new QLabel(editor);
    m_name->setTextFormat(Qt::PlainText);
    QFont bold = font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_key = new KeyField(editor);
    m_key->setAccessibleName(tr("New key"));
    m_note = new QLabel(editor);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setMinimumHeight(2 * fontMetrics().lineSpacing()); // So that nothing jumps when it speaks.
    m_note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_assign = new QPushButton(tr("A&ssign"), editor);
    m_assign->setObjectName(QStringLiteral("assign"));
    m_remove = new QPushButton(tr("Re&move Key"), editor);
    m_remove->setObjectName(QStringLiteral("remove"));
    m_reset = new QPushButton(tr("&Reset"), editor);
    m_reset->setObjectName(QStringLiteral("reset"));
    for (QPushButton *button : {m_assign, m_remove, m_reset})
        button->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_key, 1);
    row->addWidget(m_assign);
    row->addWidget(m_remove);
    row->addWidget(m_reset);
    auto *column = new QVBoxLayout(editor);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_name);
    column->addLayout(row);
    column->addWidget(m_note);
    connect(m_key, &KeyField::keyChanged, this, &ShortcutDialog::judge);
    connect(m_assign, &QPushButton::clicked, this, &ShortcutDialog::assign);
    connect(m_remove, &QPushButton::clicked, this, &ShortcutDialog::remove);
    connect(m_reset, &QPushButton::clicked, this, &ShortcutDialog::resetCurrent);
    return editor;
}

QString ShortcutDialog::currentId() const
{
    return m_list->idAt(m_filtered->mapToSource(m_view->currentIndex()));
}

void ShortcutDialog::showCurrent()
{
    const BoundAction *action = m_shortcuts.find(currentId());
    m_name->setText(action ? action->text : QString());
    m_key->setKey({});
    judge();
}

/// Says what would happen, before anything does.
void ShortcutDialog::judge()
{
    const BoundAction *action = m_shortcuts.find(currentId());
    const QKeySequence key = m_key->key();
    m_key->setEnabled(action);
    m_remove->setEnabled(action && !action->keys.isEmpty());
    m_reset->setEnabled(action && !m_shortcuts.isDefault(action->id));
    m_assign->setText(tr("A&ssign"));
    QString note;
    ui::Role role = ui::Role::SecondaryText;
    bool isPossible = action && !key.isEmpty();
    if (!action) {
        note = tr("No command has these words.");
    } else if (key.isEmpty()) {
        note = tr("Press the new key in the field.");
    } else if (!Shortcuts::mayBeUsed(key, action->scope)) {
        note
            = tr("“%1” types something. Only commands of the graph can have a key without Ctrl, Alt or Meta.")
                  .arg(key.toString(QKeySequence::NativeText));
        role = ui::Role::Error;
        isPossible = false;
    } else if (action->keys.contains(key)) {
        note = tr("It has this key already.");
        isPossible = false;
    } else if (const BoundAction *holder = m_shortcuts.holderOf(key, action->id)) {
        note = tr("“%1” has this key. Assigning it here takes it from there.").arg(holder->text);
        role = ui::Role::Warning;
        m_assign->setText(tr("Ta&ke Over"));
    } else {
        note = tr("This key is free.");
    }
    m_assign->setEnabled(isPossible);
    m_note->setText(note);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText,
                    themeOf(palette()).color(role == ui::Role::Warning ? ui::Role::Text : role));
    m_note->setPalette(colors);
}

void ShortcutDialog::assign()
{
    const QString id = currentId();
    const QKeySequence key = m_key->key();
    const BoundAction *action = m_shortcuts.find(id);
    if (!action || key.isEmpty() || !Shortcuts::mayBeUsed(key, action->scope))
        return;
    while (const BoundAction *holder = m_shortcuts.holderOf(key, id)) {
        QList<QKeySequence> rest;
        for (const QKeySequence &held : holder->keys)
            if (held.matches(key) == QKeySequence::NoMatch && key.matches(held) == QKeySequence::NoMatch)
                rest.append(held);
        m_shortcuts.setKeys(QString(holder->id), rest);
    }
    m_shortcuts.setKeys(id, {key});
    showCurrent();
}

void ShortcutDialog::remove()
{
    m_shortcuts.setKeys(currentId(), {});
    showCurrent();
}

void ShortcutDialog::resetCurrent()
{
    const QString id = currentId();
    const BoundAction *action = m_shortcuts.find(id);
    if (!action)
        return;
    // What it gets back may be somebody else's by now.
    for (const QKeySequence &key : QList<QKeySequence>(action->defaults))
        if (const BoundAction *holder = m_shortcuts.holderOf(key, id)) {
            m_note->setText(tr("“%1” has its key now. Reset that one first.").arg(holder->text));
            return;
        }
    m_shortcuts.reset(id);
    showCurrent();
}

} // namespace drydock::app
