// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/size_words.h"

#include "ui/common/translated.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace drydock::ui {
namespace {

/// Lends its name to the translations of this file.
struct SizeWords {
    Q_DECLARE_TR_FUNCTIONS(SizeWords)
};

/// What the classic builder and BuildKit put around an instruction in the history of an image.
QString withoutDecoration(QString words)
{
    words = words.simplified();
    const QString nothing = QStringLiteral("/bin/sh -c #(nop) ");
    const QString shell = QStringLiteral("/bin/sh -c ");
    const QString builder = QStringLiteral("# buildkit");
    if (words.endsWith(builder))
        words.chop(builder.size());
    if (words.startsWith(nothing))
        words.remove(0, nothing.size());
    else if (words.startsWith(shell))
        words = QStringLiteral("RUN ") + words.mid(shell.size());
    else if (words.startsWith(QStringLiteral("RUN ") + shell))
        words.remove(4, shell.size());
    return words.trimmed();
}

} // namespace

QString sizeText(std::uint64_t bytes)
{
    // From three digits on a decimal says nothing any more.
    std::uint64_t lead = bytes;
    while (lead >= 1000)
        lead /= 1000;
    return QLocale().formattedDataSize(qint64(std::min<std::uint64_t>(bytes, INT64_MAX)), lead < 100 ? 1 : 0,
                                       QLocale::DataSizeSIFormat);
}

QString estimateText(std::uint64_t bytes)
{
    return QStringLiteral("≈ ") + sizeText(bytes);
}

QString percentText(double share)
{
    constexpr double step = 0.001;
    double shown = std::clamp(share, 0.0, 1.0);
    if (shown > 0 && shown < 1)
        shown = std::clamp(shown, step, 1 - step);
    return SizeWords::tr("%1 %").arg(QLocale().toString(shown * 100, 'f', shown > 0 && shown < 1 ? 1 : 0));
}

QString changeText(std::uint64_t before, std::uint64_t after)
{
    if (before == after)
        return sizeText(0);
    return before > after ? QStringLiteral("−") + sizeText(before - after)
                          : QStringLiteral("+") + sizeText(after - before);
}

QString categoryWord(LayerCategory category)
{
    switch (category) {
    case LayerCategory::Base:
        return SizeWords::tr("base image");
    case LayerCategory::Packages:
        return SizeWords::tr("packages");
    case LayerCategory::Dependencies:
        return SizeWords::tr("dependencies");
    case LayerCategory::BuildOutput:
        return SizeWords::tr("build output");
    case LayerCategory::Application:
        return SizeWords::tr("application");
    case LayerCategory::Other:
        break;
    }
    return SizeWords::tr("other");
}

QString timeText(std::int64_t seconds)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(seconds);
    const QLocale locale;
    const QString clock = locale.toString(time.time(), QLocale::ShortFormat);
    return time.date() == QDate::currentDate()
        ? clock
        : SizeWords::tr("%1, %2").arg(locale.toString(time.date(), QLocale::ShortFormat), clock);
}

QString layerText(const Analysis *analysis, const LayerSize &layer)
{
    if (analysis && layer.instruction && layer.instruction.value < analysis->syntax.instructions.size()) {
        const Instruction &instruction = analysis->syntax.at(layer.instruction);
        return QString::fromStdString(analysis->syntax.joined(instruction, instruction.range)).simplified();
    }
    return withoutDecoration(QString::fromStdString(layer.createdBy));
}

QString stageText(const Analysis *analysis, StageIndex stage)
{
    if (analysis && stage && stage.value < analysis->graph.stageCount())
        return QString::fromStdString(analysis->graph.nodes[stage.value].label());
    return SizeWords::tr("stage %1").arg(stage ? stage.value : 0);
}

QString errorSentence(const Error &error)
{
    // The folders that the sentence may come from each mark it with their own name.
    for (const char *context : {"engine", "image", "build"})
        if (QString sentence = translated(context, error.text);
            sentence != QString::fromStdString(inEnglish(error.text)))
            return sentence;
    return QString::fromStdString(inEnglish(error.text));
}

} // namespace drydock::ui
