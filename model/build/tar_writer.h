// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct archive;

namespace drydock {

/// Writes a tar (pax) into the memory, from where it is taken in pieces. Names and targets are bytes. Owner is 0:0.
class TarWriter {
public:
    TarWriter();
    TarWriter(const TarWriter &) = delete;
    TarWriter &operator=(const TarWriter &) = delete;
    ~TarWriter();

    struct Entry {
        std::string path;
        std::uint32_t mode = 0; ///< Permissions.
        std::int64_t modified = 0; ///< Seconds since 1970.
    };

    Result<void> folder(const Entry &entry);
    Result<void> link(const Entry &entry, const std::string &target);
    /// `bytes` of write() have to follow.
    Result<void> file(const Entry &entry, std::uint64_t bytes);
    Result<void> write(std::string_view bytes);
    /// What ends the archive.
    Result<void> close();

    /// Written and not yet taken.
    std::size_t size() const { return m_written.size(); }
    std::string take(std::size_t most);

private:
    struct Free {
        void operator()(archive *writer) const;
    };

    Result<void> checked(int code) const;
    Result<void> header(const Entry &entry, std::uint32_t kind, std::uint64_t bytes,
                        const std::string *target);

    std::string m_written;
    std::unique_ptr<archive, Free> m_archive;
};

} // namespace drydock
