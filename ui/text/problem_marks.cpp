// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/problem_marks.h"

#include "ui/text/scintilla_call.h"

#include <array>

namespace drydock::ui {
namespace {

Indicator indicatorOf(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return Indicator::Hint;
    case Severity::Warning:
        return Indicator::Warning;
    case Severity::Error:
        return Indicator::Error;
    }
    return Indicator::Warning;
}

struct Look {
    Indicator indicator;
    int style;
    Role role;
};

constexpr std::array<Look, 5> looks {{
    {Indicator::Hint, QsciScintilla::INDIC_DOTS, Role::SecondaryText},
    {Indicator::Warning, QsciScintilla::INDIC_SQUIGGLE, Role::Warning},
    {Indicator::Error, QsciScintilla::INDIC_SQUIGGLE, Role::Error},
    {Indicator::Match, QsciScintilla::INDIC_STRAIGHTBOX, Role::EdgeMount},
    {Indicator::CurrentMatch, QsciScintilla::INDIC_STRAIGHTBOX, Role::EdgeCopy},
}};

} // namespace

ProblemMarks::ProblemMarks(QsciScintilla &editor)
    : m_editor(editor)
{ }

void ProblemMarks::setTheme(const Theme &theme)
{
    for (const Look &look : looks) {
        const auto number = static_cast<unsigned long>(look.indicator);
        send(m_editor, Sci::SCI_INDICSETSTYLE, number, look.style);
        m_editor.SendScintilla(Sci::SCI_INDICSETFORE, number, theme.color(look.role));
        send(m_editor, Sci::SCI_INDICSETUNDER, number, 1);
        send(m_editor, Sci::SCI_INDICSETALPHA, number, 70);
        send(m_editor, Sci::SCI_INDICSETOUTLINEALPHA, number,
             look.indicator == Indicator::CurrentMatch ? 255 : 140);
    }
}

void ProblemMarks::update(const Analysis &after, const std::vector<EditSet> &edits)
{
    // Scintilla moves its indicators with the text as mapOffset does, but for bytes put in at an edge; so marks
    // that merely moved need no writing.
    for (const EditSet &set : edits)
        for (Mark &mark : m_marks)
            mark.range = {set.mapOffset(mark.range.begin), set.mapOffset(mark.range.end)};
    std::vector<Mark> wanted;
    wanted.reserve(after.diagnostics.size());
    for (const Diagnostic &diagnostic : after.diagnostics)
        wanted.push_back({visibleMark(after.text(), diagnostic.range), diagnostic.severity});
    if (wanted == m_marks)
        return;
    m_marks = std::move(wanted);
    const auto size = static_cast<long>(after.text().size());
    for (const Severity severity : {Severity::Info, Severity::Warning, Severity::Error}) {
        send(m_editor, Sci::SCI_SETINDICATORCURRENT, static_cast<std::size_t>(indicatorOf(severity)));
        send(m_editor, Sci::SCI_INDICATORCLEARRANGE, 0, size);
        for (const Mark &mark : m_marks)
            if (mark.severity == severity)
                send(m_editor, Sci::SCI_INDICATORFILLRANGE, mark.range.begin,
                     static_cast<long>(mark.range.size()));
    }
}

TextRange visibleMark(const SourceText &text, TextRange range)
{
    if (!range.isEmpty())
        return range;
    const TextRange line = text.lineRange(text.lineAt(range.begin));
    if (range.begin < line.end)
        return {range.begin, range.begin + 1};
    return range.begin > line.begin ? TextRange {range.begin - 1, range.begin} : range;
}

} // namespace drydock::ui
