// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/syntax/mount_options.h"

#include <functional>
#include <string>
#include <vector>

namespace drydock {

/// A `--mount` once its variables are replaced.
struct Mount {
    std::string type = "bind";
    std::string from;
    std::string source;
    std::string target;
    std::string id;
    std::string sharing;
};

/// Replaces the variables of a value; sets `error` and returns nothing useful if that fails.
using ExpandValue = std::function<std::string(const std::string &value, std::string &error)>;

/// Reads and checks the options of one `--mount` (BuildKit `commands_runmount.go`: parseMount, validateMount).
/// \returns BuildKit's sentence, empty if all is well. \param culprit receives the range to blame.
std::string checkMount(const std::vector<FlagOption> &options, const ExpandValue &expand, Mount &mount,
                       TextRange &culprit);

} // namespace drydock
