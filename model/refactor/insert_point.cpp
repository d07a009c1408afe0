// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/insert_point.h"

#include "model/syntax/values.h"

namespace drydock {
namespace {

/// What stands behind it sees another user, or is expected to be the end.
bool closesStage(const Syntax &syntax, const Instruction &instruction)
{
    if (instruction.keyword == Keyword::Cmd || instruction.keyword == Keyword::Entrypoint)
        return true;
    if (instruction.keyword != Keyword::User)
        return false;
    const std::vector<std::string> user = argumentValues(syntax, instruction);
    return user.empty() || (user.front() != "root" && user.front() != "0" && user.front() != "0:0");
}

} // namespace

InstructionIndex placeForCopy(const Syntax &syntax, StageIndex stage)
{
    const Stage &block = syntax.stages[stage.value];
    InstructionIndex copy;
    InstructionIndex setting;
    bool isBeforeRun = true;
    for (std::size_t i = block.from.value + 1; i <= block.last.value; ++i) {
        const Instruction &instruction = syntax.instructions[i];
        if (closesStage(syntax, instruction))
            break;
        if (instruction.keyword == Keyword::Copy && syntax.flagNamed(instruction, "--from"))
            copy = {i};
        else if (instruction.keyword == Keyword::Run)
            isBeforeRun = false;
        else if (isBeforeRun
                 && (instruction.keyword == Keyword::Workdir || instruction.keyword == Keyword::Env
                     || instruction.keyword == Keyword::Arg))
            setting = {i};
    }
    return copy ? copy : setting ? setting : block.from;
}

} // namespace drydock
