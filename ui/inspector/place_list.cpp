// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/place_list.h"

#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int mostRows = 10;
constexpr int rowPadding = 5;
constexpr int sidePadding = 8;

/// The title at the left, where it is at the right.
class PlaceDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {40, option.fontMetrics.height() + 2 * rowPadding};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isMarked = option.state & QStyle::State_Selected && option.state & QStyle::State_HasFocus;
        painter->save();
        if (isMarked)
            painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, option.palette.color(QPalette::AlternateBase));
        const QRect row = option.rect.adjusted(sidePadding, 0, -sidePadding, 0);
        const QString detail = index.data(Qt::UserRole).toString();
        const int detailWidth = option.fontMetrics.horizontalAdvance(detail);
        const QColor strong = option.palette.color(isMarked ? QPalette::HighlightedText : QPalette::Text);
        painter->setFont(option.font);
        painter->setPen(isMarked ? strong : option.palette.color(QPalette::PlaceholderText));
        painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, detail);
        painter->setPen(strong);
        painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight,
                                                        row.width() - detailWidth - sidePadding));
        painter->restore();
    }
};

} // namespace

PlaceList::PlaceList(QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_list(new QListWidget(this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setForegroundRole(QPalette::PlaceholderText);
    m_label->setBuddy(m_list);
    m_list->setItemDelegate(new PlaceDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addWidget(m_label);
    column->addWidget(m_list);
    const auto choose = [this](QListWidgetItem *item) {
        const auto row = std::size_t(m_list->row(item));
        if (row < m_places.size())
            emit chosen(m_places[row].range);
    };
    connect(m_list, &QListWidget::itemClicked, this, choose);
    connect(m_list, &QListWidget::itemActivated, this, choose);
}

void PlaceList::show(const FormPlaces &places)
{
    m_label->setText(places.label);
    m_list->setAccessibleName(places.label);
    m_places = places.places;
    const int count = int(m_places.size());
    while (m_list->count() > count)
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < count)
        m_list->addItem(new QListWidgetItem);
    for (int i = 0; i < count; ++i) {
        const FormPlace &place = m_places[std::size_t(i)];
        QListWidgetItem *item = m_list->item(i);
        item->setText(place.title);
        item->setData(Qt::UserRole, place.detail);
        item->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(place.title, place.detail));
    }
    m_list->setFixedHeight(std::min(count, mostRows) * (fontMetrics().height() + 2 * rowPadding) + 2);
    setVisible(count > 0);
}

} // namespace drydock::ui
