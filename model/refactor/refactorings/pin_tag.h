// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/graph/image_reference.h"
#include "model/knowledge/image_answers.h"

#include <optional>
#include <string>
#include <string_view>

namespace drydock {

/// How much of a version a tag is to say.
struct PinLevel {
    std::size_t numbers = 2;
    bool hasDistribution = true; ///< Also what the image rests on: -trixie.
};

/// "minor+distro", "patch" … \returns nothing if it is no such word.
std::optional<PinLevel> pinLevelCalled(std::string_view word);

/// A tag that says a version.
struct PinnedTag {
    std::string tag;
    UserText assumption; ///< Why it may be another image; source empty if it is the same one.
};

/// Whether the tag moves from one version to the next: none, latest, lts, or only a variant (`python:slim`).
bool isMoving(const ImageReference &image);

/// The tag that says which version a moving one means. \param name of the image as it is written. \param answer what somebody
/// knows of it; may be nothing. \returns an Error if nobody can tell, or if it is a version that one should not stay with.
/// \pre isMoving(image)
Result<PinnedTag> pinnedTagOf(const ImageReference &image, const std::string &name,
                              const std::optional<ImageAnswer> &answer, PinLevel level);

} // namespace drydock
