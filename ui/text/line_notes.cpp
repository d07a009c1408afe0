// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/line_notes.h"

#include "ui/common/mark_words.h"

#include <algorithm>
#include <optional>

namespace drydock::ui {
namespace {

/// What the engine has of the image that FROM names, for files of which no build told.
std::optional<std::uint64_t> localBytes(const TextMarks &marks, const Analysis &analysis, StageIndex stage)
{
    if (stage.value >= analysis.graph.nodes.size())
        return std::nullopt;
    const ImageMark *image = marks.ofImage(analysis.graph.nodes[stage.value].reference);
    return image ? image->bytes : std::nullopt;
}

LineNote noteOf(const InstructionMark &mark)
{
    LineNote note;
    if (mark.bytes) {
        note.text = shortSize(*mark.bytes);
        if (mark.isApproximate)
            note.text.prepend(QStringLiteral("≈ "));
    }
    if (mark.state) {
        note.mark = stateGlyph(*mark.state);
        note.markRole = stateRole(*mark.state);
    }
    if (mark.isStale) {
        note.textRole = Role::Dimmed;
        note.markRole = Role::Dimmed;
        if (!note.text.isEmpty() || !note.mark.isEmpty())
            note.mark = clockGlyph();
    }
    return note;
}

/// Most instructions only set something: a column of "0 B" would say nothing.
bool saysNothing(const Instruction &instruction, const InstructionMark &mark)
{
    const bool isMetadata = instruction.keyword != Keyword::Run && instruction.keyword != Keyword::Copy
        && instruction.keyword != Keyword::Add && instruction.keyword != Keyword::From;
    return mark.bytes == std::uint64_t(0) && (isMetadata || instruction.keyword == Keyword::From);
}

} // namespace

std::vector<LineNote> lineNotes(const TextMarks &marks, const Analysis &analysis)
{
    std::vector<LineNote> notes;
    if (marks.analysis.get() != &analysis)
        return notes;
    const Syntax &syntax = analysis.syntax;
    for (std::size_t i = 0; i < syntax.instructions.size(); ++i) {
        const Instruction &instruction = syntax.instructions[i];
        const InstructionMark *known = marks.ofInstruction({i});
        InstructionMark mark = known ? *known : InstructionMark {};
        if (saysNothing(instruction, mark))
            mark.bytes.reset();
        if (instruction.keyword == Keyword::From && !mark.bytes)
            mark.bytes = localBytes(marks, analysis, instruction.stage);
        LineNote note = noteOf(mark);
        note.line = instruction.firstLine - 1U;
        if (!note.text.isEmpty() || !note.mark.isEmpty())
            notes.push_back(std::move(note));
    }
    std::stable_sort(notes.begin(), notes.end(),
                     [](const LineNote &a, const LineNote &b) { return a.line < b.line; });
    return notes;
}

} // namespace drydock::ui
