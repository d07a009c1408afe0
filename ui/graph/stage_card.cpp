// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/stage_card.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace drydock::ui {
namespace {

constexpr std::size_t maxRows = 5;
constexpr int longestRow = 160; ///< Characters; a card shows far fewer.

QString fromBytes(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size())).simplified();
}

bool hasBaseStage(const StageGraph &graph, NodeIndex node)
{
    for (const std::size_t edge : graph.edgesInto(node)) {
        if (graph.edges[edge].kind == EdgeKind::From)
            return graph.nodes[graph.edges[edge].source.value].kind == NodeKind::Stage;
    }
    return false;
}

CardRow rowOf(const Syntax &syntax, const Instruction &instruction)
{
    CardRow row;
    row.keyword = fromBytes(syntax.textOf(instruction.keywordRange)).toUpper();
    QString rest;
    if (instruction.keyword == Keyword::Copy) { // Other options are detail; where it comes from is not.
        if (const Flag *from = syntax.flagNamed(instruction, "--from"))
            rest = fromBytes(syntax.textOf(from->range)) + u' ';
    }
    rest += fromBytes(syntax.joined(instruction, instruction.arguments));
    row.rest = rest.left(longestRow);
    return row;
}

/// BuildKit's message without "dockerfile parse error on line 5: ": the card stands for the place.
QString withoutPreamble(const QString &message)
{
    const QString preamble = QStringLiteral("dockerfile parse error on line ");
    const qsizetype colon = message.startsWith(preamble) ? message.indexOf(QStringLiteral(": ")) : -1;
    return colon < 0 ? message : message.mid(colon + 2);
}

QString words(const char *text, int count = -1)
{
    return QCoreApplication::translate("graph", text, nullptr, count);
}

} // namespace

QString finalMark()
{
    return words(QT_TRANSLATE_NOOP("graph", "final ◎"));
}

QString unusedMark()
{
    return words(QT_TRANSLATE_NOOP("graph", "unused"));
}

QString moreRows(int count)
{
    return words(QT_TRANSLATE_N_NOOP("graph", "+ %n more"), count);
}

QString countsText(const StageCard &card)
{
    QStringList parts;
    if (card.problemCount > 0)
        parts << QStringLiteral("✕ %1").arg(card.problemCount);
    if (card.warningCount > 0)
        parts << QStringLiteral("▲ %1").arg(card.warningCount);
    return parts.join(QStringLiteral("  "));
}

QString shortImageName(const std::string &name)
{
    const QString text = fromBytes(name);
    const qsizetype at = text.indexOf(QStringLiteral("@sha256:"));
    return at > 0 ? text.left(at) : text;
}

QString lastPart(const QString &name)
{
    const QString part = name.section(u'/', -1, -1, QString::SectionSkipEmpty);
    return part.isEmpty() ? name : part;
}

QString shortRemoteName(const QString &url)
{
    QString name = url;
    if (const qsizetype scheme = name.indexOf(QStringLiteral("://")); scheme >= 0)
        name = name.mid(scheme + 3);
    name = name.section(u'#', 0, 0).section(u'?', 0, 0);
    if (const qsizetype at = name.indexOf(u'@'); at >= 0) // git@github.com:owner/name
        name = name.mid(at + 1).replace(u':', u'/');
    while (name.endsWith(u'/'))
        name.chop(1);
    if (name.endsWith(QStringLiteral(".git")))
        name.chop(4);
    const QString parts = name.section(u'/', 1);
    // A repository is owner and name; of a file, only its own name matters.
    const bool isFile = parts.count(u'/') > 1;
    return parts.isEmpty() ? name : isFile ? lastPart(parts) : parts;
}

StageCard makeStageCard(const Analysis &analysis, NodeIndex index, CardDensity density)
{
    const GraphNode &node = analysis.graph.nodes[index.value];
    const Syntax &syntax = analysis.syntax;
    const Stage &stage = syntax.stages[node.stage.value];
    StageCard card;
    card.title = fromBytes(node.label());
    card.isTarget = node.isTarget;
    card.isUnused = !node.isReachable;
    card.isUnknowable = node.isUnknowable;

    const bool isOnStage = hasBaseStage(analysis.graph, index);
    card.base = shortImageName(isOnStage || node.reference.empty() ? node.base : node.reference);
    card.pin = isOnStage || node.base.empty() ? ImagePin::Scratch : node.pin;
    card.isBroken = stage.image.isEmpty();
    if (card.isBroken)
        card.base = words(QT_TRANSLATE_NOOP("graph", "FROM not understood"));

    QStringList details;
    if (!node.platform.empty())
        details << fromBytes(node.platform);
    details << (node.instructionCount == 1
                    ? words(QT_TRANSLATE_NOOP("graph", "1 instruction"))
                    : words(QT_TRANSLATE_N_NOOP("graph", "%n instructions"), int(node.instructionCount)));
    card.details = details.join(QStringLiteral(" · "));

    if (density == CardDensity::WithRows) {
        for (std::size_t i = stage.from.value + 1; i <= stage.last.value && i < syntax.instructions.size();
             ++i) {
            if (card.rows.size() < maxRows)
                card.rows.push_back(rowOf(syntax, syntax.instructions[i]));
            else
                ++card.hiddenRows;
        }
    }

    const TextRange lines = syntax.blockOf(node.stage);
    for (const Problem &problem : analysis.problems) {
        if (!lines.contains(problem.range))
            continue;
        if (card.problemCount++ == 0)
            card.problem = withoutPreamble(fromBytes(problem.message));
    }
    for (const Diagnostic &diagnostic : analysis.diagnostics)
        card.warningCount
            += int(diagnostic.severity == Severity::Warning && lines.contains(diagnostic.range));
    return card;
}

ImageCard makeImageCard(const Analysis &analysis, NodeIndex index)
{
    const GraphNode &node = analysis.graph.nodes[index.value];
    ImageCard card;
    card.kind = node.kind;
    card.isUnused = !node.isReachable;
    card.title = shortImageName(node.reference.empty() ? node.name : node.reference);
    switch (node.kind) {
    case NodeKind::Image:
        card.isScratch = node.pin == ImagePin::Scratch;
        card.pin = node.pin;
        if (const auto reference = parseImageReference(node.reference); reference && !card.isScratch) {
            card.toolTip = fromBytes(node.reference);
            card.subtitle = fromBytes(reference->domain);
            const QString inDomain = card.subtitle + u'/';
            if (card.title.startsWith(inDomain))
                card.title.remove(0, inDomain.size());
        } else if (node.pin == ImagePin::Variable)
            card.subtitle = words(QT_TRANSLATE_NOOP("graph", "depends on a variable"));
        break;
    case NodeKind::Context:
        card.subtitle = words(QT_TRANSLATE_NOOP("graph", "build context"));
        break;
    case NodeKind::Remote:
        card.title = shortRemoteName(fromBytes(node.name));
        card.subtitle = words(QT_TRANSLATE_NOOP("graph", "fetched by ADD"));
        card.toolTip = fromBytes(node.name);
        break;
    case NodeKind::Missing:
    case NodeKind::Stage:
        card.title = QStringLiteral("✕ ") + fromBytes(node.name);
        card.subtitle = node.suggestion.empty()
            ? words(QT_TRANSLATE_NOOP("graph", "no such stage"))
            : words(QT_TRANSLATE_NOOP("graph", "did you mean %1?")).arg(fromBytes(node.suggestion));
        break;
    }
    return card;
}

QStringList StageCard::lines() const
{
    QStringList lines;
    QString first = title;
    if (isTarget)
        first += QStringLiteral(" | ") + finalMark();
    else if (isUnused)
        first += QStringLiteral(" | ") + unusedMark();
    lines << first;
    const QString badge = badgeWord(pin);
    lines << (badge.isEmpty() ? base : base + QStringLiteral(" [%1]").arg(badge));
    const QString counts = countsText(*this);
    lines << (counts.isEmpty() ? details : details + QStringLiteral(" | ") + counts);
    for (const CardRow &row : rows)
        lines << (row.keyword + u' ' + row.rest).trimmed();
    if (hiddenRows > 0)
        lines << moreRows(hiddenRows);
    if (!problem.isEmpty())
        lines << QStringLiteral("✕ ") + problem;
    return lines;
}

QStringList ImageCard::lines() const
{
    const QString badge = badgeWord(pin);
    QStringList lines {badge.isEmpty() ? title : title + QStringLiteral(" [%1]").arg(badge)};
    if (!subtitle.isEmpty())
        lines << subtitle;
    return lines;
}

namespace {

qreal widthOf(const QFont &font, const QString &text)
{
    return std::ceil(QFontMetricsF(font).horizontalAdvance(text));
}

QSizeF badgeSize(const GraphFonts &fonts, ImagePin pin)
{
    const QString word = badgeWord(pin);
    if (word.isEmpty())
        return {};
    return {widthOf(fonts.small, word) + 16, std::ceil(QFontMetricsF(fonts.small).height()) + 2};
}

constexpr qreal padding = 12;
constexpr qreal growthRoom = 1.25; ///< Short texts have room for the larger font of small zooms.

} // namespace

CardGeometry CardGeometry::of(const StageCard &card, const GraphFonts &fonts)
{
    constexpr qreal narrowest = 220;
    constexpr qreal widest = 300;
    constexpr qreal bodyGap = 6;
    constexpr qreal rowGap = 6;
    const qreal monoLine = GraphFonts::lineHeight(fonts.mono);
    const qreal smallLine = GraphFonts::lineHeight(fonts.small);
    const QString mark = card.isTarget ? finalMark() : card.isUnused ? unusedMark() : QString();
    const qreal markWidth
        = mark.isEmpty() ? 0 : widthOf(fonts.small, mark) * growthRoom + (card.isTarget ? 6 : 0);
    const QSizeF badge = badgeSize(fonts, card.pin);
    const QString counts = countsText(card);
    const qreal countsWidth = counts.isEmpty() ? 0 : widthOf(fonts.small, counts) * growthRoom;

    qreal content = std::max({widthOf(fonts.title, card.title) + markWidth + 12,
                              widthOf(fonts.mono, card.base) + badge.width() + 10,
                              widthOf(fonts.small, card.details) * growthRoom + countsWidth + 14});
    for (const CardRow &row : card.rows)
        content = std::max(content, widthOf(fonts.mono, row.keyword + u' ' + row.rest));
    // Even, so that the frame's borders fall on whole pixels around the middle.
    const qreal width = 2 * std::ceil(std::clamp(content + 2 * padding, narrowest, widest) / 2);

    CardGeometry geometry;
    const qreal left = padding;
    const qreal right = width - padding;
    const qreal headerHeight = GraphFonts::lineHeight(fonts.title) + 10;
    geometry.header = {0, 0, width, headerHeight};
    geometry.title = {left, 0, right - left - markWidth - (markWidth > 0 ? 8 : 0), headerHeight};
    geometry.mark = {right - markWidth, 0, markWidth, headerHeight};
    qreal y = headerHeight + bodyGap;
    const qreal baseHeight = std::max(monoLine, badge.height() + 2);
    if (!badge.isEmpty())
        geometry.badge
            = {right - badge.width(), y + (baseHeight - badge.height()) / 2, badge.width(), badge.height()};
    geometry.base = {left, y, right - left - (badge.isEmpty() ? 0 : badge.width() + 8), baseHeight};
    y += baseHeight;
    geometry.details = {left, y, right - left - (countsWidth > 0 ? countsWidth + 8 : 0), smallLine};
    geometry.counts = {right - countsWidth, y, countsWidth, smallLine};
    y += smallLine;
    if (!card.rows.empty())
        y += rowGap;
    for (std::size_t i = 0; i < card.rows.size(); ++i, y += monoLine)
        geometry.rows.emplace_back(left, y, right - left, monoLine);
    if (card.hiddenRows > 0) {
        geometry.more = {left, y, right - left, smallLine};
        y += smallLine;
    }
    if (!card.problem.isEmpty()) {
        geometry.problem = {left, y, right - left, smallLine};
        y += smallLine;
    }
    const qreal height = 2 * std::ceil((y + 8) / 2);
    geometry.frame = {0, 0, width, height};

    const QPointF middle(width / 2, height / 2);
    for (QRectF *rect :
         {&geometry.frame, &geometry.header, &geometry.title, &geometry.mark, &geometry.base, &geometry.badge,
          &geometry.details, &geometry.counts, &geometry.more, &geometry.problem})
        rect->translate(-middle);
    for (QRectF &row : geometry.rows)
        row.translate(-middle);
    return geometry;
}

CardGeometry CardGeometry::of(const ImageCard &card, const GraphFonts &fonts)
{
    constexpr qreal narrowest = 150;
    constexpr qreal widest = 250;
    constexpr qreal side = 10;
    const qreal titleLine = GraphFonts::lineHeight(fonts.body);
    const qreal smallLine = GraphFonts::lineHeight(fonts.small) - 2;
    const QSizeF badge = badgeSize(fonts, card.pin);
    const qreal badgeRoom = badge.isEmpty() ? 0 : badge.width() + 10;
    QFont bold = fonts.body;
    bold.setBold(true);
    const qreal content
        = std::max(widthOf(bold, card.title) * 1.1, widthOf(fonts.small, card.subtitle) * growthRoom)
        + badgeRoom + 2;
    const qreal least = card.isScratch ? 0 : narrowest;
    const qreal width = 2 * std::ceil(std::clamp(content + 2 * side, least, widest) / 2);
    const qreal textHeight = titleLine + (card.subtitle.isEmpty() ? 0 : smallLine);
    const qreal height = 2 * std::ceil(std::max(textHeight + 8, card.isScratch ? 0.0 : 44.0) / 2);

    CardGeometry geometry;
    geometry.frame = {-width / 2, -height / 2, width, height};
    const qreal textWidth = width - 2 * side - badgeRoom;
    const qreal top = -textHeight / 2;
    geometry.title = {-width / 2 + side, top, textWidth, titleLine};
    if (!card.subtitle.isEmpty())
        geometry.base = {-width / 2 + side, top + titleLine, textWidth, smallLine};
    if (!badge.isEmpty()) {
        geometry.badge = {width / 2 - side - badge.width(), -height / 2 + 6, badge.width(), badge.height()};
        if (card.subtitle.isEmpty())
            geometry.badge.moveTop(-badge.height() / 2);
    }
    return geometry;
}

} // namespace drydock::ui
