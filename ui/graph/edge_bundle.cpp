// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/edge_bundle.h"

#include "model/syntax/values.h"
#include "ui/graph/stage_card.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace drydock::ui {
namespace {

constexpr qreal widestLabel = 260;

QString words(const char *text)
{
    return QCoreApplication::translate("graph", text);
}

QString fromBytes(const std::string &bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size())).simplified();
}

/// "…/app": the end says most.
QString shortened(const QString &path)
{
    constexpr qsizetype longest = 15;
    if (path.size() <= longest)
        return path;
    const bool isFolder = path.endsWith(u'/');
    const QString end = QStringLiteral("…/") + lastPart(path) + (isFolder ? QStringLiteral("/") : QString());
    return end.size() <= longest ? end : u'…' + end.right(longest - 1);
}

/// One edge of a bundle, as far as words go.
struct Step {
    QString from;
    QString to;
    bool isForward = false;
    bool isInherited = false;
};

std::vector<Step> stepsOf(const EdgeBundle &bundle, const Analysis &analysis)
{
    std::vector<Step> steps;
    for (const std::size_t index : bundle.edges) {
        const GraphEdge &edge = analysis.graph.edges[index];
        steps.push_back(
            {fromBytes(edge.sourcePath), fromBytes(edge.targetPath), edge.isForward, edge.isInherited});
    }
    if (!bundle.edges.empty())
        return steps;
    for (const InstructionIndex index : bundle.instructions) {
        const auto arguments = argumentValues(analysis.syntax, analysis.syntax.at(index));
        if (arguments.size() < 2)
            continue;
        const QString more = arguments.size() > 2 ? QStringLiteral(", …") : QString();
        steps.push_back({fromBytes(arguments.front()) + more, fromBytes(arguments.back()), false, false});
    }
    return steps;
}

/// What an arrow brings: "/app → /usr/bin/app".
QString pathsOf(EdgeKind kind, const Step &step, bool isShort)
{
    const auto path = [&](const QString &whole) { return isShort ? shortened(whole) : whole; };
    switch (kind) {
    case EdgeKind::Copy:
        if (!step.from.isEmpty() && !step.to.isEmpty())
            return path(step.from) + QStringLiteral(" → ") + path(step.to);
        return path(step.from.isEmpty() ? step.to : step.from);
    case EdgeKind::Mount:
    case EdgeKind::Add:
        return path(step.to);
    case EdgeKind::From:
        break;
    }
    return {};
}

QString spoken(EdgeKind kind, const Step &step, const QString &into)
{
    const bool hasBoth = !step.from.isEmpty() && !step.to.isEmpty();
    switch (kind) {
    case EdgeKind::From:
        return words(QT_TRANSLATE_NOOP("graph", "is the base of %1")).arg(into);
    case EdgeKind::Copy:
        return hasBoth
            ? words(QT_TRANSLATE_NOOP("graph", "copies %1 to %2 in %3")).arg(step.from, step.to, into)
            : words(QT_TRANSLATE_NOOP("graph", "is copied into %1")).arg(into);
    case EdgeKind::Mount:
        return step.to.isEmpty()
            ? words(QT_TRANSLATE_NOOP("graph", "is mounted in %1")).arg(into)
            : words(QT_TRANSLATE_NOOP("graph", "is mounted at %1 in %2")).arg(step.to, into);
    case EdgeKind::Add:
        break;
    }
    return step.to.isEmpty() ? words(QT_TRANSLATE_NOOP("graph", "is added to %1")).arg(into)
                             : words(QT_TRANSLATE_NOOP("graph", "is added at %1 in %2")).arg(step.to, into);
}

QString keywordOf(EdgeKind kind)
{
    switch (kind) {
    case EdgeKind::From:
        return QStringLiteral("FROM");
    case EdgeKind::Copy:
        return QStringLiteral("COPY");
    case EdgeKind::Mount:
        return QStringLiteral("RUN --mount");
    case EdgeKind::Add:
        break;
    }
    return QStringLiteral("ADD");
}

QString remarkOn(const Step &step)
{
    if (step.isForward)
        return words(QT_TRANSLATE_NOOP("graph", "names a stage further down"));
    return step.isInherited ? words(QT_TRANSLATE_NOOP("graph", "from ONBUILD of its base")) : QString();
}

} // namespace

void describe(EdgeBundle &bundle, const Analysis &analysis)
{
    const StageGraph &graph = analysis.graph;
    const bool isContext = !bundle.source.isValid();
    const QString from = isContext ? words(QT_TRANSLATE_NOOP("graph", "build context"))
                                   : fromBytes(graph.nodes[bundle.source.value].label());
    const QString into = fromBytes(graph.nodes[bundle.target.value].label());
    const bool isCircle = std::any_of(bundle.edges.begin(), bundle.edges.end(),
                                      [&](std::size_t edge) { return graph.edges[edge].isInCycle; });
    bundle.isError = isCircle || (!isContext && graph.nodes[bundle.source.value].kind == NodeKind::Missing);
    bundle.title = from + QStringLiteral(" → ") + into;

    const std::vector<Step> steps = stepsOf(bundle, analysis);
    QStringList spokenSteps;
    QStringList tips {bundle.title};
    for (const Step &step : steps) {
        const QString remark = remarkOn(step);
        bundle.isForward = bundle.isForward || step.isForward;
        spokenSteps << spoken(bundle.kind, step, into);
        QString tip = (keywordOf(bundle.kind) + u' ' + pathsOf(bundle.kind, step, false)).trimmed();
        if (!remark.isEmpty()) {
            spokenSteps << remark;
            tip += QStringLiteral(" · ") + remark;
        }
        tips << tip;
    }
    bundle.isForward = bundle.isForward && !bundle.isError; // An error is enough of a mark.
    if (isCircle)
        bundle.label = words(QT_TRANSLATE_NOOP("graph", "✕ circular"));
    else if (bundle.isError)
        bundle.label = words(QT_TRANSLATE_NOOP("graph", "✕ no such stage"));
    else if (!steps.empty())
        bundle.label = pathsOf(bundle.kind, steps.front(), true);
    if (bundle.isError) {
        spokenSteps << bundle.label.mid(2);
        tips << bundle.label;
    } else if (steps.size() > 1) {
        const QString times = QStringLiteral("×%1").arg(steps.size());
        bundle.label = bundle.label.isEmpty() ? times : times + QStringLiteral(" · ") + bundle.label;
    }
    bundle.accessibleName = spokenSteps.join(QStringLiteral(", "));
    bundle.toolTip = tips.join(u'\n');
}

QSizeF labelSize(const EdgeBundle &bundle, const GraphFonts &fonts)
{
    if (bundle.label.isEmpty())
        return {0, 0};
    const QFontMetricsF metrics(fonts.mono);
    const qreal sign = bundle.isForward ? infoSize + 5 : 0;
    return {std::min(widestLabel, std::ceil(metrics.horizontalAdvance(bundle.label)) + 18 + sign),
            std::ceil(metrics.height()) + 6};
}

} // namespace drydock::ui
