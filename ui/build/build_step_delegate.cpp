// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/build_step_delegate.h"

#include "ui/build/build_steps_model.h"
#include "ui/common/mark_words.h"

#include <QPainter>

namespace drydock::ui {
namespace {

constexpr int signRoom = 20;
constexpr qreal signRadius = 5.5;
constexpr int barHeight = 3;

} // namespace

void BuildStepDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->state &= ~QStyle::State_HasFocus; // The selected row says where the keyboard is.
    option->textElideMode = Qt::ElideRight;
}

void BuildStepDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const QVariant state = index.data(BuildStepsModel::StateRole);
    if (!state.isValid() || index.column() != BuildStepsModel::Step) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    const Theme &theme = Theme::of(m_theme);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    // The row's background reaches under the sign; the text begins behind it.
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);
    QStyleOptionViewItem text = option;
    text.rect.setLeft(option.rect.left() + signRoom);
    painter->save();
    const auto step = StepState(state.toInt());
    const QColor selected = option.palette.color(QPalette::HighlightedText);
    const QPointF centre(option.rect.left() + signRoom / 2.0, option.rect.center().y() + 0.5);
    if (step == StepState::Waiting) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(isSelected ? selected : theme.color(Role::Dimmed));
        painter->drawEllipse(centre, 1.75, 1.75);
    } else if (step == StepState::Done && !index.data(BuildStepsModel::MakesRole).toBool()) {
        paintCheck(*painter, centre, signRadius, isSelected ? selected : theme.color(Role::SecondaryText));
    } else {
        paintStateSign(*painter, centre, signRadius, step,
                       isSelected ? selected : theme.color(stateRole(step)));
    }
    const QVariant fraction = index.data(BuildStepsModel::FractionRole);
    if (fraction.isValid()) {
        const QRectF track(text.rect.left() + 3, option.rect.bottom() - barHeight, text.rect.width() - 10,
                           barHeight);
        painter->fillRect(track, theme.color(Role::Separator));
        painter->fillRect(QRectF(track.topLeft(), QSizeF(track.width() * fraction.toDouble(), barHeight)),
                          isSelected ? selected : theme.color(Role::Running));
    }
    painter->setFont(option.font);
    painter->setPen(isSelected ? selected
                               : theme.color(step == StepState::Waiting ? Role::SecondaryText : Role::Text));
    const QRect room = text.rect.adjusted(3, 0, -3, 0);
    painter->drawText(room, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, room.width()));
    painter->restore();
}

QSize BuildStepDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height(), option.fontMetrics.height() + 10));
    return size;
}

} // namespace drydock::ui
