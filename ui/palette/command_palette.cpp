// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/command_palette.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace drydock::ui {
namespace {

constexpr int rowPadding = 6;
constexpr int sidePadding = 12;
constexpr int gap = 14;
constexpr int mostShownRows = 12;
constexpr int widest = 680;

/// Title with the letters that answered in bold, the place behind it, keys or the reason at the right.
class EntryDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, option.fontMetrics.height() + 2 * rowPadding};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QPalette &palette = option.palette;
        const bool isSelected = option.state & QStyle::State_Selected;
        const QString reason = index.data(PaletteModel::ReasonRole).toString();
        const QColor strong = isSelected
            ? palette.color(QPalette::HighlightedText)
            : palette.color(reason.isEmpty() ? QPalette::Normal : QPalette::Disabled, QPalette::Text);
        const QColor soft = isSelected ? strong : palette.color(QPalette::PlaceholderText);
        painter->save();
        if (isSelected) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(palette.color(QPalette::Highlight));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(4, 1, -4, -1), 4, 4);
        }
        const QRect row = option.rect.adjusted(sidePadding, 0, -sidePadding, 0);
        const QString right = reason.isEmpty() ? index.data(PaletteModel::KeysRole).toString() : reason;
        int rightWidth = 0;
        if (!right.isEmpty()) {
            QFont font = option.font;
            font.setItalic(!reason.isEmpty());
            const QFontMetrics metrics(font);
            rightWidth = std::min(metrics.horizontalAdvance(right) + 2, row.width() / 2);
            painter->setFont(font);
            painter->setPen(soft);
            painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter,
                              metrics.elidedText(right, Qt::ElideRight, rightWidth));
        }
        const int room = row.width() - rightWidth - (rightWidth > 0 ? gap : 0);
        const int used
            = paintTitle(*painter, option, index, QRect(row.topLeft(), QSize(room, row.height())), strong);
        const QString place = index.data(PaletteModel::PlaceRole).toString();
        const int left = used + gap;
        if (!place.isEmpty() && room - left > option.fontMetrics.averageCharWidth() * 4) {
            painter->setFont(option.font);
            painter->setPen(soft);
            painter->drawText(row.adjusted(left, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                              option.fontMetrics.elidedText(place, Qt::ElideRight, room - left));
        }
        painter->restore();
    }

private:
    /// \returns the width it took.
    static int paintTitle(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                          const QRect &rect, const QColor &color)
    {
        const QString title
            = option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, rect.width());
        QTextLayout layout(title, option.font);
        QTextCharFormat bold;
        bold.setFontWeight(QFont::Bold);
        QList<QTextLayout::FormatRange> formats;
        for (const qsizetype at : index.data(PaletteModel::MarksRole).value<QList<qsizetype>>())
            if (at < title.size())
                formats.append({int(at), 1, bold});
        layout.setFormats(formats);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        line.setLineWidth(rect.width() + 40);
        layout.endLayout();
        painter.setPen(color);
        layout.draw(&painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
        return int(line.naturalTextWidth());
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window)
    , m_model(new PaletteModel(this))
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_note(new QLabel(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Commands, stages and lines"));
    m_field->setPlaceholderText(tr("Command, stage or line"));
    m_field->setAccessibleName(tr("Command, stage or line"));
    m_field->setFrame(false);
    m_field->setTextMargins(sidePadding - 4, 8, sidePadding - 4, 8);
    m_field->installEventFilter(this);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus); // The field keeps the keyboard.
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("What was found"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setContentsMargins(sidePadding, 6, sidePadding, 8);
    m_note->setText(tr("Nothing is called that."));
    auto *rule = new QFrame(this);
    rule->setFixedHeight(1);
    rule->setAutoFillBackground(true);
    rule->setBackgroundRole(QPalette::Mid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 5);
    column->setSpacing(0);
    column->addWidget(m_field);
    column->addWidget(rule);
    column->addSpacing(4);
    column->addWidget(m_list, 1);
    column->addWidget(m_note);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
    hide();
}

void CommandPalette::open(PaletteContent content)
{
    if (isHidden())
        m_focusBefore = QApplication::focusWidget();
    QPalette colors = parentWidget()->palette();
    colors.setColor(QPalette::Base, colors.color(QPalette::ToolTipBase)); // Above what lies below it.
    setPalette(colors);
    m_model->setContent(std::move(content));
    m_field->clear();
    search({});
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Dark));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void CommandPalette::search(const QString &query)
{
    m_model->setQuery(query);
    const bool isEmpty = m_model->rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_note->setVisible(isEmpty);
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_list->scrollToTop();
    place();
}

void CommandPalette::place()
{
    const QWidget *window = parentWidget();
    const int width = std::min(widest, window->width() - 40);
    const int rows = std::clamp(m_model->rowCount(), 0, mostShownRows);
    const int listHeight = rows * (fontMetrics().height() + 2 * rowPadding);
    m_list->setFixedHeight(std::max(listHeight, 1));
    const int height = std::min(layout()->sizeHint().height(), window->height() - 60);
    setGeometry((window->width() - width) / 2, std::min(56, window->height() / 10), width, height);
}

void CommandPalette::step(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int row = m_list->currentIndex().row();
    const bool isSingle = rows == 1 || rows == -1;
    const int next = isSingle ? (row + rows + count) % count : std::clamp(row + rows, 0, count - 1);
    m_list->setCurrentIndex(m_model->index(next, 0));
}

void CommandPalette::runCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || !m_model->entry(index.row()).reason.isEmpty())
        return;
    const std::function<void()> run = m_model->entry(index.row()).run;
    closePalette();
    if (run)
        run();
}

void CommandPalette::closePalette()
{
    if (isHidden())
        return;
    QWidget *before = std::exchange(m_focusBefore, nullptr);
    const bool hasFocus = m_field->hasFocus();
    hide();
    if (before && hasFocus)
        before->setFocus(Qt::PopupFocusReason);
    m_model->setContent({}); // Lets go of what the entries hold.
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            closePalette();
        return false;
    }
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if (!isOverride && event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Escape:
        break;
    default:
        return false;
    }
    if (isOverride) {
        event->accept(); // No shortcut of the window gets these.
        return true;
    }
    if (key == Qt::Key_Escape)
        closePalette();
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        runCurrent();
    else if (key == Qt::Key_PageUp || key == Qt::Key_PageDown)
        step(key == Qt::Key_PageUp ? -(mostShownRows - 1) : mostShownRows - 1);
    else
        step(key == Qt::Key_Up || key == Qt::Key_Backtab ? -1 : 1);
    return true;
}

} // namespace drydock::ui
