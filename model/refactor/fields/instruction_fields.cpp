// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/fields/instruction_fields.h"

#include "model/syntax/flag_check.h"
#include "model/syntax/flags.h"
#include "model/syntax/mount_options.h"

#include <algorithm>
#include <array>

namespace drydock {
namespace {

std::string flagName(const Syntax &syntax, const Instruction &instruction, const Flag &flag)
{
    return flagText(syntax.joined(instruction, flag.name)).substr(2);
}

/// Behind the last flag, else behind the keyword.
std::size_t placeForFlag(const Syntax &syntax, const Instruction &instruction)
{
    const auto flags = syntax.flagsOf(instruction);
    return flags.empty() ? instruction.keywordRange.end : flags.back().range.end;
}

/// "--link=false" is off.
bool isOn(const std::string &value)
{
    return value != "false" && value != "False" && value != "FALSE";
}

void addFlags(std::vector<InstructionField> &fields, const Syntax &syntax, const Instruction &instruction)
{
    const std::size_t place = placeForFlag(syntax, instruction);
    for (const KnownFlag &known : flagsKnownTo(instruction.keyword)) {
        const FieldKind kind = known.type == FlagType::Boolean ? FieldKind::Switch : FieldKind::Flag;
        std::size_t count = 0;
        for (const Flag &flag : syntax.flagsOf(instruction)) {
            if (flagName(syntax, instruction, flag) != known.name)
                continue;
            const std::string value = syntax.valueOf(instruction, flag);
            fields.push_back({kind, std::string(known.name), value, count++,
                              kind == FieldKind::Switch ? flag.range : flag.value,
                              kind == FieldKind::Flag || isOn(value)});
        }
        if (count == 0 || known.type == FlagType::Texts)
            fields.push_back({kind, std::string(known.name), {}, count, {place, place}, false});
    }
}

void addPaths(std::vector<InstructionField> &fields, const Syntax &syntax, const Instruction &instruction)
{
    const auto words = syntax.wordsOf(instruction);
    const TextRange sources {words.front().range.begin, words[words.size() - 2].range.end};
    const TextRange destination = words.back().range;
    fields.push_back({FieldKind::Sources, {}, std::string(syntax.textOf(sources)), 0, sources});
    fields.push_back({FieldKind::Destination, {}, std::string(syntax.textOf(destination)), 0, destination});
}

void addValues(std::vector<InstructionField> &fields, const Syntax &syntax, const Instruction &instruction)
{
    const auto words = syntax.wordsOf(instruction);
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (words[i].role != WordRole::Key || words[i + 1].role != WordRole::Value)
            continue;
        const TextRange range = words[i + 1].range;
        fields.push_back({FieldKind::Value, syntax.joined(instruction, words[i].range),
                          std::string(syntax.textOf(range)), i + 1, range});
    }
}

} // namespace

std::vector<InstructionField> fieldsOf(const Syntax &syntax, InstructionIndex index)
{
    const Instruction &instruction = syntax.at(index);
    std::vector<InstructionField> fields;
    fields.push_back({FieldKind::Keyword,
                      {},
                      std::string(syntax.textOf(instruction.keywordRange)),
                      0,
                      instruction.keywordRange});
    addFlags(fields, syntax, instruction);
    const auto words = syntax.wordsOf(instruction);
    const bool hasPaths
        = (instruction.keyword == Keyword::Copy || instruction.keyword == Keyword::Add) && words.size() >= 2;
    const bool hasValues = instruction.keyword == Keyword::Env || instruction.keyword == Keyword::Label
        || instruction.keyword == Keyword::Arg;
    const std::size_t before = fields.size();
    if (hasPaths)
        addPaths(fields, syntax, instruction);
    else if (hasValues && !instruction.isLegacyKeyValue)
        addValues(fields, syntax, instruction);
    if (fields.size() == before)
        fields.push_back({FieldKind::Arguments,
                          {},
                          std::string(syntax.textOf(instruction.arguments)),
                          0,
                          instruction.arguments});
    return fields;
}

std::vector<InstructionField> mountFieldsOf(const Syntax &syntax, InstructionIndex index, TextRange cause)
{
    constexpr std::array<std::string_view, 2> offered {"source", "target"};
    const Instruction &instruction = syntax.at(index);
    std::vector<InstructionField> fields;
    std::size_t ordinal = 0;
    for (const Flag &flag : syntax.flagsOf(instruction)) {
        if (flagName(syntax, instruction, flag) != "mount")
            continue;
        if (!flag.value.contains(cause)) {
            ++ordinal;
            continue;
        }
        const std::vector<FlagOption> options = flagOptions(syntax, instruction, flag);
        for (const FlagOption &option : options)
            if (option.key != "from" && option.hasValue)
                fields.push_back(
                    {FieldKind::MountOption, option.key, option.value, ordinal, option.valueRange});
        for (const std::string_view name : offered) {
            const bool isGiven = name == "source"
                ? findOption(options, {"source", "src"}) != nullptr
                : findOption(options, {"target", "dst", "destination"}) != nullptr;
            if (!isGiven)
                fields.push_back({FieldKind::MountOption,
                                  std::string(name),
                                  {},
                                  ordinal,
                                  {flag.value.end, flag.value.end},
                                  false});
        }
        break;
    }
    return fields;
}

} // namespace drydock
