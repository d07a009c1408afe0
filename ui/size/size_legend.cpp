// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/size_legend.h"

#include "ui/size/segments.h"
#include "ui/size/size_words.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int swatchSide = 10; ///< Pixels, as all lengths here.
constexpr int wordGap = 6;
constexpr int entryGap = 16;

} // namespace

SizeLegend::SizeLegend(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SizeLegend::setShown(const std::vector<LayerCategory> &categories, bool hasWaste)
{
    m_categories.clear();
    m_categories.reserve(categories.size());
    for (const LayerCategory category : layerCategories)
        if (std::find(categories.begin(), categories.end(), category) != categories.end())
            m_categories.push_back(category);
    m_hasWaste = hasWaste;
    setAccessibleName(tr("Colours: %1").arg(words().join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

void SizeLegend::setTheme(ThemeKind kind)
{
    m_theme = kind;
    update();
}

QStringList SizeLegend::words() const
{
    QStringList words;
    for (const LayerCategory category : m_categories)
        words.append(categoryWord(category));
    if (m_hasWaste)
        words.append(tr("hatched: wasted"));
    return words;
}

int SizeLegend::widthOf(const QString &word) const
{
    return swatchSide + wordGap + fontMetrics().horizontalAdvance(word) + entryGap;
}

QSize SizeLegend::sizeHint() const
{
    int width = 0;
    for (const QString &word : words())
        width += widthOf(word);
    return {width, fontMetrics().height() + 4};
}

QSize SizeLegend::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

void SizeLegend::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(m_theme);
    QPainter painter(this);
    const QStringList all = words();
    int left = 0;
    for (int i = 0; i < int(all.size()); ++i) {
        const int width = widthOf(all[i]);
        if (left + width - entryGap > this->width())
            break;
        const QRect square = QStyle::visualRect(
            layoutDirection(), rect(), QRect(left, (height() - swatchSide) / 2, swatchSide, swatchSide));
        const bool isCategory = std::size_t(i) < m_categories.size();
        const Segment segment {isCategory ? m_categories[std::size_t(i)] : LayerCategory::Base, 1,
                               isCategory ? 0U : 1U};
        paintSegment(painter, square, segment, theme);
        painter.setPen(theme.color(Role::SecondaryText));
        const QRect word(left + swatchSide + wordGap, 0, width, height());
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), word),
                         int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
                         all[i]);
        left += width;
    }
}

} // namespace drydock::ui
