// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/knowledge/image_answers.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace drydock {

/// What is known of how a container of an image starts (resources/knowledge/base_configs.toml).
struct BaseConfig {
    ImageConfig config; ///< Its labels are not known; it has neither a health check nor ONBUILD.
    std::set<std::string> open; ///< Parts that may be otherwise: "program", "stop" …
    std::set<std::string, std::less<>>
        unknownVariables; ///< Those that it sets or may set, to what nobody knows.
    bool isEnvironmentKnown = true; ///< There are no other variables than these and PATH.
    std::string date; ///< Of the table, year-month-day.

    /// It has EXPOSE, or may have.
    bool mayExpose() const { return !config.ports.empty() || open.contains("ports"); }
};

/// Nothing if the table does not know the image, or not this version of it. \param reference as parseImageReference() takes it,
/// variables replaced.
std::optional<BaseConfig> baseConfigOf(std::string_view reference);

} // namespace drydock
