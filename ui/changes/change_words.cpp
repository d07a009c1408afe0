// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/change_words.h"

#include "model/base/byte_size.h"
#include "ui/common/translated.h"

#include <QCoreApplication>

namespace drydock::ui {
namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("changes", text);
}

QString bytesText(std::uint64_t bytes)
{
    return QString::fromStdString(byteSize(bytes));
}

} // namespace

QString sizeText(const SizeEstimate &size)
{
    const QString least = bytesText(size.least);
    const QString most = bytesText(size.most);
    QString text = size.basis == SizeBasis::Measured && least == most ? least
        : least == most                                               ? QStringLiteral("≈ ") + least
                        : words(QT_TRANSLATE_NOOP("changes", "≈ %1 to %2")).arg(least, most);
    return size.isPartial ? words(QT_TRANSLATE_NOOP("changes", "at least %1")).arg(text) : text;
}

QString basisText(const SizeEstimate &size)
{
    switch (size.basis) {
    case SizeBasis::Measured:
        return words(QT_TRANSLATE_NOOP("changes", "measured by the engine"));
    case SizeBasis::Table:
        return size.date.empty()
            ? words(QT_TRANSLATE_NOOP("changes", "by a table"))
            : words(QT_TRANSLATE_NOOP("changes", "by a table of %1")).arg(QString::fromStdString(size.date));
    case SizeBasis::Guess:
        break;
    }
    return words(QT_TRANSLATE_NOOP("changes", "a guess by what such things usually weigh"));
}

QString sizeChange(const Proposal &proposal)
{
    const auto &before = proposal.sizeBefore;
    const auto &after = proposal.sizeAfter;
    if (!before && !after)
        return {};
    if (!before || !after) {
        const SizeEstimate &one = before ? *before : *after;
        return (before ? words(QT_TRANSLATE_NOOP("changes", "%1 before, not known afterwards: %2."))
                       : words(QT_TRANSLATE_NOOP("changes", "%1 afterwards, not known before: %2.")))
            .arg(sizeText(one), basisText(one));
    }
    const double middleBefore = (double(before->least) + double(before->most)) / 2;
    const double middleAfter = (double(after->least) + double(after->most)) / 2;
    QString text = sizeText(*before) + QStringLiteral(" → ") + sizeText(*after);
    if (middleBefore > 0) {
        const int percent = qRound((middleAfter - middleBefore) * 100 / middleBefore);
        if (percent < 0)
            text += QStringLiteral(" (−%1 %)").arg(-percent);
        else if (percent > 0)
            text += QStringLiteral(" (+%1 %)").arg(percent);
    }
    const QString first = basisText(*before);
    const QString second = basisText(*after);
    return text + u'\n'
        + (first == second
               ? words(QT_TRANSLATE_NOOP("changes", "Unpacked; %1.")).arg(first)
               : words(QT_TRANSLATE_NOOP("changes", "Unpacked; before: %1, after: %2.")).arg(first, second));
}

QStringList contractChange(const Refactored &result)
{
    QStringList sentences;
    for (const ContractDifference &difference : result.differences)
        sentences << QStringLiteral("≠ ") + translated("contract", difference.text);
    if (sentences.isEmpty())
        sentences << words(QT_TRANSLATE_NOOP("changes", "✓ Whoever runs the image notices nothing."));
    if (!result.before.isBaseKnown || !result.after.isBaseKnown)
        sentences << words(QT_TRANSLATE_NOOP(
            "changes", "? What the base image itself sets is not known; there may be more to it."));
    else if (!result.after.baseDate.empty())
        sentences << words(QT_TRANSLATE_NOOP("changes", "As far as a table of %1 knows the base images."))
                         .arg(QString::fromStdString(result.after.baseDate));
    return sentences;
}

QString whyNot(const ChangeDraft &draft)
{
    if (draft.proposal().isBlocked())
        return words(QT_TRANSLATE_NOOP("changes", "Something stands in the way."));
    if (!draft.result())
        return words(QT_TRANSLATE_NOOP("changes", "There is nothing to apply."));
    if (!*draft.result())
        return translated("refactor", draft.result()->error().text);
    if ((*draft.result())->edits.isEmpty() && draft.files().empty())
        return words(QT_TRANSLATE_NOOP("changes", "Nothing of the change is left."));
    const std::size_t open = draft.openAssumptions();
    if (open == 1)
        return words(QT_TRANSLATE_NOOP("changes", "One assumption is not ticked yet."));
    if (open > 1)
        return words(QT_TRANSLATE_NOOP("changes", "%1 assumptions are not ticked yet.")).arg(open);
    return {};
}

QString lineWords(const Analysis &analysis, TextRange range)
{
    return words(QT_TRANSLATE_NOOP("changes", "Line %1"))
        .arg(analysis.text().lineAt(std::min(range.begin, analysis.text().size())) + 1);
}

} // namespace drydock::ui
