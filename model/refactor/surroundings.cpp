// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/surroundings.h"

#include "model/shell/variable_name.h"
#include "model/syntax/values.h"

#include <set>

namespace drydock {
namespace {

/// A path that WORKDIR decides on, or a command that runs there.
bool readsDirectory(const Syntax &syntax, const Instruction &instruction)
{
    const std::vector<std::string> arguments = argumentValues(syntax, instruction);
    switch (instruction.keyword) {
    case Keyword::Run:
    case Keyword::Cmd:
    case Keyword::Entrypoint:
        return true;
    case Keyword::Copy:
    case Keyword::Add:
    case Keyword::Workdir:
        return !arguments.empty() && !arguments.back().starts_with('/') && !arguments.back().starts_with('$');
    default:
        return false;
    }
}

void takeOver(const Syntax &syntax, InstructionIndex index, Surroundings &surroundings)
{
    const Instruction &instruction = syntax.at(index);
    switch (instruction.keyword) {
    case Keyword::Env:
    case Keyword::Arg:
        for (const KeyValue &pair : keyValuesOf(syntax, instruction))
            surroundings.variables[wordValue(syntax, instruction, *pair.key)] = index;
        break;
    case Keyword::Workdir:
        surroundings.workingDirectory = index;
        break;
    case Keyword::User:
        surroundings.user = index;
        break;
    default:
        break;
    }
}

/// An ARG ends with its stage.
void dropArguments(const Syntax &syntax, Surroundings &surroundings)
{
    std::erase_if(surroundings.variables,
                  [&](const auto &variable) { return syntax.at(variable.second).keyword == Keyword::Arg; });
}

std::string lineOf(const Syntax &syntax, InstructionIndex index)
{
    return std::to_string(syntax.at(index).firstLine);
}

} // namespace

Surroundings surroundingsBehind(const GestureContext &context, const References &references,
                                InstructionIndex behind, InstructionIndex without)
{
    const Syntax &syntax = context.syntax;
    std::vector<StageIndex> chain;
    for (StageIndex at = syntax.at(behind).stage; at; at = references.resolution().bases[at.value].parent)
        chain.push_back(at);
    Surroundings surroundings;
    for (auto stage = chain.rbegin(); stage != chain.rend(); ++stage) {
        dropArguments(syntax, surroundings);
        const Stage &block = syntax.stages[stage->value];
        const std::size_t last = std::next(stage) == chain.rend() ? behind.value : block.last.value;
        for (std::size_t i = block.from.value + 1; i <= last; ++i) {
            if (i != without.value)
                takeOver(syntax, {i}, surroundings);
        }
    }
    return surroundings;
}

UserText whatStaysBehind(const Syntax &syntax, const Instruction &instruction, const Surroundings &here,
                         const Surroundings &there)
{
    for (const std::string &name : variablesIn(syntax.textOf(instruction.range))) {
        const auto before = here.variables.find(name);
        const auto after = there.variables.find(name);
        if (before == here.variables.end())
            continue;
        if (after == there.variables.end() || after->second != before->second)
            return {QT_TRANSLATE_NOOP("refactor", "It reads “%1”, which line %2 sets: that stays behind."),
                    {name, lineOf(syntax, before->second)}};
    }
    if (readsDirectory(syntax, instruction) && here.workingDirectory != there.workingDirectory) {
        if (here.workingDirectory)
            return {QT_TRANSLATE_NOOP("refactor",
                                      "It works in the directory that line %1 sets: that stays behind."),
                    {lineOf(syntax, here.workingDirectory)}};
        return {QT_TRANSLATE_NOOP("refactor", "It will work in the directory that line %1 sets."),
                {lineOf(syntax, there.workingDirectory)}};
    }
    if (instruction.keyword == Keyword::Run && here.user != there.user) {
        if (here.user)
            return {
                QT_TRANSLATE_NOOP("refactor", "It runs as the user that line %1 sets: that stays behind."),
                {lineOf(syntax, here.user)}};
        return {QT_TRANSLATE_NOOP("refactor", "It will run as the user that line %1 sets."),
                {lineOf(syntax, there.user)}};
    }
    return {};
}

} // namespace drydock
