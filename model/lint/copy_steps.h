// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/lint_context.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// A source of a COPY or ADD.
struct CopiedSource {
    const Word *word = nullptr; ///< Borrowed.
    std::string path; ///< Variables replaced, as written otherwise; empty if it hangs on something unknown.

    std::string_view name() const; ///< The last part of the path.
};

/// A COPY or ADD, understood.
struct CopyStep {
    const Instruction *instruction = nullptr; ///< Borrowed.
    std::vector<CopiedSource> sources; ///< Here-documents included.
    const Flag *from = nullptr; ///< `--from`; null: the folder of the build.
    StageIndex stage; ///< That `from` names, if it names one of this file.
    std::string destination; ///< Absolute, without a slash at the end; empty if it is not known.
    bool isIntoFolder = false; ///< The destination ends with a slash, or there are several sources.

    bool isFromFolderOfBuild() const { return !from; }
    /// `COPY . …`: all there is.
    bool takesAll() const;
    /// Where a source that is a file ends up if the destination is a folder.
    std::string pathInside(const CopiedSource &source) const;
};

/// Nothing if `instruction` is neither COPY nor ADD of a stage, or is broken.
std::optional<CopyStep> copyStepOf(const LintContext &context, const Instruction &instruction);
/// Of the stage's own instructions, in file order.
std::vector<CopyStep> copyStepsOf(const LintContext &context, StageIndex stage);

/// `text` with the variables replaced that are set where `instruction` stands, quotes removed; nothing if one has no
/// value there.
std::optional<std::string> expandedAt(const LintContext &context, const Instruction &instruction,
                                      std::string_view text);

} // namespace drydock
