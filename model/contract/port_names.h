// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// The ports that one word of EXPOSE opens, as an image's configuration names them: "8080/tcp" of `8080`, three of
/// `7000-7002/udp`. A range of many ports stays one; what is no port comes back as it is.
std::vector<std::string> portNames(std::string_view spec);

} // namespace drydock
