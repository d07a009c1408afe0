// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/card_marks.h"

#include "ui/common/mark_words.h"

#include <QCoreApplication>
#include <QStringList>

namespace drydock::ui {
namespace {

QString words(const char *text, int count = -1)
{
    return QCoreApplication::translate("graph", text, nullptr, count);
}

/// "34 s · ⟳ 2". A state without a number says itself.
QString activityOf(const StageMark &mark)
{
    QStringList parts;
    if (mark.milliseconds > 0)
        parts << shortDuration(mark.milliseconds);
    if (!mark.state)
        return {};
    if (*mark.state == StepState::Done)
        parts << QStringLiteral("⟳ %1").arg(mark.rebuilt);
    else if (*mark.state != StepState::Waiting)
        parts << stateGlyph(*mark.state) + u' ' + stateWord(*mark.state);
    return parts.join(QStringLiteral(" · "));
}

QString spokenMarks(const StageMark &mark)
{
    QStringList parts;
    if (mark.bytes) {
        QString size = spokenSize(*mark.bytes);
        if (mark.isApproximate)
            size = words(QT_TRANSLATE_NOOP("graph", "about %1")).arg(size);
        parts << size;
        if (mark.isSizeStale)
            parts << olderThanText();
    }
    if (mark.state && *mark.state == StepState::Done)
        parts << (mark.rebuilt == 1
                      ? words(QT_TRANSLATE_NOOP("graph", "1 step rebuilt"))
                      : words(QT_TRANSLATE_N_NOOP("graph", "%n steps rebuilt"), int(mark.rebuilt)));
    else if (mark.state && *mark.state != StepState::Waiting)
        parts << stateWord(*mark.state);
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString olderThanText()
{
    return words(QT_TRANSLATE_NOOP("graph", "older than the text"));
}

CardMarks makeCardMarks(const TextMarks &marks, StageIndex stage)
{
    CardMarks shown;
    const StageMark *mark = marks.ofStage(stage);
    if (!mark)
        return shown;
    shown.hasRoom = true;
    if (mark->bytes)
        shown.size = (mark->isApproximate ? QStringLiteral("≈ ") : QString()) + shortSize(*mark->bytes);
    else if (marks.isMeasured)
        shown.size = QStringLiteral("?");
    shown.isEstimate = mark->isApproximate;
    shown.isSizeStale = mark->isSizeStale;
    if (mark->bytes && marks.largestStage > 0) {
        shown.fill = double(*mark->bytes) / double(marks.largestStage);
        shown.shares = mark->shares;
    }
    shown.state = mark->state;
    shown.isStateStale = mark->isStateStale;
    shown.activity = activityOf(*mark);
    shown.spoken = spokenMarks(*mark);
    return shown;
}

QString withPresence(const QString &registry, const ImageMark &mark)
{
    const QString presence = mark.bytes
        ? words(QT_TRANSLATE_NOOP("graph", "%1 · local")).arg(shortSize(*mark.bytes))
        : words(QT_TRANSLATE_NOOP("graph", "not pulled"));
    return registry == QLatin1String("docker.io") ? presence : registry + QStringLiteral(" · ") + presence;
}

QString widestActivity()
{
    return QStringLiteral(" · ") + shortDuration(std::int64_t(88) * 1000) + QStringLiteral(" · ⟳ 88");
}

QString widestSize()
{
    return QStringLiteral("≈ 888 MB");
}

} // namespace drydock::ui
