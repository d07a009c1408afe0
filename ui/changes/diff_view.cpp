// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/diff_view.h"

#include "ui/changes/diff_side.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QShortcut>

#include <algorithm>
#include <utility>

namespace drydock::ui {
namespace {

constexpr int bandWidth = 22;
constexpr int contextRows = 2; ///< Above a difference that is scrolled to.

} // namespace

class DiffView::Bands final : public QWidget {
public:
    explicit Bands(DiffView &view)
        : QWidget(&view)
        , m_view(view)
    {
        setFixedWidth(bandWidth);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        m_view.paintBands(painter, width());
    }

private:
    DiffView &m_view;
};

DiffView::DiffView(QWidget *parent)
    : QWidget(parent)
    , m_before(new DiffSide(DiffSide::Which::Before, this))
    , m_after(new DiffSide(DiffSide::Which::After, this))
    , m_bands(new Bands(*this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_before, 1);
    row->addWidget(m_bands);
    row->addWidget(m_after, 1);
    // Both have as many rows, so one bar is enough for up and down; a long line on one side must not hide a row of it.
    m_before->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto link = [this](QScrollBar *one, QScrollBar *other) {
        // The one whose lines are shorter stops earlier and must not hold the other back.
        const auto follow = [this](QScrollBar *follower, int value) {
            if (std::exchange(m_isFollowing, true))
                return;
            follower->setValue(value);
            m_isFollowing = false;
        };
        connect(one, &QScrollBar::valueChanged, this, [follow, other](int value) { follow(other, value); });
        connect(other, &QScrollBar::valueChanged, this, [follow, one](int value) { follow(one, value); });
    };
    link(m_before->verticalScrollBar(), m_after->verticalScrollBar());
    link(m_before->horizontalScrollBar(), m_after->horizontalScrollBar());
    connect(m_after->verticalScrollBar(), &QScrollBar::valueChanged, m_bands, qOverload<>(&QWidget::update));
    // Both or none have a bar below, so that as many rows are in view on either side.
    for (const DiffSide *side : {m_before, m_after}) {
        connect(side->horizontalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
            const bool isWide = m_before->horizontalScrollBar()->maximum() > 0
                || m_after->horizontalScrollBar()->maximum() > 0;
            for (DiffSide *each : {m_before, m_after})
                each->setHorizontalScrollBarPolicy(isWide ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
        });
    }
    const auto bind = [this](Qt::Key key, int direction) {
        new QShortcut( // Owned by the view.
            QKeySequence(Qt::ALT | key), this, this, [this, direction] { goToChange(direction); },
            Qt::WidgetWithChildrenShortcut);
    };
    bind(Qt::Key_Down, 1);
    bind(Qt::Key_Up, -1);
    setFocusProxy(m_after);
    setWhatsThis(tr("On the left the text as it is, on the right as it will be. − goes, + comes, ~ becomes "
                    "something else. "
                    "Alt+Down and Alt+Up go from place to place."));
}

void DiffView::setTheme(ThemeKind kind)
{
    m_theme = kind;
    m_before->setTheme(kind);
    m_after->setTheme(kind);
    m_bands->update();
}

void DiffView::setTexts(std::string_view before, std::string_view after, bool isOther)
{
    m_rows = sideBySide(before, after);
    m_changes.clear();
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (m_rows[std::size_t(row)].isSame())
            continue;
        if (!m_changes.empty() && m_changes.back().past == row)
            ++m_changes.back().past;
        else
            m_changes.push_back({row, row + 1});
    }
    m_before->setRows(m_rows);
    m_after->setRows(m_rows);
    m_bands->update();
    m_isFresh = m_isFresh || isOther;
    if (isVisible() && std::exchange(m_isFresh, false) && !m_changes.empty())
        scrollTo(m_changes.front());
}

void DiffView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_isFresh, false) && !m_changes.empty())
        scrollTo(m_changes.front());
}

void DiffView::scrollTo(const RowRun &change)
{
    m_after->verticalScrollBar()->setValue(std::max(0, change.first - contextRows));
    m_after->horizontalScrollBar()->setValue(0);
}

void DiffView::goToChange(int direction)
{
    if (m_changes.empty())
        return;
    const int top = m_after->verticalScrollBar()->value() + contextRows;
    if (direction > 0) {
        const auto at = std::find_if(m_changes.begin(), m_changes.end(),
                                     [top](const RowRun &change) { return change.first > top; });
        return scrollTo(at == m_changes.end() ? m_changes.front() : *at);
    }
    const auto at = std::find_if(m_changes.rbegin(), m_changes.rend(),
                                 [top](const RowRun &change) { return change.first < top; });
    scrollTo(at == m_changes.rend() ? m_changes.back() : *at);
}

void DiffView::paintBands(QPainter &painter, int width) const
{
    const Theme &theme = Theme::of(m_theme);
    painter.fillRect(m_bands->rect(), theme.color(Role::Canvas));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const RowRun &change : m_changes) {
        // Each side's own lines: a gap on one side is pinched to a point.
        const auto spanOf = [&](SideLine SideRow::*side) {
            QRectF span;
            for (int row = change.first; row < change.past; ++row) {
                const QRectF place = m_after->rowRect(row);
                if ((m_rows[std::size_t(row)].*side).number > 0)
                    span = span.isNull() ? place : span.united(place);
            }
            const QRectF first = m_after->rowRect(change.first);
            return span.isNull() ? QRectF(0, first.top(), 1, 0) : span;
        };
        const QRectF left = spanOf(&SideRow::before);
        const QRectF right = spanOf(&SideRow::after);
        if (std::max(left.bottom(), right.bottom()) < 0
            || std::min(left.top(), right.top()) > m_bands->height())
            continue;
        QColor color = theme.color(Role::EdgeCopy);
        QPainterPath band(QPointF(0, left.top()));
        const qreal middle = width / 2.0;
        band.cubicTo(middle, left.top(), middle, right.top(), width, right.top());
        band.lineTo(width, right.bottom());
        band.cubicTo(middle, right.bottom(), middle, left.bottom(), 0, left.bottom());
        band.closeSubpath();
        painter.setPen(QPen(color, 1));
        color.setAlpha(theme.isDark() ? 60 : 36);
        painter.setBrush(color);
        painter.drawPath(band);
    }
}

} // namespace drydock::ui
