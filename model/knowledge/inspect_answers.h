// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/knowledge/image_answers.h"

#include <memory>
#include <string_view>

namespace drydock {

/// What `docker image inspect IMAGE…` prints, as a source of answers. An image is known by each of its tags and digests.
/// \returns an Error if it is no such text.
Result<std::unique_ptr<ImageSource>> readInspectAnswers(std::string_view json);

} // namespace drydock
