// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/refactor/split/split_stage.h"

#include <string>
#include <vector>

namespace drydock {

/// A program that the go command writes.
struct GoOutput {
    std::string path; ///< Absolute.
    const BuildStep *build
        = nullptr; ///< That writes it; null if it is none of the go command's own lines. Borrowed.
    bool isSure = true; ///< False: written only if the package is a program, which its name does not tell.
};

/// All that `go build` and `go install` of the stage's RUNs are known to write, in file order. Where only go.mod would say the
/// name and nobody has read it, there is nothing.
std::vector<GoOutput> goOutputsOf(const SplitStage &stage);

} // namespace drydock
