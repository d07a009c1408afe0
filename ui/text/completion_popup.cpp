// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/completion_popup.h"

#include "ui/common/translated.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int mostRows = 10;
constexpr int pad = 8;
constexpr int gap = 24;
constexpr int mostDetail = 52; ///< In characters.
constexpr int detailRole = Qt::UserRole;

QString detailOf(const Completion &completion)
{
    if (completion.detail.source.empty())
        return {};
    // What a stage produces is said in the words of the gestures.
    const QString own = translated("language", completion.detail);
    return completion.kind == CompletionKind::Path ? translated("refactor", completion.detail) : own;
}

/// Word and words about it, in two columns.
class RowPainter final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isCurrent = (option.state & QStyle::State_Selected) != 0;
        const QPalette &palette = option.palette;
        painter->fillRect(option.rect, palette.color(isCurrent ? QPalette::Highlight : QPalette::Base));
        const QRect row = option.rect.adjusted(pad, 0, -pad, 0);
        painter->setFont(option.font);
        painter->setPen(palette.color(isCurrent ? QPalette::HighlightedText : QPalette::Text));
        const QString label = index.data(Qt::DisplayRole).toString();
        painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter, label);
        const int taken = QFontMetrics(option.font).horizontalAdvance(label) + gap;
        QFont small = option.font;
        small.setFamily(option.widget->window()->font().family());
        small.setPointSizeF(std::max(7.0, option.font.pointSizeF() - 1));
        painter->setFont(small);
        painter->setPen(palette.color(isCurrent ? QPalette::HighlightedText : QPalette::PlaceholderText));
        const QString detail = QFontMetrics(small).elidedText(index.data(detailRole).toString(),
                                                              Qt::ElideRight, row.width() - taken);
        painter->drawText(row.adjusted(taken, 0, 0, 0), Qt::AlignRight | Qt::AlignVCenter, detail);
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QFontMetrics metrics(option.font);
        const QString detail = index.data(detailRole).toString().left(mostDetail);
        return {metrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + 2 * pad
                    + (detail.isEmpty() ? 0 : gap + metrics.horizontalAdvance(detail)),
                metrics.height() + 6};
    }
};

} // namespace

CompletionPopup::CompletionPopup(QWidget *parent)
    : QFrame(parent)
    , m_list(new QListWidget(this))
{
    hide();
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(m_list);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    setFocusPolicy(Qt::NoFocus);
    m_list->setItemDelegate(new RowPainter(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Completions"));
    connect(m_list, &QListWidget::itemClicked, this, &CompletionPopup::choose);
}

void CompletionPopup::setTheme(const Theme &theme)
{
    QPalette colours = palette();
    colours.setColor(QPalette::Window, theme.color(Role::Border));
    colours.setColor(QPalette::Base, theme.color(Role::Node));
    colours.setColor(QPalette::Text, theme.color(Role::Text));
    colours.setColor(QPalette::PlaceholderText, theme.color(Role::SecondaryText));
    colours.setColor(QPalette::Highlight, theme.color(Role::SelectedLine));
    colours.setColor(QPalette::HighlightedText, theme.color(Role::Text));
    setPalette(colours);
    // The list's scroll bar is painted with these.
    colours.setColor(QPalette::Window, theme.color(Role::Node));
    colours.setColor(QPalette::Button, theme.color(Role::Header));
    m_list->setPalette(colours);
}

void CompletionPopup::open(std::vector<Completion> completions, const QRect &line, const QFont &font)
{
    m_completions = std::move(completions);
    m_list->clear();
    m_list->setFont(font);
    for (const Completion &completion : m_completions) {
        auto *row = new QListWidgetItem(QString::fromStdString(completion.label), m_list);
        const QString detail = detailOf(completion);
        row->setData(detailRole, detail);
        row->setData(Qt::AccessibleDescriptionRole, detail);
    }
    m_list->setCurrentRow(0);
    const int rows = std::min(mostRows, m_list->count());
    const int bar = m_list->count() > mostRows ? m_list->style()->pixelMetric(QStyle::PM_ScrollBarExtent) : 0;
    const QRect room = parentWidget()->rect();
    int width = 0;
    for (int i = 0; i < m_list->count(); ++i)
        width = std::max(width, m_list->sizeHintForIndex(m_list->model()->index(i, 0)).width());
    resize(std::min(width + bar + 4, room.width() - 4), rows * m_list->sizeHintForRow(0) + 4);
    QPoint place = line.bottomLeft() + QPoint(0, 1);
    if (place.y() + height() > room.bottom() && line.top() - height() >= 0)
        place.setY(line.top() - height());
    place.setX(std::clamp(place.x(), 0, std::max(0, room.right() - width + 1 - bar)));
    place.setX(std::min(place.x(), std::max(0, room.right() - this->width())));
    move(place);
    show();
    raise();
}

bool CompletionPopup::takesKey(const QKeyEvent &event)
{
    if (isHidden() || (event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    const int row = m_list->currentRow();
    const int last = m_list->count() - 1;
    switch (event.key()) {
    case Qt::Key_Down:
        m_list->setCurrentRow(row == last ? 0 : row + 1);
        return true;
    case Qt::Key_Up:
        m_list->setCurrentRow(row == 0 ? last : row - 1);
        return true;
    case Qt::Key_PageDown:
        m_list->setCurrentRow(std::min(last, row + mostRows));
        return true;
    case Qt::Key_PageUp:
        m_list->setCurrentRow(std::max(0, row - mostRows));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        choose();
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        return false;
    }
}

int CompletionPopup::current() const
{
    return m_list->currentRow();
}

void CompletionPopup::choose()
{
    const int row = m_list->currentRow();
    hide();
    if (row >= 0 && std::size_t(row) < m_completions.size())
        emit chosen(Completion(m_completions[std::size_t(row)]));
}

} // namespace drydock::ui
