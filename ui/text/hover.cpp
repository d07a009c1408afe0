// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/hover.h"

#include "ui/common/translated.h"
#include "ui/text/problem_marks.h"
#include "ui/text/variable_spans.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringList>

#include <algorithm>

namespace drydock::ui {
namespace {

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QString translated(const char *source)
{
    return QCoreApplication::translate("drydock::ui::Hover", source);
}

/// Where a name got its value: the last ENV or ARG in front of `offset` that names it.
struct Origin {
    const Instruction *instruction = nullptr;
    TextRange value; ///< Empty if it is only declared.
    bool hasValue = false;
};

Origin lastSetting(const Syntax &syntax, std::string_view name, std::size_t first, std::size_t offset)
{
    Origin found;
    for (const Instruction &instruction : syntax.instructions) {
        if (instruction.range.begin < first)
            continue;
        if (instruction.range.begin >= offset)
            break;
        if (instruction.keyword != Keyword::Env && instruction.keyword != Keyword::Arg)
            continue;
        const auto words = syntax.wordsOf(instruction);
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i].role != WordRole::Key || syntax.textOf(words[i].range) != name)
                continue;
            // An ARG does not override an ENV of the same name.
            if (found.instruction && found.instruction->keyword == Keyword::Env
                && instruction.keyword == Keyword::Arg)
                continue;
            const bool hasValue = i + 1 < words.size() && words[i + 1].role == WordRole::Value;
            found = {&instruction, hasValue ? words[i + 1].range : TextRange {}, hasValue};
        }
    }
    return found;
}

QString variableText(const Analysis &analysis, std::string_view name, const Instruction &user)
{
    const Syntax &syntax = analysis.syntax;
    const bool isGlobal = user.keyword == Keyword::From || !user.stage;
    const std::size_t stageBegin = isGlobal ? 0 : syntax.stages[user.stage.value].range.begin;
    const std::size_t firstStage
        = syntax.stages.empty() ? syntax.text.size() : syntax.stages.front().range.begin;
    Origin origin = lastSetting(syntax, name, stageBegin, isGlobal ? firstStage : user.range.begin);
    const bool isArgument = origin.instruction && origin.instruction->keyword == Keyword::Arg;
    if (isArgument && !origin.hasValue && !isGlobal) // `ARG X` in a stage takes the one above the first FROM.
        if (const Origin global = lastSetting(syntax, name, 0, firstStage); global.hasValue)
            origin = global;
    const auto given = analysis.options.buildArgs.find(std::string(name));
    if (isArgument && given != analysis.options.buildArgs.end())
        return translated("%1 = %2 (build argument)").arg(text(name), text(given->second));
    if (!origin.instruction)
        return {};
    const QString keyword = text(nameOf(origin.instruction->keyword));
    if (!origin.hasValue)
        return translated("%1 has no value (%2, line %3)")
            .arg(text(name), keyword)
            .arg(origin.instruction->firstLine);
    return translated("%1 = %2 (%3, line %4)")
        .arg(text(name), text(syntax.textOf(origin.value)).left(200), keyword)
        .arg(origin.instruction->firstLine);
}

} // namespace

QString hoverText(const Analysis &analysis, std::size_t offset)
{
    const Syntax &syntax = analysis.syntax;
    QStringList problems;
    for (const Diagnostic &diagnostic : analysis.diagnostics)
        if (visibleMark(syntax.text, diagnostic.range).contains(offset))
            problems << ui::translated("lint", diagnostic.message);
    problems.removeDuplicates();
    if (!problems.isEmpty())
        return problems.join(QLatin1String("\n\n"));

    const InstructionIndex index = syntax.instructionAt(offset);
    if (!index || offset >= syntax.text.size())
        return {};
    const Instruction &instruction = syntax.at(index);
    if (instruction.keywordRange.contains(offset))
        return teachingSummary(instruction.keyword);
    if (const Instruction *trigger = syntax.triggerOf(instruction);
        trigger && trigger->keywordRange.contains(offset))
        return teachingSummary(trigger->keyword);

    const Token &token = syntax.tokens[syntax.tokenAt(offset)];
    if (token.kind == TokenKind::Comment || token.kind == TokenKind::Directive)
        return {};
    const std::string_view bytes = syntax.textOf(token.range());
    for (const TextRange span : variableSpans(bytes, syntax.escape))
        if (span.contains(offset - token.begin))
            return variableText(analysis, variableName(bytes.substr(span.begin, span.size())), instruction);
    return {};
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

QString asToolTip(const QString &plain)
{
    QString html = plain.toHtmlEscaped();
    html.replace(QLatin1Char('\n'), QLatin1String("<br>"));
    return QStringLiteral("<qt>%1</qt>").arg(html);
}

} // namespace drydock::ui
