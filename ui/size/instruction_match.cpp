// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/size/instruction_match.h"

namespace drydock::ui {

InstructionIndex sameInstruction(const Analysis &from, InstructionIndex instruction, const Analysis &to)
{
    const auto &all = to.syntax.instructions;
    if (!instruction || instruction.value >= from.syntax.instructions.size())
        return {};
    if (&from == &to)
        return instruction;
    const std::string_view words = from.syntax.textOf(from.syntax.at(instruction).range);
    const auto distance = [&](std::size_t i) {
        return i > instruction.value ? i - instruction.value : instruction.value - i;
    };
    InstructionIndex best;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (to.syntax.textOf(all[i].range) == words && (!best || distance(i) < distance(best.value)))
            best = InstructionIndex {i};
    return best;
}

} // namespace drydock::ui
