// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/user_text.h"
#include "model/syntax/keyword.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace drydock {

/// What a part of an instruction's form stands for.
enum class FormPart : std::uint8_t {
    Flags,
    Argument, ///< The next argument.
    Arguments, ///< All that follow but for the last ones of the form.
    As, ///< `[AS NAME]`: two words.
};

struct FormWord {
    std::string_view text; ///< `SOURCE…`
    FormPart part = FormPart::Argument;
};

/// How an instruction can be written.
struct InstructionForm {
    std::span<const FormWord> words; ///< Behind the keyword.
    bool isJson = false; ///< `["…"]`
    bool isHeredoc = false;
    const char *about; ///< One sentence, marked for translation in "language".
};

/// All forms of an instruction, the usual one first. Empty for Unknown.
std::span<const InstructionForm> formsOf(Keyword keyword);

/// What an instruction does, one sentence, marked for translation in "language".
const char *aboutInstruction(Keyword keyword);

/// The id of its teaching page: "copy". Empty for Unknown.
std::string_view pageOf(Keyword keyword);

} // namespace drydock
