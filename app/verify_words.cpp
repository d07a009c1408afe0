// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verify_words.h"

#include "ui/common/translated.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStringList>

namespace drydock::app {
namespace {

constexpr qsizetype longestBody = 4000; ///< Characters of a body that are shown.

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString healthOf(HealthState health)
{
    switch (health) {
    case HealthState::Healthy:
        return Words::tr("healthy");
    case HealthState::Unhealthy:
        return Words::tr("unhealthy");
    case HealthState::Starting:
        return Words::tr("starting");
    case HealthState::None:
        break;
    }
    return Words::tr("none");
}

QString insideOf(const std::optional<InsideCheck> &inside)
{
    if (!inside)
        return {};
    QStringList parts {inside->hasShell ? Words::tr("a shell") : Words::tr("no shell")};
    parts << (inside->tool.empty() ? Words::tr("no curl or wget") : QString::fromStdString(inside->tool));
    if (inside->answer)
        parts << Words::tr("answers %1").arg(inside->answer->status);
    return parts.join(QStringLiteral(", "));
}

QString notesOf(const RunFinding &run)
{
    QStringList notes;
    for (const UserText &note : run.notes)
        notes << ui::translated("engine", note);
    return notes.join(u' ');
}

ui::VerifySide sideOf(const RunFinding &run)
{
    ui::VerifySide side;
    side.image = QString::fromStdString(run.image);
    side.state = ui::VerifyState::Over;
    side.hasStarted = true;
    side.health = healthOf(run.health);
    if (run.answer) {
        side.status = run.answer->status;
        side.bodyBytes = qint64(run.answer->bytes);
    }
    if (run.end == RunEnd::Exited)
        side.exitCode = run.exitCode;
    side.wasKilledForMemory = run.wasKilledForMemory;
    side.probe = insideOf(run.inside);
    side.logs = QString::fromUtf8(run.logs.data(), qsizetype(run.logs.size()));
    side.error = notesOf(run);
    return side;
}

QString bodyOf(const RunFinding &run)
{
    return run.answer
        ? QString::fromUtf8(run.answer->body.data(), qsizetype(run.answer->body.size())).left(longestBody)
        : QString();
}

QString verdictOf(const VerifyReport &report)
{
    switch (report.verdict) {
    case RunVerdict::Works:
        return Words::tr("It works.");
    case RunVerdict::Same:
        return Words::tr("Both do the same.");
    case RunVerdict::Different:
        return Words::tr("They differ.");
    case RunVerdict::Broken:
        break;
    }
    return report.before ? Words::tr("What worked before does not work any more.")
                         : Words::tr("It does not work.");
}

bool isExpected(const RunFinding &run, const ui::VerifyWish &wish)
{
    return run.isGood()
        && (!wish.expectedStatus || (run.answer && run.answer->status == *wish.expectedStatus));
}

} // namespace

RunPlan runPlanOf(const ui::VerifyWish &wish)
{
    constexpr std::uint64_t megabyte = std::uint64_t {1024} * 1024;
    RunPlan plan;
    for (const QString &word : QProcess::splitCommand(wish.command))
        plan.command.push_back(word.toStdString());
    plan.port = wish.port.toStdString();
    plan.path = wish.path.toStdString();
    plan.memoryBytes = std::uint64_t(wish.memoryMegabytes) * megabyte;
    plan.deadline = wish.timeoutSeconds * 1000;
    return plan;
}

ui::VerifyReport verifyViewOf(const VerifyReport &report, const ui::VerifyWish &wish)
{
    ui::VerifyReport view;
    if (report.before)
        view.before = sideOf(*report.before);
    view.after = sideOf(report.after);
    if (report.before && report.before->answer && report.after.answer) {
        view.isBodyEqual = report.before->answer->hash == report.after.answer->hash;
        if (!*view.isBodyEqual)
            view.bodyDifference
                = QStringLiteral("- %1\n+ %2").arg(bodyOf(*report.before), bodyOf(report.after));
    }
    QStringList sentences {verdictOf(report)};
    for (const RunDifference &difference : report.differences)
        sentences << ui::translated("engine", difference.text);
    view.verdict = sentences.join(u' ');
    view.isOver = true;
    view.isGood = isExpected(report.after, wish)
        && (report.verdict == RunVerdict::Works || report.verdict == RunVerdict::Same);
    return view;
}

QString verificationBadge(const VerifyReport &report, const ui::VerifyWish &wish, bool *isGood)
{
    const RunFinding &run = report.after;
    if (isGood)
        *isGood = isExpected(run, wish) && report.verdict != RunVerdict::Broken;
    switch (run.end) {
    case RunEnd::Answered:
        return run.answer ? Words::tr("answers %1 on %2").arg(run.answer->status).arg(wish.path) : QString();
    case RunEnd::Healthy:
        return Words::tr("healthy");
    case RunEnd::Running:
        return Words::tr("runs");
    case RunEnd::Exited:
        return Words::tr("ends with %1").arg(run.exitCode);
    case RunEnd::Unhealthy:
        return Words::tr("unhealthy");
    case RunEnd::TimedOut:
        break;
    }
    return Words::tr("does not answer");
}

} // namespace drydock::app
