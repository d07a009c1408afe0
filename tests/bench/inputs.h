// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace drydock::bench {

/// Dockerfiles to measure on.
struct Inputs {
    std::vector<std::string> files;
    std::string origin; ///< "the corpus, 2289 files", or that it is missing and what is used instead.
};

/// The real files in `folder`, or as many generated ones if it does not exist.
Inputs loadInputs(const std::string &folder);

/// One text of at least `size` bytes: accepted files of `inputs` behind each other, from the start again if they do
/// not suffice. Ends at the end of a file.
std::string joinedBySize(const Inputs &inputs, std::size_t size);
/// The same with at least `lines` lines.
std::string joinedByLines(const Inputs &inputs, std::size_t lines);

/// A file like those of large projects: `stages` stages that copy from each other, eight lines each.
std::string manyStages(std::size_t stages);

} // namespace drydock::bench
