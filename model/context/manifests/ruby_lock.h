// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// What a Gemfile.lock says.
struct RubyLock {
    std::map<std::string, std::string> gems; ///< Name and version, platform included ("1.15.4-x86_64-linux").
    std::vector<std::string> platforms; ///< "ruby", "x86_64-linux-musl"
    std::string rubyVersion; ///< "ruby 3.2.2p53" without the word: "3.2.2p53".
    std::string bundlerVersion;
};

Result<RubyLock> readGemfileLock(std::string_view bytes);

} // namespace drydock
