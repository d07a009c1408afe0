// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/context/pattern_program.h"

#include <optional>
#include <string>
#include <string_view>

namespace drydock {

/// Stands for itself in an ignore pattern. (Bytes beyond ASCII mostly do, but an invalid one matches any other.)
bool isPlainAscii(char c);

/// One pattern of a `.dockerignore` or of `--exclude`, with the meaning that moby/patternmatcher gives it. That package
/// rewrites the pattern as a regular expression of Go, and some of what shows is only explained by that: `[^a]` takes
/// a "/" too, `\d` is any digit, `^` in the middle never matches, and beside a wildcard `|` means "or".
class IgnorePattern {
public:
    /// \pre `pattern` is clean (cleanPath()) and has no "!" in front.
    /// \returns nothing if the pattern is refused; a build that has such a pattern fails.
    static std::optional<IgnorePattern> compile(std::string_view pattern);

    /// Does it name exactly this path? What lies in a folder is the caller's concern. At most pattern × path steps.
    /// \param work the steps that it took are added to it.
    bool isMatch(std::string_view path, std::size_t &work) const;

    const std::string &text() const { return m_text; }

private:
    enum class Kind {
        Exact,
        Prefix, ///< "src/**"
        Suffix, ///< "**/x": ends so, or is "x".
        Expression,
    };

    void noteEnds();

    std::string m_text;
    Kind m_kind = Kind::Exact;
    std::optional<PatternProgram> m_program;
    // What every match of an expression begins and ends with: most paths are told apart by these.
    std::string m_head;
    std::string m_tail;
};

} // namespace drydock
