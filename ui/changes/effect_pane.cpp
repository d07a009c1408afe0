// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/effect_pane.h"

#include "ui/changes/change_words.h"
#include "ui/changes/mini_graphs.h"

#include <QLabel>
#include <QVBoxLayout>

namespace drydock::ui {

QLabel *makeHeading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

QLabel *makeSentence(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

EffectPane::EffectPane(QWidget *parent)
    : QWidget(parent)
    , m_graphs(new MiniGraphs(this))
    , m_sizeTitle(makeHeading(tr("Size of the image"), this))
    , m_size(makeSentence(this))
    , m_contractTitle(makeHeading(tr("For whoever runs the image"), this))
    , m_contract(makeSentence(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 8);
    column->setSpacing(4);
    column->addWidget(m_graphs);
    column->addSpacing(6);
    column->addWidget(m_sizeTitle);
    column->addWidget(m_size);
    column->addSpacing(6);
    column->addWidget(m_contractTitle);
    column->addWidget(m_contract);
    column->addStretch();
}

void EffectPane::setTheme(ThemeKind kind)
{
    m_graphs->setTheme(kind);
}

void EffectPane::show(const ChangeDraft &draft)
{
    const bool hasResult = draft.result() && *draft.result();
    m_graphs->setGraphs(draft.analysis(), draft.after(), hasResult ? (*draft.result())->edits : EditSet());
    const QString size = sizeChange(draft.proposal());
    m_size->setText(size);
    m_sizeTitle->setVisible(!size.isEmpty());
    m_size->setVisible(!size.isEmpty());
    m_contractTitle->setVisible(hasResult);
    m_contract->setVisible(hasResult);
    if (hasResult)
        m_contract->setText(contractChange(**draft.result()).join(u'\n'));
}

} // namespace drydock::ui
