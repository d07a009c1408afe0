// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/syntax.h"
#include "model/text/edit_set.h"

#include <optional>
#include <string>
#include <vector>

namespace drydock {

/// How the continuation lines of a file are indented, and where that may be changed.
class ContinuationIndents {
public:
    explicit ContinuationIndents(const Syntax &syntax);

    /// What the continuation lines of an instruction have in common in front. Nothing if there are none or if they
    /// must stay as they are: a line begins in the middle of a word or of quotes, or nobody can tell.
    const std::optional<std::string> &commonOf(std::size_t instruction) const
    {
        return m_common[instruction];
    }
    /// The commonest of all, of equals the first; four blanks if there is none.
    const std::string &usual() const { return m_usual; }

    /// The edits that put `wanted` in the place of what the lines have in common; comment lines between go along if
    /// they have it too. \pre commonOf(instruction) holds something.
    std::vector<TextEdit> changed(std::size_t instruction, const std::string &wanted) const;

private:
    const Syntax &m_syntax;
    std::vector<std::optional<std::string>> m_common;
    std::string m_usual;
};

} // namespace drydock
