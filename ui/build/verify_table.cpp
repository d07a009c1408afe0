// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/verify_table.h"

#include "ui/common/mark_words.h"

#include <QCoreApplication>

#include <utility>

namespace drydock::ui {
namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("verify", text);
}

bool isOver(const VerifySide &side)
{
    return side.state == VerifyState::Over;
}

VerifySign compared(const VerifyReport &report, bool isSame, VerifySign otherwise)
{
    if (!isOver(report.before) || !isOver(report.after))
        return VerifySign::None;
    return isSame ? VerifySign::Same : otherwise;
}

QString startedWord(const VerifySide &side)
{
    if (!side.hasStarted)
        return side.state == VerifyState::Starting ? words(QT_TRANSLATE_NOOP("verify", "starting …"))
                                                   : QString();
    return *side.hasStarted ? words(QT_TRANSLATE_NOOP("verify", "yes"))
                            : words(QT_TRANSLATE_NOOP("verify", "no"));
}

QString statusWord(const VerifySide &side)
{
    if (side.status)
        return QString::number(*side.status);
    if (side.state == VerifyState::Asking)
        return words(QT_TRANSLATE_NOOP("verify", "asking …"));
    return isOver(side) ? words(QT_TRANSLATE_NOOP("verify", "no answer")) : QString();
}

QString exitWord(const VerifySide &side)
{
    if (!isOver(side) || side.hasStarted == false)
        return {};
    if (side.wasKilledForMemory)
        return words(QT_TRANSLATE_NOOP("verify", "killed: out of memory"));
    return side.exitCode ? words(QT_TRANSLATE_NOOP("verify", "ended with %1")).arg(*side.exitCode)
                         : words(QT_TRANSLATE_NOOP("verify", "still running"));
}

/// The first line that says something; the rest is in the tool tip.
QString firstLine(const QString &text)
{
    const QString trimmed = text.trimmed();
    const qsizetype end = trimmed.indexOf(u'\n');
    return end < 0 ? trimmed : trimmed.left(end) + QStringLiteral(" …");
}

VerifyRow statusRow(const VerifyReport &report, std::optional<int> expected)
{
    VerifyRow row {words(QT_TRANSLATE_NOOP("verify", "HTTP status")), statusWord(report.before),
                   statusWord(report.after), VerifySign::None};
    const bool isSame = report.before.status == report.after.status && report.after.status;
    row.sign = compared(report, expected ? report.after.status == expected : isSame, VerifySign::Wrong);
    return row;
}

VerifyRow bodyRow(const VerifyReport &report)
{
    const auto size = [](const VerifySide &side) {
        return side.bodyBytes ? shortSize(std::uint64_t(*side.bodyBytes)) : QString();
    };
    VerifyRow row {words(QT_TRANSLATE_NOOP("verify", "Answer")), size(report.before), size(report.after),
                   VerifySign::None};
    if (!report.isBodyEqual)
        return row;
    row.sign = *report.isBodyEqual ? VerifySign::Same : VerifySign::Different;
    row.after += QStringLiteral(" · ")
        + (*report.isBodyEqual                   ? words(QT_TRANSLATE_NOOP("verify", "the same"))
               : report.bodyDifference.isEmpty() ? words(QT_TRANSLATE_NOOP("verify", "different"))
                                                 : firstLine(report.bodyDifference));
    return row;
}

} // namespace

std::vector<VerifyRow> verifyRows(const VerifyReport &report, std::optional<int> expectedStatus)
{
    const VerifySide &before = report.before;
    const VerifySide &after = report.after;
    std::vector<VerifyRow> rows;
    rows.push_back(
        {words(QT_TRANSLATE_NOOP("verify", "Started")), startedWord(before), startedWord(after),
         after.hasStarted ? (*after.hasStarted ? VerifySign::Same : VerifySign::Wrong) : VerifySign::None});
    rows.push_back({words(QT_TRANSLATE_NOOP("verify", "Health")), before.health, after.health,
                    compared(report, before.health == after.health, VerifySign::Wrong)});
    rows.push_back(statusRow(report, expectedStatus));
    rows.push_back(bodyRow(report));
    rows.push_back(
        {words(QT_TRANSLATE_NOOP("verify", "Program")), exitWord(before), exitWord(after),
         compared(report,
                  before.exitCode == after.exitCode && before.wasKilledForMemory == after.wasKilledForMemory,
                  VerifySign::Wrong)});
    rows.push_back({words(QT_TRANSLATE_NOOP("verify", "Inside")), before.probe, after.probe,
                    compared(report, before.probe == after.probe, VerifySign::Different)});
    if (!before.error.isEmpty() || !after.error.isEmpty())
        rows.push_back({words(QT_TRANSLATE_NOOP("verify", "Error")), before.error, after.error,
                        after.error.isEmpty() ? VerifySign::Different : VerifySign::Wrong});
    return rows;
}

QString verifyGlyph(VerifySign sign)
{
    switch (sign) {
    case VerifySign::Same:
        return QStringLiteral("✓");
    case VerifySign::Different:
        return QStringLiteral("≠");
    case VerifySign::Wrong:
        return QStringLiteral("✕");
    case VerifySign::None:
        break;
    }
    return {};
}

void VerifyTable::setRows(std::vector<VerifyRow> rows)
{
    if (rows.size() == m_rows.size()) { // The reader's place is kept.
        m_rows = std::move(rows);
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void VerifyTable::setTheme(ThemeKind kind)
{
    m_theme = kind;
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int VerifyTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int VerifyTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant VerifyTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const VerifyRow &row = m_rows[std::size_t(index.row())];
    const QString texts[]
        = {row.question, firstLine(row.before), firstLine(row.after), verifyGlyph(row.sign)};
    switch (role) {
    case Qt::DisplayRole:
        return texts[index.column()];
    case Qt::ToolTipRole: {
        const QString whole = index.column() == Before ? row.before
            : index.column() == After                  ? row.after
                                                       : QString();
        return whole.isEmpty()
            ? QVariant()
            : QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(whole.left(4000).toHtmlEscaped());
    }
    case Qt::AccessibleTextRole:
        if (index.column() != Sign)
            return texts[index.column()];
        return row.sign == VerifySign::Same     ? words(QT_TRANSLATE_NOOP("verify", "the same"))
            : row.sign == VerifySign::None      ? QString()
            : row.sign == VerifySign::Different ? words(QT_TRANSLATE_NOOP("verify", "different"))
                                                : words(QT_TRANSLATE_NOOP("verify", "wrong"));
    case Qt::ForegroundRole:
        if (index.column() == Question)
            return Theme::of(m_theme).color(Role::SecondaryText);
        if (index.column() == Sign)
            return Theme::of(m_theme).color(row.sign == VerifySign::Same        ? Role::Cached
                                                : row.sign == VerifySign::Wrong ? Role::Error
                                                                                : Role::Rebuilt);
        return {};
    case Qt::TextAlignmentRole:
        return int((index.column() == Sign ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant VerifyTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Before:
        return tr("Before");
    case After:
        return tr("After");
    default:
        return QString();
    }
}

} // namespace drydock::ui
