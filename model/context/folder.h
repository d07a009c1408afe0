// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/context/folder_file.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock {

enum class EntryKind : std::uint8_t {
    File, ///< A regular file.
    Folder,
    Link, ///< A symbolic link. It is never followed out of the folder.
    Other, ///< A pipe, socket or device: its content is never touched.
};

/// What a folder holds under one name. Names are bytes; they need not be UTF-8.
struct FolderEntry {
    std::string name;
    EntryKind kind = EntryKind::File;
    std::uint64_t bytes = 0; ///< Size of a file; length of a link's target; else 0.
    std::string target; ///< Link: what it points to, as it stands.
};

/// An open folder of the disk. Reads what lies in it and nothing else: each step down is taken relative to the folder
/// above and never through a link, so a tree that changes meanwhile cannot lead outside. Opening never blocks.
class Folder {
public:
    /// `path` itself may lead through links: the user chose it.
    static Result<Folder> open(const std::string &path);
    ~Folder();
    Folder(Folder &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    { }
    Folder &operator=(Folder &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;

    /// The folder `name` in this one. \returns an Error if it is no folder, or a link to one.
    Result<Folder> folder(const std::string &name) const;

    /// The regular file `name` in this folder, opened to be read piece by piece.
    /// \returns nothing if there is none any more; an Error if it cannot be read, is no regular file or is a link.
    Result<std::optional<FolderFile>> file(const std::string &name) const;
    /// Of the folder itself. \returns an Error if the system does not tell.
    Result<FileStatus> status() const;

    struct Listing {
        std::vector<FolderEntry> entries; ///< By name, byte for byte.
        std::size_t unreadable = 0; ///< Entries of which nothing could be found out.
        bool isWhole = true; ///< False: there are more than were asked for.
    };
    Result<Listing> list(std::size_t mostEntries) const;

    /// The bytes of the regular file at `path` below this folder. Links on the way are followed as if this folder were
    /// the root of the disk, as BuildKit does.
    /// \returns nothing if there is none; an Error if it cannot be read, is no regular file or is longer than
    /// `mostBytes` (detail: the system's words).
    Result<std::optional<std::string>> read(std::string_view path, std::size_t mostBytes) const;

private:
    explicit Folder(int descriptor)
        : m_descriptor(descriptor)
    { }

    int m_descriptor = -1;
};

} // namespace drydock
