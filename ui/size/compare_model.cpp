// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/compare_model.h"

#include "ui/common/mark_words.h"
#include "ui/common/tool_tip.h"
#include "ui/size/size_delegate.h"
#include "ui/size/size_words.h"

#include <QGuiApplication>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int swatchSide = 12; ///< Pixels.

QStandardItem *makeCell(const QString &text, bool isNumber)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setTextAlignment((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return item;
}

std::uint64_t orZero(const std::optional<std::uint64_t> &bytes)
{
    return bytes.value_or(0);
}

} // namespace

CompareModel::CompareModel(QObject *parent)
    : QStandardItemModel(parent)
{ }

void CompareModel::setSizes(const std::optional<ComparedSize> &before, const ComparedSize &after)
{
    m_before = before && areComparable(*before, after) ? before : std::nullopt;
    m_after = after;
    fill();
}

void CompareModel::setTheme(ThemeKind kind)
{
    m_theme = kind;
    fill();
}

std::vector<CompareModel::Line> CompareModel::layersOf(LayerCategory category,
                                                       const std::optional<ComparedSize> &before,
                                                       const ComparedSize &after)
{
    std::vector<Line> lines;
    const auto lineFor = [&lines](const QString &what, bool isAfter) -> Line & {
        for (Line &line : lines)
            if (line.what == what && !(isAfter ? line.after : line.before))
                return line;
        return lines.emplace_back(Line {what, {}, {}});
    };
    const auto add = [&](const ComparedSize &side, bool isAfter) {
        for (const LayerSize &layer : side.size.layers) {
            if (layer.category != category || layer.bytes == 0)
                continue;
            const QString what = layerText(side.analysis.get(), layer);
            Line &line = lineFor(what.isEmpty() ? tr("(the builder does not say)") : what, isAfter);
            (isAfter ? line.after : line.before) = layer.bytes;
        }
    };
    if (before)
        add(*before, false);
    add(after, true);
    return lines;
}

QList<QStandardItem *> CompareModel::itemsOf(const Line &line, bool isBold) const
{
    const auto number = [](const std::optional<std::uint64_t> &bytes, bool isEstimate) {
        if (!bytes)
            return QStringLiteral("–");
        return isEstimate ? estimateText(*bytes) : sizeText(*bytes);
    };
    const bool isGuessed = m_after.isEstimate() || (m_before && m_before->isEstimate());
    const QString change = (isGuessed ? QStringLiteral("≈ ") : QString())
        + changeText(orZero(line.before), orZero(line.after));
    QList<QStandardItem *> items {
        makeCell(line.what, false),
        makeCell(m_before ? number(line.before, m_before->isEstimate()) : QString(), true),
        makeCell(number(line.after, m_after.isEstimate()), true),
        makeCell(m_before ? change : QString(), true)};
    items[What]->setToolTip(asToolTip(line.what));
    items[Change]->setData(qlonglong(orZero(line.after)) - qlonglong(orZero(line.before)), changeRole);
    for (int column = 0; column < ColumnCount; ++column) {
        QFont font = QGuiApplication::font();
        font.setBold(isBold);
        font.setItalic((column == Before && m_before && m_before->isEstimate())
                       || (column == After && m_after.isEstimate()) || (column == Change && isGuessed));
        items[column]->setFont(font);
        items[column]->setForeground(
            Theme::of(m_theme).color(isBold || column == Change ? Role::Text : Role::SecondaryText));
    }
    if (m_before && m_before->isEstimate())
        items[Before]->setToolTip(asToolTip(tr("Estimated. %1").arg(m_before->basis)));
    if (m_after.isEstimate())
        items[After]->setToolTip(asToolTip(tr("Estimated. %1").arg(m_after.basis)));
    return items;
}

void CompareModel::fill()
{
    clear();
    setHorizontalHeaderLabels({tr("Category"), m_before ? tr("Before") : QString(),
                               m_before ? tr("After") : tr("Size"), m_before ? tr("Change") : QString()});
    for (int column = Before; column < ColumnCount; ++column)
        horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    horizontalHeaderItem(What)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const LayerCategory category : layerCategories) {
        const std::vector<Line> lines = layersOf(category, m_before, m_after);
        if (lines.empty())
            continue;
        Line sum {categoryWord(category), {}, {}};
        for (const Line &line : lines) {
            if (line.before)
                sum.before = orZero(sum.before) + *line.before;
            if (line.after)
                sum.after = orZero(sum.after) + *line.after;
        }
        const QList<QStandardItem *> head = itemsOf(sum, true);
        head.front()->setIcon(QIcon(swatchOf(Theme::of(m_theme).color(categoryRole(category)), swatchSide,
                                             qGuiApp->devicePixelRatio())));
        for (const Line &line : lines)
            head.front()->appendRow(itemsOf(line, false));
        appendRow(head);
    }
    appendRow(itemsOf(
        {tr("together"), m_before ? std::optional(m_before->size.bytes) : std::nullopt, m_after.size.bytes},
        true));
}

QString CompareModel::asText() const
{
    QString text;
    const auto add = [&text](const QStandardItemModel &model, const QModelIndex &parent, int row) {
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column)
            cells.append(model.index(row, column, parent).data().toString());
        text.append(cells.join(u'\t').trimmed());
        text.append(u'\n');
    };
    for (int row = 0; row < rowCount(); ++row) {
        add(*this, {}, row);
        const QModelIndex parent = index(row, 0);
        for (int layer = 0; layer < rowCount(parent); ++layer)
            add(*this, parent, layer);
    }
    return text;
}

} // namespace drydock::ui
