// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/compare_bars.h"

#include "ui/common/tool_tip.h"
#include "ui/size/size_words.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int sideMargin = 12; ///< Pixels, as all lengths here.
constexpr int topMargin = 4;
constexpr int columnGap = 12;
constexpr int rowPadding = 8;
constexpr int widestName = 150;

QFont boldOf(QFont font, bool isEstimate)
{
    font.setBold(true);
    font.setItalic(isEstimate);
    return font;
}

std::uint64_t bytesOf(const StageSize &size, LayerCategory category)
{
    std::uint64_t bytes = 0;
    for (const LayerSize &layer : size.layers)
        if (layer.category == category)
            bytes += layer.bytes;
    return bytes;
}

/// "base image 690 MB, dependencies 35 MB" of the categories that went down, or up.
QString categoryChanges(const StageSize &from, const StageSize &to)
{
    std::vector<std::pair<std::uint64_t, LayerCategory>> changes;
    changes.reserve(layerCategories.size());
    for (const LayerCategory category : layerCategories) {
        const std::uint64_t before = bytesOf(from, category);
        const std::uint64_t after = bytesOf(to, category);
        if (before > after)
            changes.emplace_back(before - after, category);
    }
    std::sort(changes.begin(), changes.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QStringList words;
    for (const auto &[bytes, category] : changes)
        words.append(CompareBars::tr("%1 %2").arg(categoryWord(category), sizeText(bytes)));
    return words.join(QStringLiteral(", "));
}

} // namespace

QString changeSentence(const ComparedSize &before, const ComparedSize &after)
{
    if (!areComparable(before, after))
        return CompareBars::tr("Measured in another kind of image store: the numbers cannot be compared.");
    const std::uint64_t old = before.size.bytes;
    const std::uint64_t now = after.size.bytes;
    if (old == now)
        return CompareBars::tr("Nothing changed: both weigh the same.");
    const QString about = before.isEstimate() || after.isEstimate() ? QStringLiteral("≈ ") : QString();
    const bool isLess = now < old;
    const QString bytes = about + sizeText(isLess ? old - now : now - old);
    const QString parts
        = isLess ? categoryChanges(before.size, after.size) : categoryChanges(after.size, before.size);
    if (old == 0)
        return CompareBars::tr("%1 more: %2").arg(bytes, parts);
    const double share = double(isLess ? old - now : now - old) / double(old);
    // More than twice as much reads better as a multiple.
    if (!isLess && share >= 1)
        return CompareBars::tr("%1 times as much · %2 more: %3")
            .arg(QLocale().toString(double(now) / double(old), 'f', 1), bytes, parts);
    return (isLess ? CompareBars::tr("−%1 · %2 less: %3") : CompareBars::tr("+%1 · %2 more: %3"))
        .arg(percentText(share), bytes, parts);
}

CompareBars::CompareBars(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

CompareBars::Bar CompareBars::barOf(const ComparedSize &size, const QString &name, const WasteByLayer &waste)
{
    Bar bar;
    bar.name = name;
    bar.bytes = size.size.bytes;
    bar.size = size.isEstimate() ? estimateText(bar.bytes) : sizeText(bar.bytes);
    bar.isEstimate = size.isEstimate();
    bar.segments = segmentsOf(size.size, waste);
    bar.toolTip = size.isEstimate() ? tr("Estimated. %1").arg(size.basis) : size.name;
    return bar;
}

void CompareBars::setSizes(std::optional<ComparedSize> before, ComparedSize after, const WasteByLayer &waste)
{
    m_bars.clear();
    m_isComparable = !before || areComparable(*before, after);
    if (before)
        m_bars.push_back(barOf(*before, tr("before"), {}));
    m_bars.push_back(barOf(after, before ? tr("after") : tr("now"), waste));
    m_sentence = before ? changeSentence(*before, after) : QString();
    for (const std::optional<ComparedSize> &side : {before, std::optional(after)})
        if (side && side->isEstimate())
            m_sentence += tr(" · estimated: %1").arg(side->basis);
    say();
    updateGeometry();
    update();
}

void CompareBars::say()
{
    QStringList words;
    for (const Bar &bar : m_bars) {
        QStringList parts;
        for (const Segment &segment : bar.segments)
            parts.append(tr("%1 %2").arg(categoryWord(segment.category), sizeText(segment.bytes)));
        words.append(tr("%1 %2: %3.").arg(bar.name, bar.size, parts.join(QStringLiteral(", "))));
    }
    if (!m_sentence.isEmpty())
        words.append(m_sentence);
    setAccessibleName(words.join(u' '));
}

void CompareBars::setTheme(ThemeKind kind)
{
    m_theme = kind;
    update();
}

void CompareBars::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

int CompareBars::rowHeight() const
{
    return fontMetrics().height() + rowPadding;
}

int CompareBars::namesWidth() const
{
    int width = 0;
    for (const Bar &bar : m_bars)
        width = std::max(width, fontMetrics().horizontalAdvance(bar.name));
    return std::min(width, widestName);
}

int CompareBars::sizesWidth() const
{
    int width = 0;
    for (const Bar &bar : m_bars)
        width = std::max(width, QFontMetrics(boldOf(font(), bar.isEstimate)).horizontalAdvance(bar.size));
    return width + 2;
}

double CompareBars::scale() const
{
    std::uint64_t most = 1;
    for (const Bar &bar : m_bars)
        most = std::max(most, bar.bytes);
    return double(most);
}

QSize CompareBars::sizeHint() const
{
    return {600, minimumSizeHint().height()};
}

QSize CompareBars::minimumSizeHint() const
{
    const int lines = int(m_bars.size()) + (m_sentence.isEmpty() ? 0 : 1);
    return {240, 2 * topMargin + lines * rowHeight()};
}

QRectF CompareBars::lineOf(std::size_t bar) const
{
    const qreal start = sideMargin + namesWidth() + columnGap + sizesWidth() + columnGap;
    const qreal top = topMargin + qreal(bar) * rowHeight() + 2;
    const qreal room = std::max<qreal>(10, width() - start - sideMargin);
    const qreal left = isRightToLeft() ? sideMargin : start;
    return {left, top, room, qreal(rowHeight() - 5)};
}

std::vector<QRectF> CompareBars::rectsOf(std::size_t bar) const
{
    // What cannot be compared gets a line of its own scale.
    const double total = m_isComparable ? scale() : double(std::max<std::uint64_t>(1, m_bars[bar].bytes));
    return segmentRects(m_bars[bar].segments, lineOf(bar), total, isRightToLeft());
}

QString CompareBars::toolTipAt(QPoint place) const
{
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const std::vector<QRectF> rects = rectsOf(i);
        for (std::size_t k = 0; k < rects.size(); ++k) {
            if (!rects[k].adjusted(-1, 0, 1, 0).contains(place))
                continue;
            const Segment &segment = m_bars[i].segments[k];
            const QString text
                = tr("%1: %2, %3 of %4")
                      .arg(categoryWord(segment.category), sizeText(segment.bytes),
                           percentText(double(segment.bytes) / double(m_bars[i].bytes)), m_bars[i].size);
            return segment.wasted == 0 ? text : tr("%1; wasted: %2").arg(text, sizeText(segment.wasted));
        }
        if (QRect(0, topMargin + int(i) * rowHeight(), width(), rowHeight()).contains(place))
            return m_bars[i].toolTip;
    }
    return m_sentence;
}

bool CompareBars::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), asToolTip(toolTipAt(help->pos())), this);
    return true;
}

void CompareBars::paintBar(QPainter &painter, std::size_t index, const Theme &theme) const
{
    const Bar &bar = m_bars[index];
    const QRect row(0, topMargin + int(index) * rowHeight(), width(), rowHeight());
    const auto mirrored
        = [&](const QRect &rect) { return QStyle::visualRect(layoutDirection(), this->rect(), rect); };
    painter.setFont(font());
    painter.setPen(theme.color(Role::SecondaryText));
    const QRect name(sideMargin, row.top(), namesWidth(), row.height());
    painter.drawText(mirrored(name), Qt::AlignVCenter | Qt::AlignLeading,
                     fontMetrics().elidedText(bar.name, Qt::ElideRight, name.width()));
    painter.setFont(boldOf(font(), bar.isEstimate));
    painter.setPen(theme.color(Role::Text));
    const QRect size(name.right() + columnGap, row.top(), sizesWidth(), row.height());
    painter.drawText(mirrored(size),
                     Qt::AlignVCenter
                         | QStyle::visualAlignment(layoutDirection(), Qt::AlignRight | Qt::AlignVCenter),
                     bar.size);
    const std::vector<QRectF> rects = rectsOf(index);
    for (std::size_t i = 0; i < rects.size(); ++i)
        paintSegment(painter, rects[i], bar.segments[i], theme, !bar.isEstimate);
}

void CompareBars::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(m_theme);
    QPainter painter(this);
    for (std::size_t i = 0; i < m_bars.size(); ++i)
        paintBar(painter, i, theme);
    if (m_sentence.isEmpty())
        return;
    const QRectF line = lineOf(m_bars.size());
    QFont italic = font();
    italic.setItalic(
        std::any_of(m_bars.begin(), m_bars.end(), [](const Bar &bar) { return bar.isEstimate; }));
    painter.setFont(italic);
    painter.setPen(theme.color(m_isComparable ? Role::Text : Role::Warning));
    painter.drawText(
        line,
        int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
        QFontMetrics(italic).elidedText(m_sentence, Qt::ElideRight, int(line.width())));
}

} // namespace drydock::ui
