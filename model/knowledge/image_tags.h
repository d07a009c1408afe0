// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/graph/image_reference.h"

#include <string>
#include <string_view>
#include <vector>

// Names and tags of images as the tables of resources/knowledge/ spell them.

namespace drydock {

/// "golang" for "docker.io/library/golang:1.25".
std::string bareNameOf(const ImageReference &image);

/// `pattern` is the name, or ends in * and the name begins so.
bool matchesImage(std::string_view pattern, std::string_view name);

/// "3.12", "slim" and "bookworm" of `3.12-slim-bookworm`. They point into `tag`.
std::vector<std::string_view> tagParts(std::string_view tag);

/// Digits, and dots between them: "3.12".
bool isVersion(std::string_view text);
/// `version` is `cycle` or a part of it: 3.12.1 of 3.12. Neither 3.1 nor 3 is.
bool isOfCycle(std::string_view version, std::string_view cycle);
/// Negative if `a` is the older one, by numbers: 3.9 before 3.10. What is missing counts as 0. \pre both isVersion().
int compareVersions(std::string_view a, std::string_view b);

/// Made for Windows: nothing that is known of the image's Linux sisters holds for it.
bool isWindowsTag(std::string_view tag);

} // namespace drydock
