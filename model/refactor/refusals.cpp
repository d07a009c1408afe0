// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/refactor/refusals.h"

namespace drydock {
namespace {

std::string lineOf(const Syntax &syntax, InstructionIndex instruction)
{
    return std::to_string(syntax.at(instruction).firstLine);
}

} // namespace

tl::unexpected<Error> nameClash()
{
    return refusal(
        QT_TRANSLATE_NOOP("refactor",
                          "Other stages would then take their files from somewhere else: give each "
                          "stage a name of its own first."));
}

tl::unexpected<Error> broughtByOnbuild(const Syntax &syntax, InstructionIndex instruction)
{
    return refusal(QT_TRANSLATE_NOOP("refactor", "Line %1 brings this with ONBUILD: change it there."),
                   {lineOf(syntax, instruction)});
}

tl::unexpected<Error> nameInPieces(const Syntax &syntax, InstructionIndex instruction)
{
    return refusal(
        QT_TRANSLATE_NOOP("refactor", "Line %1 spreads the name over several pieces: change it in the text."),
        {lineOf(syntax, instruction)});
}

tl::unexpected<Error> onbuildTrouble(const std::string &stage)
{
    return refusal(
        QT_TRANSLATE_NOOP("refactor",
                          "“%1” brings arrows with ONBUILD that would close a circle or lead from a "
                          "stage below."),
        {stage});
}

} // namespace drydock
