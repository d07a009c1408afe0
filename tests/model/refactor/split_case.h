// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <span>
#include <string>

namespace drydock {

/// A file with one stage and what splitting it leads to.
struct SplitCase {
    const char *name;
    const char *before;
    const char *after; ///< The whole file, or "no: " and the reason.
    std::map<std::string, std::string, std::less<>> settings = {};
};

// By language, each in a file of its own.
std::span<const SplitCase> bunSplits();
std::span<const SplitCase> denoSplits();
std::span<const SplitCase> nodeSplits();
std::span<const SplitCase> phpSplits();
std::span<const SplitCase> pythonSplits();
std::span<const SplitCase> rubySplits();

} // namespace drydock
