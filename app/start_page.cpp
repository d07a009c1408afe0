// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start_page.h"

#include "app/appearance.h"
#include "app/icons.h"
#include "app/link_row.h"
#include "app/words.h"

#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::app {
namespace {

using ui::Role;

constexpr int mostRecent = 5;
constexpr int cardWidth = 720;
constexpr int cardMargin = 28;

/// Two stages and an arrow, in outline: what will be here.
class GhostGraph final : public QWidget {
public:
    explicit GhostGraph(QWidget *parent)
        : QWidget(parent)
    {
        setFixedHeight(92);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const ui::Theme &theme = themeOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal middle = width() / 2.0;
        const QRectF build(middle - 190, 8, 150, 76);
        const QRectF final(middle + 40, 8, 150, 76);
        const QColor line = theme.color(Role::Dimmed);
        for (const QRectF &box : {build, final}) {
            painter.setPen(QPen(line, 1.2));
            painter.setBrush(theme.color(Role::Canvas));
            painter.drawRoundedRect(box, 6, 6);
            painter.setPen(Qt::NoPen);
            QColor bar = line;
            bar.setAlpha(110);
            painter.setBrush(bar);
            painter.drawRoundedRect(QRectF(box.left() + 12, box.top() + 12, 52, 7), 3, 3);
            bar.setAlpha(56);
            painter.setBrush(bar);
            const qreal share = box.left() < middle ? 1.0 : 0.28;
            painter.drawRoundedRect(QRectF(box.left() + 12, box.top() + 32, 96, 5), 2.5, 2.5);
            painter.drawRoundedRect(QRectF(box.left() + 12, box.top() + 44, 74, 5), 2.5, 2.5);
            painter.drawRoundedRect(QRectF(box.left() + 12, box.bottom() - 16, 126 * share, 6), 3, 3);
        }
        const QColor copy = theme.color(Role::EdgeCopy);
        painter.setPen(QPen(copy, 1.75, Qt::DashLine, Qt::RoundCap));
        painter.setBrush(Qt::NoBrush);
        QPainterPath path({build.right(), build.center().y()});
        path.cubicTo({build.right() + 30, build.center().y()}, {final.left() - 36, final.center().y()},
                     {final.left() - 9, final.center().y()});
        painter.drawPath(path);
        painter.setPen(QPen(copy, 1.75));
        const QPointF tip(final.left() - 1, final.center().y());
        painter.drawPolyline(QPolygonF {tip + QPointF(-8, -4.5), tip, tip + QPointF(-8, 4.5)});
    }
};

/// A raised sheet.
class Card final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const ui::Theme &theme = themeOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.color(Role::Separator), 1));
        painter.setBrush(theme.color(Role::Node));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
    }
};

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    label->setContentsMargins(8, 0, 0, 2);
    return label;
}

QString tildePath(const QString &folder)
{
    const QString home = QDir::homePath();
    return folder == home || folder.startsWith(home + u'/') ? u'~' + folder.mid(home.size()) : folder;
}

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(this))
    , m_recentColumn(new QWidget(m_card))
    , m_recent(new QVBoxLayout(m_recentColumn))
{
    auto *title = new QLabel(tr("Open a Dockerfile"), m_card);
    title->setTextFormat(Qt::PlainText);
    title->setAlignment(Qt::AlignCenter);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    auto *hint
        = new QLabel(tr("Drop a file or a folder here. Nothing is run when a file is opened."), m_card);
    hint->setTextFormat(Qt::PlainText);
    hint->setAlignment(Qt::AlignCenter);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);

    auto *open = new QPushButton(symbolicIcon(QStringLiteral("open")), tr("Open…"), m_card);
    open->setDefault(true);
    connect(open, &QPushButton::clicked, this, &StartPage::openRequested);
    auto *fresh = new QPushButton(symbolicIcon(QStringLiteral("new")), tr("New"), m_card);
    connect(fresh, &QPushButton::clicked, this, &StartPage::newRequested);
    for (QPushButton *button : {open, fresh})
        button->setMinimumSize(120, 32);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(open);
    buttons->addSpacing(8);
    buttons->addWidget(fresh);
    buttons->addStretch();

    m_recent->setContentsMargins(0, 0, 0, 0);
    m_recent->setSpacing(0);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addWidget(m_recentColumn, 1);
    const QList<Sample> all = samples();
    if (!all.isEmpty()) {
        auto *column = new QVBoxLayout;
        column->setSpacing(0);
        column->addWidget(heading(tr("Start from a sample"), m_card));
        for (const Sample &sample : all.mid(0, mostRecent)) {
            auto *row
                = new LinkRow(sample.title, sample.sentence, symbolicIcon(QStringLiteral("new")), m_card);
            row->setToolTip(plainToolTip(sample.sentence));
            connect(row, &LinkRow::clicked, this, [this, sample] { emit sampleRequested(sample); });
            column->addWidget(row);
        }
        column->addStretch();
        columns->addLayout(column, 1);
    }

    auto *layout = new QVBoxLayout(m_card);
    layout->setContentsMargins(cardMargin, cardMargin, cardMargin, cardMargin - 4);
    layout->addWidget(new GhostGraph(m_card));
    layout->addSpacing(10);
    layout->addWidget(title);
    layout->addWidget(hint);
    layout->addSpacing(12);
    layout->addLayout(buttons);
    layout->addSpacing(20);
    layout->addLayout(columns);
    m_card->setMaximumWidth(cardWidth);

    // In a window too small for the card the page scrolls rather than squeezing it.
    auto *sheet = new QWidget(this);
    auto *centre = new QGridLayout(sheet);
    centre->setContentsMargins(16, 16, 16, 16);
    centre->setColumnStretch(0, 1);
    centre->setColumnStretch(1, 1000);
    centre->setColumnStretch(2, 1);
    centre->addWidget(m_card, 0, 1, Qt::AlignVCenter);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(sheet);
    scroll->viewport()->setAutoFillBackground(false);
    sheet->setAutoFillBackground(false);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(scroll);
    setRecent({});
}

void StartPage::setRecent(const QStringList &paths)
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_recent->addWidget(heading(tr("Recent"), m_recentColumn));
    int shown = 0;
    for (const QString &path : paths) {
        if (shown == mostRecent)
            break;
        const QFileInfo info(path);
        auto *row = new LinkRow(info.fileName(), tildePath(info.absolutePath()),
                                symbolicIcon(QStringLiteral("recent")), m_recentColumn);
        row->setToolTip(plainToolTip(path));
        connect(row, &LinkRow::clicked, this, [this, path] { emit recentRequested(path); });
        m_recent->addWidget(row);
        ++shown;
    }
    m_recent->addStretch();
    m_recentColumn->setVisible(shown > 0);
}

void StartPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), themeOf(palette()).color(Role::Canvas));
}

} // namespace drydock::app
