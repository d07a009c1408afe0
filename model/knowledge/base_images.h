// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// An image that Dockerfiles are commonly based on.
struct BaseImage {
    std::string name; ///< As it stands behind FROM, without a tag.
    std::string about; ///< A few words in English.
    std::vector<std::string> tags; ///< The one to suggest first comes first; never `latest`.
};

/// What was known on a day (resources/knowledge/base_images.toml). No registry is asked.
struct BaseImages {
    std::string date; ///< Year-month-day.
    std::vector<BaseImage> images;

    /// Null if it is not in the table. \param name without a tag.
    const BaseImage *find(std::string_view name) const;
};

/// An image with the tag to suggest first: "debian:trixie-slim". \param pattern its name, or how it begins with * behind; the
/// first that matches. Empty if there is none.
std::string suggestedReference(std::string_view pattern);

/// The table that travels inside the program; read once, then shared by all threads.
const BaseImages &baseImages();

} // namespace drydock
