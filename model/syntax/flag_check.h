// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/syntax.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace drydock {

enum class FlagType : std::uint8_t {
    Text, ///< Given once.
    Texts, ///< May be given again and again.
    Boolean, ///< On without a value.
};

struct KnownFlag {
    std::string_view name; ///< Without the dashes.
    FlagType type = FlagType::Text;
};

/// The flags that BuildKit knows for an instruction, the stable ones and those behind a `labs` channel.
std::span<const KnownFlag> flagsKnownTo(Keyword keyword);

/// Whether the flags of an instruction exist, may stand twice and have the values they need (BuildKit
/// `bflag.go`: BFlags.Parse). \returns BuildKit's sentence, empty if all is well. \param culprit receives the
/// flag to blame.
std::string checkFlags(const Syntax &syntax, const Instruction &instruction, TextRange &culprit);

} // namespace drydock
