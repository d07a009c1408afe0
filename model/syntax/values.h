// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/syntax.h"

#include <string>
#include <vector>

namespace drydock {

/// The arguments of an instruction as BuildKit's parser hands them on (`instructions/parse.go`: nodeArgs):
/// continuations joined, JSON strings decoded, ENV and LABEL as key, value, separator; an ONBUILD's inner keyword
/// first, then its arguments.
std::vector<std::string> argumentValues(const Syntax &syntax, const Instruction &instruction);

/// The flags as BuildKit's parser hands them on: "--from=build", quotes and escapes removed.
std::vector<std::string> flagValues(const Syntax &syntax, const Instruction &instruction);

/// One word: continuations joined, a JSON string decoded, everything else as written.
std::string wordValue(const Syntax &syntax, const Instruction &instruction, const Word &word);

/// The comment lines above an instruction as BuildKit keeps them for it.
std::vector<std::string> docCommentValues(const Syntax &syntax, const Instruction &instruction);

/// A key and its value in ENV, LABEL or ARG.
struct KeyValue {
    const Word *key = nullptr;
    const Word *value = nullptr; ///< Null in ARG without a default.
};
std::vector<KeyValue> keyValuesOf(const Syntax &syntax, const Instruction &instruction);

} // namespace drydock
