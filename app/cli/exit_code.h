// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace drydock::cli {

/// What the program returns; the help text promises it. Of several the highest wins.
enum class ExitCode : int {
    Fine = 0,
    Refused
    = 1, ///< BuildKit would refuse a file, `check` has something to say, a budget or a comparison fails.
    Usage = 2, ///< The command line makes no sense; nothing was done.
    Unreadable = 3, ///< A file or folder could not be read, or the output not be written.
    Failed = 4, ///< The engine cannot be reached, or the build failed.
};

} // namespace drydock::cli
