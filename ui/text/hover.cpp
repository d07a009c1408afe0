// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/hover.h"

#include "model/language/hover.h"
#include "ui/common/translated.h"
#include "ui/text/problem_marks.h"

#include <QFile>
#include <QStringList>

#include <algorithm>

namespace drydock::ui {
namespace {

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

} // namespace

QString hoverHtml(const Analysis &analysis, std::size_t offset)
{
    QStringList parts;
    for (const Diagnostic &diagnostic : analysis.diagnostics)
        if (visibleMark(analysis.text(), diagnostic.range).contains(offset))
            parts << ui::translated("lint", diagnostic.message).toHtmlEscaped();
    parts.removeDuplicates();
    const std::optional<Hover> hover
        = offset <= analysis.text().size() ? hoverAt(analysis, offset) : std::nullopt;
    if (hover && !hover->title.empty()) {
        QStringList sentences;
        // Of an instruction its page says more than one sentence.
        const Keyword keyword = keywordOf(hover->title);
        const QString summary = keyword == Keyword::Unknown ? QString() : teachingSummary(keyword);
        if (!summary.isEmpty())
            sentences << summary.toHtmlEscaped();
        else
            for (const UserText &sentence : hover->sentences)
                sentences << translated("language", sentence).toHtmlEscaped();
        parts << QStringLiteral("<b>%1</b><br>%2")
                     .arg(text(hover->title).toHtmlEscaped(), sentences.join(QLatin1String("<br>")));
    }
    return parts.isEmpty() ? QString() : QStringLiteral("<qt>%1</qt>").arg(parts.join(QLatin1String("<hr>")));
}

QString problemsOfLine(const Analysis &analysis, std::size_t offset)
{
    const SourceText &source = analysis.text();
    const std::size_t line = source.lineAt(std::min(offset, source.size()));
    QStringList problems;
    for (const Diagnostic &diagnostic : analysis.diagnostics)
        if (source.lineAt(diagnostic.range.begin) == line)
            problems << ui::translated("lint", diagnostic.message);
    problems.removeDuplicates();
    return problems.join(QLatin1String("\n\n"));
}

QString teachingSummary(Keyword keyword)
{
    const QString name = text(nameOf(keyword));
    if (name.isEmpty())
        return {};
    QFile page(QStringLiteral(":/teach/en/%1.md").arg(name.toLower()));
    if (!page.open(QIODevice::ReadOnly | QIODevice::Text))
        return {};
    QStringList paragraph;
    const QStringList lines = QString::fromUtf8(page.readAll()).split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        const QString trimmed = line.trimmed();
        if (trimmed.startsWith(QLatin1Char('#')) || (trimmed.isEmpty() && paragraph.isEmpty()))
            continue;
        if (trimmed.isEmpty())
            break;
        paragraph << trimmed;
    }
    QString summary = paragraph.join(QLatin1Char(' '));
    summary.remove(QLatin1Char('`')).remove(QLatin1String("**"));
    return summary;
}

} // namespace drydock::ui
