// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/search.h"

#include "ui/text/typing.h"
#include "ui/text/utf16_text.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRegularExpression>

#include <algorithm>

namespace drydock::ui {
namespace {

/// Steps PCRE may take for one match, and milliseconds all matches may take together. (`(a+)+b` over a page of
/// a's would else not end within a lifetime.)
constexpr int maxSteps = 300'000;
constexpr qint64 maxTime = 700;

QString translated(const char *text)
{
    return QCoreApplication::translate("drydock::ui::Search", text);
}

QRegularExpression compiled(const SearchQuery &query)
{
    QString pattern = query.isRegularExpression ? query.pattern : QRegularExpression::escape(query.pattern);
    if (query.isWholeWord)
        pattern = QStringLiteral("(?<!\\w)(?:%1)(?!\\w)").arg(pattern);
    // Verbs must come first; a line may end in CR LF.
    pattern.prepend(QStringLiteral("(*LIMIT_MATCH=%1)(*ANYCRLF)").arg(maxSteps));
    QRegularExpression::PatternOptions options
        = QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
    if (!query.isCaseSensitive)
        options |= QRegularExpression::CaseInsensitiveOption;
    return QRegularExpression(pattern, options);
}

/// Calls `visit(match)` for every match. \returns why it stopped early, or nothing.
template <typename Visit>
QString eachMatch(const QString &text, const SearchQuery &query, Visit visit)
{
    if (query.pattern.isEmpty())
        return {};
    // The pattern as typed, so that the message counts from what the reader sees.
    const QRegularExpression typed(query.isRegularExpression ? query.pattern : QString());
    if (!typed.isValid())
        return translated("Not a regular expression: %1 (at character %2)")
            .arg(typed.errorString())
            .arg(typed.patternErrorOffset() + 1);
    const QRegularExpression pattern = compiled(query);
    QElapsedTimer clock;
    clock.start();
    for (qsizetype at = 0; at <= text.size();) {
        const QRegularExpressionMatch match = pattern.match(text, at);
        if (!match.isValid() || clock.elapsed() > maxTime)
            return translated("This pattern takes too long; please make it simpler.");
        if (!match.hasMatch())
            break;
        visit(match);
        at = match.capturedEnd();
        if (match.capturedLength() == 0) {
            const QStringView next = QStringView(text).mid(at, 2);
            const bool isPair = next.startsWith(QLatin1String("\r\n"))
                || (next.size() == 2 && next.front().isHighSurrogate());
            at += isPair ? 2 : 1;
        }
    }
    return {};
}

TextRange bytesOf(const Utf16Text &text, const QRegularExpressionMatch &match, int group)
{
    const auto begin = static_cast<std::size_t>(match.capturedStart(group));
    const auto end = static_cast<std::size_t>(match.capturedEnd(group));
    return {text.offsets[begin], text.offsets[end]};
}

/// `replacement` with its escapes carried out for `match`.
std::string expanded(const SourceText &text, const Utf16Text &utf16, const QRegularExpressionMatch &match,
                     std::string_view replacement)
{
    std::string result;
    for (std::size_t i = 0; i < replacement.size(); ++i) {
        if (replacement[i] != '\\' || i + 1 == replacement.size()) {
            result += replacement[i];
            continue;
        }
        const char next = replacement[++i];
        if (next >= '0' && next <= '9') {
            if (match.capturedStart(next - '0') >= 0) // Bytes as they are, valid or not.
                result += text.slice(bytesOf(utf16, match, next - '0'));
        } else if (next == 'n') {
            result += lineEndOf(text);
        } else if (next == 't') {
            result += '\t';
        } else {
            result += next;
        }
    }
    return result;
}

} // namespace

SearchResult search(const SourceText &text, const SearchQuery &query)
{
    SearchResult result;
    const Utf16Text utf16(text.bytes());
    result.problem = eachMatch(utf16.text, query, [&](const QRegularExpressionMatch &match) {
        result.matches.push_back(bytesOf(utf16, match, 0));
    });
    return result;
}

EditSet replacing(const SourceText &text, const SearchQuery &query, const QString &replacement,
                  TextRange within)
{
    EditSet edits;
    const Utf16Text utf16(text.bytes());
    const std::string plain = replacement.toStdString();
    (void)eachMatch(utf16.text, query, [&](const QRegularExpressionMatch &match) {
        const TextRange range = bytesOf(utf16, match, 0);
        if (!within.contains(range))
            return;
        std::string bytes = query.isRegularExpression ? expanded(text, utf16, match, plain) : plain;
        if (bytes != text.slice(range))
            (void)edits.add({range, std::move(bytes)});
    });
    return edits;
}

} // namespace drydock::ui
