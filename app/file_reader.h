// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>

namespace drydock::app {

/// Above this a file is refused: an editor that swaps the machine helps nobody.
inline constexpr std::uint64_t largestFile = 200ULL * 1000 * 1000;

/// Enough to notice that somebody else has touched a file, without reading it.
struct FileStamp {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::uint64_t size = 0;
    std::int64_t modified = 0; ///< Nanoseconds since 1970.
    std::int64_t statusChanged = 0; ///< Nanoseconds since 1970.

    /// Follows symbolic links. \returns nothing if there is no such file.
    static std::optional<FileStamp> of(const QString &path);

    bool operator==(const FileStamp &) const = default;
};

/// A file as it was at one moment.
struct FileContent {
    std::string bytes; ///< Exactly those on disk.
    FileStamp stamp; ///< Taken before reading: a change while reading is noticed later.
    bool isWritable = true; ///< We may write it or, for a file in a writable folder, replace it.
};

/// Reads a whole regular file. Never blocks on a pipe or a device.
/// \returns an Error for a folder, a device, a missing, unreadable or too large file.
Result<FileContent> readFile(const QString &path);

/// NUL bytes: probably no text.
bool looksBinary(std::string_view bytes);

} // namespace drydock::app
