// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/file_reader.h"

#include <functional>

namespace drydock::app {

/// What to write where, and under which conditions.
struct WriteRequest {
    QString path; ///< Symbolic links are followed and stay links.
    std::string_view bytes;
    /// The file as it was last seen. If it is another one at the last moment, nothing is written.
    std::optional<FileStamp> expected;
    /// Called before the file is overwritten in place, which a power cut could tear: must put `bytes` somewhere
    /// safe. If it returns false nothing is written. May be empty.
    std::function<bool()> keepCopy;
};

struct WriteOutcome {
    enum class Kind : std::uint8_t { Written, ChangedMeanwhile, NotPermitted, Failed };
    Kind kind = Kind::Failed;
    Error error; ///< Unless Written.
    FileStamp stamp; ///< Of the new file, if Written.
};

/// Replaces a file's content, or leaves the old content whole.
///
/// By a new file and rename, so that at each moment the old or the new text is there; mode, group and extended
/// attributes are carried over. In place where a rename would lose something: other hard links, another owner,
/// attributes that we may not set, a folder that we may not write. Returns when file and folder are on the disk.
WriteOutcome writeFile(const WriteRequest &request);

} // namespace drydock::app
