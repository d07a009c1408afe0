// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/copy_steps.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// What a RUN does to the file system is known: it installs packages, makes folders and users, changes modes … Scripts,
/// compilers and downloads are not, for they may leave a file anywhere.
bool isTransparent(const LintContext &context, const Instruction &run);

/// Whether a file of the image is there, as far as the text and the folder of the build tell.
enum class Presence : std::uint8_t {
    Unknown, ///< Some line may have made it, or the base has it.
    Absent, ///< No line can have made it.
};

/// What the instructions of the shipped stages put where.
class ImageFiles {
public:
    explicit ImageFiles(const LintContext &context);

    /// \param path absolute, below no folder that bases have things in.
    Presence presenceOf(std::string_view path) const;
    /// Paths of files that are surely put there, in file order.
    std::vector<std::string> knownFiles() const;
    /// COPY and ADD of all shipped stages, in file order.
    const std::vector<CopyStep> &steps() const { return m_steps; }

private:
    bool mayBring(const CopyStep &step, const CopiedSource &source, std::string_view path) const;
    bool mayHoldFiles(const CopyStep &step, const CopiedSource &source, std::string_view inside) const;
    bool isBuiltFile(StageIndex stage, std::string_view path) const;

    const LintContext &m_context;
    const BuildContext *m_folder; ///< Null if it is not known.
    std::vector<CopyStep> m_steps;
};

} // namespace drydock
