// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/fields/change_field.h"

#include "model/graph/build_check.h"
#include "model/syntax/characters.h"
#include "model/syntax/instruction_check.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace drydock {
namespace {

tl::unexpected<Error> refused(const char *sentence, std::string detail = {})
{
    return tl::unexpected(Error {{sentence, {}}, std::move(detail)});
}

/// Why `field` does not read as it should.
tl::unexpected<Error> misread(const InstructionField &field)
{
    if (field.kind == FieldKind::Sources || field.kind == FieldKind::Destination)
        return refused(QT_TRANSLATE_NOOP(
            "refactor", "BuildKit would read another path. Paths with blanks need a JSON array."));
    return refused(
        QT_TRANSLATE_NOOP("refactor", "BuildKit would read that as something else. Quotes may be missing."));
}

/// The field as it reads in another state of the text, or null.
const InstructionField *sameField(const std::vector<InstructionField> &fields, const InstructionField &field)
{
    const auto found = std::ranges::find_if(fields, [&field](const InstructionField &each) {
        return each.kind == field.kind && each.name == field.name && each.ordinal == field.ordinal
            && each.isGiven;
    });
    return found == fields.end() ? nullptr : &*found;
}

std::vector<InstructionField> fieldsLike(const Syntax &syntax, InstructionIndex index,
                                         const InstructionField &field)
{
    if (field.kind != FieldKind::MountOption)
        return fieldsOf(syntax, index);
    std::size_t ordinal = 0;
    for (const Flag &flag : syntax.flagsOf(syntax.at(index)))
        if (syntax.joined(syntax.at(index), flag.name) == "--mount" && ordinal++ == field.ordinal)
            return mountFieldsOf(syntax, index, {flag.value.begin, flag.value.begin});
    return {};
}

/// Nothing but the instruction itself has changed.
bool staysWithin(const Syntax &before, const Syntax &after, InstructionIndex index)
{
    if (before.instructions.size() != after.instructions.size() || before.stages.size() != after.stages.size()
        || before.directives.size() != after.directives.size())
        return false;
    for (std::size_t i = 0; i < before.instructions.size(); ++i) {
        const Instruction &old = before.instructions[i];
        const Instruction &fresh = after.instructions[i];
        if (i != index.value
            && (old.keyword != fresh.keyword || before.textOf(old.range) != after.textOf(fresh.range)))
            return false;
    }
    const Instruction &old = before.at(index);
    return old.heredocs.size() == after.at(index).heredocs.size()
        && old.stage.value == after.at(index).stage.value;
}

/// What BuildKit says of the instruction; empty if nothing.
std::string complaint(const Syntax &syntax, const BuildOptions &options, InstructionIndex index)
{
    const Instruction &instruction = syntax.at(index);
    for (const Problem &problem : syntax.problems)
        if (problem.range.begin >= instruction.range.begin && problem.range.begin <= instruction.range.end)
            return problem.message;
    TextRange culprit;
    std::string message = checkInstruction(syntax, instruction, culprit);
    // The build is only asked about files that got past the earlier steps.
    if (!message.empty() || !syntax.problems.empty() || !checkInstructions(syntax).empty())
        return message;
    for (Problem &problem : checkBuild(syntax, makeStageGraph(syntax, options), options))
        if (problem.range.begin >= instruction.range.begin && problem.range.end <= instruction.range.end)
            return std::move(problem.message);
    return {};
}

/// How many fields of other kinds and names there are tells whether a word has become two.
bool keepsOthers(const std::vector<InstructionField> &before, const std::vector<InstructionField> &after,
                 const InstructionField &field)
{
    const auto others = [&field](const std::vector<InstructionField> &all) {
        std::vector<std::pair<std::string, std::string>> rest;
        for (const InstructionField &each : all)
            if (each.isGiven && (each.kind != field.kind || each.name != field.name))
                rest.emplace_back(each.name, each.text);
        return rest;
    };
    return others(before) == others(after);
}

/// The whole judgement: asks the text as it would be.
Result<EditSet> checked(const Syntax &syntax, const BuildOptions &options, InstructionIndex index,
                        const InstructionField &field, std::string_view expected, bool isGone, TextEdit edit)
{
    EditSet edits = EditSet::replacing(edit.range, std::move(edit.replacement));
    const Syntax after = parse(SourceText(edits.applyTo(syntax.text.bytes())));
    if (!staysWithin(syntax, after, index))
        return refused(QT_TRANSLATE_NOOP("refactor", "That would change more than this instruction."));
    const std::vector<InstructionField> fresh = fieldsLike(after, index, field);
    const InstructionField *result = sameField(fresh, field);
    if (isGone ? result != nullptr && field.kind == FieldKind::Switch
               : result == nullptr || result->text != expected)
        return misread(field);
    const bool othersMayChange = field.kind == FieldKind::Keyword || field.kind == FieldKind::Arguments;
    if (!othersMayChange && !keepsOthers(fieldsLike(syntax, index, field), fresh, field))
        return misread(field);
    const std::string oldComplaint = complaint(syntax, options, index);
    std::string newComplaint = complaint(after, options, index);
    if (!newComplaint.empty() && newComplaint != oldComplaint)
        return refused(QT_TRANSLATE_NOOP("refactor", "BuildKit would refuse that."), std::move(newComplaint));
    return edits;
}

/// The bytes of a flag or option and the space or comma that goes with it.
TextRange withBlankBefore(const Syntax &syntax, TextRange part)
{
    const std::string_view bytes = syntax.text.bytes();
    std::size_t begin = part.begin;
    while (begin > 0 && (bytes[begin - 1] == ' ' || bytes[begin - 1] == '\t'))
        --begin;
    const bool isFirstInLine = begin == 0 || bytes[begin - 1] == '\n';
    if (!isFirstInLine)
        return {begin, part.end};
    // It begins a continued line: the blanks behind it go, the indentation stays.
    std::size_t end = part.end;
    while (end < bytes.size() && (bytes[end] == ' ' || bytes[end] == '\t'))
        ++end;
    if (end < bytes.size() && bytes[end] == syntax.escape) {
        // It has the line for itself.
        const std::size_t next = bytes.find('\n', end);
        if (next != std::string_view::npos)
            return {begin, next + 1};
    }
    return {part.begin, end};
}

const Flag *flagOf(const Syntax &syntax, const Instruction &instruction, const std::string &name,
                   std::size_t ordinal)
{
    for (const Flag &flag : syntax.flagsOf(instruction))
        if (syntax.joined(instruction, flag.name) == "--" + name && ordinal-- == 0)
            return &flag;
    return nullptr;
}

std::string inQuotes(std::string_view text)
{
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

Result<EditSet> changeFlag(const Syntax &syntax, const BuildOptions &options, InstructionIndex index,
                           const InstructionField &field, std::string_view text)
{
    const Instruction &instruction = syntax.at(index);
    const bool isSwitch = field.kind == FieldKind::Switch;
    const Flag *flag = flagOf(syntax, instruction, field.name, field.ordinal);
    if (text.empty()) {
        if (!flag)
            return EditSet {};
        return checked(syntax, options, index, field, {}, true, {withBlankBefore(syntax, flag->range), {}});
    }
    const std::string start = flag ? "" : " --" + field.name + (isSwitch ? "" : "=");
    TextRange range = flag ? (isSwitch ? flag->range : flag->value) : field.range;
    if (isSwitch) {
        const std::string written = flag ? "--" + field.name : start;
        return checked(syntax, options, index, field, {}, false, {range, written});
    }
    Result<EditSet> plain
        = checked(syntax, options, index, field, text, false, {range, start + std::string(text)});
    if (plain)
        return plain;
    Result<EditSet> quoted
        = checked(syntax, options, index, field, text, false, {range, start + inQuotes(text)});
    return quoted ? quoted : plain;
}

Result<EditSet> changeMountOption(const Syntax &syntax, const BuildOptions &options, InstructionIndex index,
                                  const InstructionField &field, std::string_view text)
{
    if (text.find_first_of(",\"") != std::string_view::npos)
        return refused(
            QT_TRANSLATE_NOOP("refactor", "A comma or a quote here has to be written in the text."));
    if (text.empty()) {
        // With its name and one comma.
        const std::string_view bytes = syntax.text.bytes();
        std::size_t begin = field.range.begin;
        while (begin > 0 && bytes[begin - 1] != ',' && bytes[begin - 1] != '\n')
            --begin;
        if (begin == 0 || bytes[begin - 1] != ',')
            return refused(
                QT_TRANSLATE_NOOP("refactor", "The first option of a mount cannot be taken out here."));
        return checked(syntax, options, index, field, {}, true, {{begin - 1, field.range.end}, {}});
    }
    const std::string start = field.isGiven ? "" : "," + field.name + "=";
    return checked(syntax, options, index, field, text, false, {field.range, start + std::string(text)});
}

Result<EditSet> changeKeyword(const Syntax &syntax, const BuildOptions &options, InstructionIndex index,
                              const InstructionField &field, std::string_view text)
{
    const Keyword keyword = keywordOf(text);
    if (keyword == Keyword::Unknown)
        return refused(QT_TRANSLATE_NOOP("refactor", "There is no such instruction."));
    if (keyword == Keyword::From || syntax.at(index).keyword == Keyword::From)
        return refused(
            QT_TRANSLATE_NOOP("refactor", "FROM begins a stage; an instruction cannot become one here."));
    const bool isLower = field.text == lowered(field.text);
    const std::string written = isLower ? lowered(text) : uppered(text);
    return checked(syntax, options, index, field, written, false, {field.range, written});
}

/// The bytes that differ and no more: in a long script one word may have changed.
TextEdit difference(const Syntax &syntax, TextRange range, std::string_view text)
{
    const std::string_view old = syntax.textOf(range);
    std::size_t head = 0;
    while (head < std::min(old.size(), text.size()) && old[head] == text[head])
        ++head;
    std::size_t tail = 0;
    while (tail < std::min(old.size(), text.size()) - head
           && old[old.size() - 1 - tail] == text[text.size() - 1 - tail])
        ++tail;
    return {{range.begin + head, range.end - tail},
            std::string(text.substr(head, text.size() - head - tail))};
}

Result<EditSet> changeWritten(const Syntax &syntax, const BuildOptions &options, InstructionIndex index,
                              const InstructionField &field, std::string_view text)
{
    const bool mayBeEmpty = field.kind == FieldKind::Value
        || (field.kind == FieldKind::Arguments && syntax.textOf(field.range).empty());
    if (text.empty() && !mayBeEmpty)
        return refused(QT_TRANSLATE_NOOP("refactor", "This cannot be empty."));
    TextEdit edit = difference(syntax, field.range, text);
    if (field.range.isEmpty() && field.range.begin == syntax.at(index).keywordRange.end)
        edit.replacement.insert(0, " ");
    Result<EditSet> plain = checked(syntax, options, index, field, text, false, std::move(edit));
    if (plain || field.kind != FieldKind::Value)
        return plain;
    const std::string quoted = inQuotes(text);
    Result<EditSet> withQuotes = checked(syntax, options, index, field, quoted, false, {field.range, quoted});
    return withQuotes ? withQuotes : plain;
}

} // namespace

Result<EditSet> changeField(const Syntax &syntax, const BuildOptions &options, InstructionIndex index,
                            const InstructionField &field, std::string_view text)
{
    if (text == field.text && (field.isGiven || text.empty()) && field.kind != FieldKind::Switch)
        return EditSet {};
    switch (field.kind) {
    case FieldKind::Keyword:
        return changeKeyword(syntax, options, index, field, trimmed(text));
    case FieldKind::Switch:
        if (text.empty() != field.isGiven)
            return EditSet {};
        return changeFlag(syntax, options, index, field, text);
    case FieldKind::Flag:
        return changeFlag(syntax, options, index, field, text);
    case FieldKind::MountOption:
        return changeMountOption(syntax, options, index, field, text);
    case FieldKind::Sources:
    case FieldKind::Destination:
    case FieldKind::Arguments:
        return changeWritten(syntax, options, index, field, trimmed(text));
    case FieldKind::Value:
        return changeWritten(syntax, options, index, field, text);
    }
    return EditSet {};
}

} // namespace drydock
