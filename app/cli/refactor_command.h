// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/exit_code.h"
#include "app/cli/output.h"
#include "model/knowledge/image_answers.h"

#include <functional>
#include <string>
#include <vector>

namespace drydock::cli {

/// Asks somebody about all images that a file names, and waits for the answers.
/// \returns what knows them, which outlives the command; an Error if there is no use in going on.
using ImageAsker = std::function<Result<const ImageSource *>(const std::vector<std::string> &references)>;

/// Tells what a refactoring would do to the file that `arguments` name, and does it with --write; with --list, tells it of
/// all of them.
/// \param asker null: only the file of --images is asked, if there is one.
ExitCode refactor(const Arguments &arguments, Output &output, const ImageAsker &asker = {});

} // namespace drydock::cli
