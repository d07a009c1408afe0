// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/stage_card.h"

#include "ui/common/mark_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace drydock::ui {
namespace {

/// BuildKit would refuse the file for it; it is counted apart.
bool isRefusal(const Diagnostic &diagnostic)
{
    return diagnostic.rule == "parse" || diagnostic.rule == "instruction" || diagnostic.rule == "build";
}

constexpr std::size_t maxRows = 14;
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

CardRow rowOf(const Analysis &analysis, InstructionIndex index)
{
    const Syntax &syntax = analysis.syntax;
    const Instruction &instruction = syntax.at(index);
    CardRow row;
    row.instruction = index;
    row.keyword = fromBytes(syntax.textOf(instruction.keywordRange)).toUpper();
    QString rest;
    if (instruction.keyword == Keyword::Copy) { // Other options are detail; where it comes from is not.
        if (const Flag *from = syntax.flagNamed(instruction, "--from"))
            rest = fromBytes(syntax.textOf(from->range)) + u' ';
    }
    rest += fromBytes(syntax.joined(instruction, instruction.arguments));
    row.rest = rest.left(longestRow);
    const auto isHere = [&](TextRange range) { return instruction.lines.contains(range); };
    const auto isWarning = [&](const Diagnostic &diagnostic) {
        return diagnostic.severity >= Severity::Warning && !isRefusal(diagnostic) && isHere(diagnostic.range);
    };
    if (std::any_of(analysis.problems.begin(), analysis.problems.end(),
                    [&](const Problem &problem) { return isHere(problem.range); }))
        row.mark = RowMark::Problem;
    else if (std::any_of(analysis.diagnostics.begin(), analysis.diagnostics.end(), isWarning))
        row.mark = RowMark::Warning;
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

void addMarks(StageCard &card, StageIndex stage, const TextMarks &marks)
{
    card.marks = makeCardMarks(marks, stage);
    for (CardRow &row : card.rows) {
        const InstructionMark *mark = marks.ofInstruction(row.instruction);
        if (!mark)
            continue;
        // Most instructions weigh nothing; saying so of each would hide those that do.
        if (mark->bytes && *mark->bytes > 0)
            row.size = (mark->isApproximate ? QStringLiteral("≈ ") : QString()) + shortSize(*mark->bytes);
        row.state = mark->state;
        row.isStale = mark->isStale;
    }
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

StageCard makeStageCard(const Analysis &analysis, NodeIndex index, CardForm form, const TextMarks *marks)
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

    card.canExpand = node.instructionCount > 0;
    card.isExpanded = card.canExpand && form == CardForm::Expanded;
    if (card.isExpanded) {
        for (std::size_t i = stage.from.value + 1; i <= stage.last.value && i < syntax.instructions.size();
             ++i) {
            if (card.rows.size() < maxRows)
                card.rows.push_back(rowOf(analysis, {i}));
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
        card.warningCount += int(diagnostic.severity >= Severity::Warning && !isRefusal(diagnostic)
                                 && lines.contains(diagnostic.range));
    if (marks)
        addMarks(card, node.stage, *marks);
    return card;
}

ImageCard makeImageCard(const Analysis &analysis, NodeIndex index, const TextMarks *marks)
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
            if (const ImageMark *mark = marks ? marks->ofImage(node.reference) : nullptr)
                card.subtitle = withPresence(card.subtitle, *mark);
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

ImageCard makeContextCard()
{
    ImageCard card;
    card.kind = NodeKind::Context;
    card.title = words(QT_TRANSLATE_NOOP("graph", "build context"));
    card.subtitle = words(QT_TRANSLATE_NOOP("graph", "files beside the Dockerfile"));
    return card;
}

QString markOf(RowMark mark)
{
    switch (mark) {
    case RowMark::Problem:
        return QStringLiteral("✕");
    case RowMark::Warning:
        return QStringLiteral("▲");
    case RowMark::None:
        break;
    }
    return {};
}

Role markRole(RowMark mark)
{
    return mark == RowMark::Problem ? Role::Error : Role::Warning;
}

std::vector<CardCount> StageCard::counts() const
{
    std::vector<CardCount> counts;
    if (problemCount > 0)
        counts.push_back({RowMark::Problem, QString::number(problemCount)});
    if (warningCount > 0)
        counts.push_back({RowMark::Warning, QString::number(warningCount)});
    return counts;
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
    lines << (marks.activity.isEmpty() ? details : details + QStringLiteral(" · ") + marks.activity);
    if (!marks.size.isEmpty())
        lines << (marks.isSizeStale ? marks.size + QStringLiteral(" (%1)").arg(olderThanText()) : marks.size);
    for (const CardRow &row : rows) {
        const QString mark = markOf(row.mark);
        QString line = ((mark.isEmpty() ? mark : mark + u' ') + row.keyword + u' ' + row.rest).trimmed();
        if (!row.size.isEmpty())
            line += QStringLiteral(" | ") + row.size;
        if (row.state)
            line += u' ' + stateGlyph(*row.state);
        lines << line.trimmed();
    }
    if (hiddenRows > 0)
        lines << moreRows(hiddenRows);
    QStringList counts;
    for (const CardCount &count : this->counts())
        counts << markOf(count.mark) + u' ' + count.text;
    if (!problem.isEmpty())
        counts << problem;
    if (!counts.isEmpty())
        lines << counts.join(QStringLiteral("  "));
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

} // namespace drydock::ui
