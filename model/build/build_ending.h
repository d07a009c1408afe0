// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/build/build_progress.h"

#include <string>
#include <string_view>

namespace drydock {

/// How the stream of a build ended.
enum class StreamEnd : std::uint8_t {
    Whole, ///< Where it should.
    Cut, ///< The connection broke off: what became of the build is not known.
};

/// The id of the image that was built, or why there is none. An engine answers 200 before it begins, so that nothing but
/// the stream tells: it went well if an image was told of, no error was, and the stream is whole.
/// \param imageId the last one that was told of; may be empty.
/// \pre progress.finish() was called, and all news are in `progress`.
Result<std::string> endingOf(const BuildProgress &progress, const std::string &imageId, StreamEnd end);

/// Why the build failed, as a sentence; detail: `words`. Looks at what the step that failed printed last: a full disk is told
/// nowhere else.
/// \param words the builder's own; may be empty.
Error whyItFailed(const BuildProgress &progress, const std::string &words);

} // namespace drydock
