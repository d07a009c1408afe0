// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/context/ignore_pattern.h"
#include "model/text/text_range.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// A line of a `.dockerignore` that says something.
struct IgnoreRule {
    TextRange range; ///< In the file: the pattern as written, "!" included, without white space around it.
    bool isException = false; ///< "!": takes paths back in.
    IgnorePattern pattern;
};

/// What a `.dockerignore` leaves out of the build context: which rule decides about a path. Immutable.
///
/// Source of the rules: moby/patternmatcher and its ignorefile package, as BuildKit uses them. Patterns start at the
/// root of the context, whether with "/" or without; the last rule that applies wins; a rule that names a folder
/// applies to all in it. Comments begin in the first column.
class DockerIgnore {
public:
    /// Leaves nothing out.
    DockerIgnore() = default;

    /// Reads the bytes of a `.dockerignore`.
    /// \returns an Error if the build would fail on it: a bad pattern, a "!" alone, a line over 64 KiB. Its detail is
    /// the line's number and text. (BuildKit overlooks some bad patterns for as long as no path makes it ask them.)
    static Result<DockerIgnore> parse(std::string_view bytes);
    /// Takes patterns as `COPY --exclude=` gives them: no comments, and a "/" in front stays. Ranges are empty.
    static Result<DockerIgnore> fromPatterns(std::span<const std::string> patterns);

    const std::vector<IgnoreRule> &rules() const { return m_rules; }
    bool hasExceptions() const { return m_hasExceptions; }

    /// The rule that has the last word about `path` ("src/main.go", relative to the root of the context), as an index
    /// into rules(); nothing if none applies. It is an exception if the path was left out and is taken back in.
    /// Looks at each folder above the path on its way down, as BuildKit does when it sends a context.
    std::optional<std::size_t> decidingRule(std::string_view path) const;
    /// The path is not sent.
    bool isIgnored(std::string_view path) const;

    /// What BuildKit's check CopyIgnoredFile asks: is the source of a COPY left out? \pre `source` is clean.
    /// Differs from isIgnored() only where there are exceptions, where BuildKit does not ask.
    bool isSourceIgnored(std::string_view source) const;

    /// What was found out about a folder and is needed for what lies in it. Default: the root.
    struct Folder {
        std::vector<bool> isMatched; ///< By rule; empty for the root.
    };
    struct Verdict {
        bool isIgnored = false;
        std::optional<std::size_t> rule; ///< As decidingRule().
        Folder folder; ///< For what lies in it, if it is a folder.
        std::size_t work
            = 0; ///< Steps that it took: about as many per rule as the path is long, at worst far more.
    };
    /// The verdict about `path`, which lies in the folder that `parent` tells of: one step down.
    Verdict verdictIn(const Folder &parent, std::string_view path) const;

    /// Nothing in the ignored folder `path` can be taken back in by an exception.
    bool isIgnoredThroughout(std::string_view path) const;

private:
    Result<void> addRule(std::string_view pattern, TextRange range);

    std::vector<IgnoreRule> m_rules;
    bool m_hasExceptions = false;
};

} // namespace drydock
