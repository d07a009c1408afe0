// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace drydock {

/// The bytes of resources/knowledge/base_traits.toml, put into the program when it is built.
extern const char *const baseTraitsToml;

} // namespace drydock
