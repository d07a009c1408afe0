// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace drydock {

/// What the system says of an open file or folder.
struct FileStatus {
    bool isRegular = false;
    std::uint64_t bytes = 0; ///< File: its size.
    std::uint32_t mode = 0; ///< Permissions, set-id and sticky bits; 0 to 07777.
    std::int64_t modified = 0; ///< Seconds since 1970.
};

/// Of an open descriptor. \returns an Error if the system does not tell.
Result<FileStatus> statusOf(int descriptor);

/// A regular file that was opened in a Folder and is read from its beginning.
class FolderFile {
public:
    ~FolderFile();
    FolderFile(FolderFile &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    { }
    FolderFile &operator=(FolderFile &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    FolderFile(const FolderFile &) = delete;
    FolderFile &operator=(const FolderFile &) = delete;

    Result<FileStatus> status() const;
    /// Up to `most` bytes; empty at the end.
    Result<std::string> read(std::size_t most);

private:
    friend class Folder;

    explicit FolderFile(int descriptor)
        : m_descriptor(descriptor)
    { }

    int m_descriptor = -1;
};

} // namespace drydock
