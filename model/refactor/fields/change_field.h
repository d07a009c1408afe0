// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/graph/stage_graph.h"
#include "model/refactor/fields/instruction_fields.h"
#include "model/text/edit_set.h"

#include <string_view>

namespace drydock {

/// Makes a field say `text`: the smallest edit after which BuildKit reads it so.
///
/// A flag or mount option that is not given is added behind the others, one whose text becomes empty is taken out.
/// For a switch any text but the empty one means on. Quotes are added where a flag or a value needs them.
/// \param field from fieldsOf() or mountFieldsOf() of the same text and instruction.
/// \param options what the build is asked for: some values are only judged with it.
/// \returns no edits if the field says so already; else an Error, for the reader, if the text cannot stand there:
/// it would spill into another word or another instruction, or BuildKit would refuse the instruction for it (its
/// own words are the detail then).
Result<EditSet> changeField(const Syntax &syntax, const BuildOptions &options, InstructionIndex index,
                            const InstructionField &field, std::string_view text);

} // namespace drydock
