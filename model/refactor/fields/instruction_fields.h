// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/syntax.h"

#include <cstdint>
#include <string>
#include <vector>

namespace drydock {

enum class FieldKind : std::uint8_t {
    Keyword,
    Flag, ///< `--chown=…`; one field for each that is given, one for each that could be.
    Switch, ///< A flag that is on or off: `--link`.
    MountOption, ///< `target` in `--mount=type=bind,target=/src`.
    Sources, ///< All but the last path of COPY and ADD, as written.
    Destination, ///< Their last one.
    Value, ///< Of ENV, LABEL and ARG; `name` is its key.
    Arguments, ///< Everything behind the flags, as written.
};

/// One thing about an instruction that a form shows and changes.
struct InstructionField {
    FieldKind kind = FieldKind::Arguments;
    std::string name; ///< Flag without dashes, mount option, key. Empty for the others.
    std::string
        text; ///< What stands there: quotes removed for flags and mount options, as written for the rest.
    /// Flags: for which of those called `name` this is, from 0. Mount options: which `--mount`. Values: which word.
    std::size_t ordinal = 0;
    TextRange range; ///< The bytes of `text`; an empty range where it would go if it is not given.
    bool isGiven = true; ///< False for a flag or option that could be given. A switch that is on is given.

    bool operator==(const InstructionField &) const = default;
};

/// What can be changed of an instruction, in the order of a form. ONBUILD counts as one of arguments.
/// \pre `index` is one of `syntax`.
std::vector<InstructionField> fieldsOf(const Syntax &syntax, InstructionIndex index);

/// The options of the mount that the word `cause` (`builder` in `from=builder`) stands in, without `from`; empty if
/// there is no such mount.
std::vector<InstructionField> mountFieldsOf(const Syntax &syntax, InstructionIndex index, TextRange cause);

} // namespace drydock
