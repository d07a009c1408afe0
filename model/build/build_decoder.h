// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/build/build_progress.h"

#include <string_view>

namespace drydock {

/// Turns what a builder sends into news. Bytes are cut anywhere; together the news do not depend on the cuts. Any bytes are
/// taken: what cannot be understood becomes a notice or is passed over.
class BuildDecoder {
public:
    BuildDecoder() = default;
    BuildDecoder(const BuildDecoder &) = delete;
    BuildDecoder &operator=(const BuildDecoder &) = delete;
    virtual ~BuildDecoder() = default;

    virtual BuildNews add(std::string_view bytes) = 0;
    /// The stream has ended, well or not. \returns what was still open.
    virtual BuildNews end() = 0;
};

} // namespace drydock
