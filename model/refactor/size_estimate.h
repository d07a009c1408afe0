// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/lint/lint_context.h"

#include <cstdint>
#include <optional>
#include <string>

namespace drydock {

class ImageSource;

/// How a figure came about, the surest first.
enum class SizeBasis : std::uint8_t {
    Measured, ///< By an engine.
    Table, ///< Of resources/knowledge, true on its date.
    Guess, ///< What such things usually weigh.
};

/// About what an image takes unpacked, before it is built.
struct SizeEstimate {
    std::uint64_t least = 0; ///< Bytes.
    std::uint64_t most = 0; ///< Bytes; not below `least`.
    SizeBasis basis = SizeBasis::Guess; ///< The least sure of its parts.
    std::string date; ///< Table: the oldest of those that were asked.
    /// Some part of it could not be told, a download for instance: it may be more.
    bool isPartial = false;

    bool operator==(const SizeEstimate &) const = default;
};

/// What the image of `stage` will take: its base, the packages that are installed, what is left behind, and what builds and
/// installs of the language usually bring. Nothing if nobody knows the base.
/// \param images who has measured bases; may be null.
std::optional<SizeEstimate> estimatedSize(const LintContext &context, StageIndex stage,
                                          const ImageSource *images = nullptr);

} // namespace drydock
