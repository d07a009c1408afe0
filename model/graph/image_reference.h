// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace drydock {

/// How firmly a reference names one image.
enum class ImagePin : std::uint8_t {
    Digest, ///< `@sha256:…`: always the same bytes.
    Tag, ///< A tag other than latest.
    Latest, ///< The tag latest, written out.
    None, ///< No tag: means latest.
    Variable, ///< Depends on an ARG without a known value.
    Scratch, ///< `scratch`: the empty image.
};

/// An image name taken apart as the distribution reference grammar does (`distribution/reference`).
struct ImageReference {
    std::string domain; ///< "docker.io" if none was written.
    std::string path; ///< "library/golang" for "golang".
    std::string tag; ///< Empty if none.
    std::string digest; ///< "sha256:…"; empty if none.

    /// As people write it: without "docker.io/" and "library/".
    std::string familiar() const;
};

/// \returns the parts, or an Error whose `detail` is the reference library's own message
/// ("invalid reference format: repository name (library/Alpine) must be lowercase").
Result<ImageReference> parseImageReference(std::string_view reference);

/// \param reference after expansion. \param isKnown false if a variable in it has no known value.
ImagePin pinOf(std::string_view reference, bool isKnown);

} // namespace drydock
